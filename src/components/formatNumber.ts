/** A number as one writes it: few digits, a true minus, powers of ten below 10⁻⁴ and from 10⁶. */
export function formatNumber(value: number, {digits = 4} = {}): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "—" : value > 0 ? "∞" : "−∞";
  const rounded = Number(value.toPrecision(digits));
  const size = Math.abs(rounded);
  const plain = size === 0 || (size >= 1e-4 && size < 1e6);
  return (plain ? String(rounded) : scientific(rounded)).replace(/^-/, "−");
}

function scientific(value: number): string {
  const [mantissa, exponent] = value.toExponential().split("e");
  const power = powerOfTen(Number(exponent));
  return /^-?1$/.test(mantissa) ? mantissa.replace("1", power) : `${mantissa} × ${power}`;
}

/** A power of ten as one writes it: 10⁻⁶. */
export const powerOfTen = (exponent: number): string =>
  `10${[...String(exponent)].map((sign) => superscripts[sign]).join("")}`;

const superscripts: Readonly<Record<string, string>> = {
  ...Object.fromEntries([..."⁰¹²³⁴⁵⁶⁷⁸⁹"].map((superscript, digit) => [String(digit), superscript])),
  "-": "⁻",
  "+": ""
};
