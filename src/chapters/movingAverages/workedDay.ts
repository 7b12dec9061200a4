import {format} from "d3-format";
import {formatNumber} from "../../components/formatNumber.js";

export interface WorkedDay {
  readonly day: number;
  readonly beta: number;
  /** The average of the day before, the value of the day, and the average of the day. */
  readonly before: number;
  readonly today: number;
  readonly average: number;
  /** The corrected average of the day, or null. */
  readonly corrected: number | null;
}

/** The formula of one day with its numbers: v₃₀ = 0.98 × (−2.39) + 0.02 × (−2.96) = −2.40. */
export function workedDay({day, beta, before, today, average, corrected}: WorkedDay): string {
  const t = small(day, "₀₁₂₃₄₅₆₇₈₉");
  const rest = formatNumber(1 - beta);
  const first = `v${t} = ${formatNumber(beta)} × ${factor(before)} + ${rest} × ${factor(today)} = ${two(average)}`;
  if (corrected === null) return first;
  const power = `${formatNumber(beta)}${small(day, "⁰¹²³⁴⁵⁶⁷⁸⁹")}`;
  return `${first}\nv̂${t} = ${two(average)} / (1 − ${power}) = ${two(corrected)}`;
}

const two = format(".2f");
const factor = (value: number): string => (value < 0 ? `(${two(value)})` : two(value));
const small = (number: number, digits: string): string =>
  [...String(number)].map((digit) => digits[Number(digit)]).join("");
