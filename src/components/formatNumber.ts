/** A number as one writes it: few digits, a true minus, powers of ten where it is very small or very large. */
export function formatNumber(value: number, {digits = 4} = {}): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "—" : value > 0 ? "∞" : "−∞";
  const [plain, exponent] = String(Number(value.toPrecision(digits))).split("e");
  const mantissa = plain.replace("-", "−");
  if (exponent === undefined) return mantissa;
  const power = `10${[...exponent.replace("+", "")].map((sign) => superscripts[sign]).join("")}`;
  return mantissa === "1" ? power : `${mantissa} × ${power}`;
}

const superscripts: Readonly<Record<string, string>> = {
  ...Object.fromEntries([..."⁰¹²³⁴⁵⁶⁷⁸⁹"].map((superscript, digit) => [String(digit), superscript])),
  "-": "⁻"
};
