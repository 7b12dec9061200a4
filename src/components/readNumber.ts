import type {Language} from "../course.js";
import {formatNumber} from "./formatNumber.js";
import type {Reading} from "./input.js";

export interface NumberRule {
  readonly min: number;
  readonly max: number;
  readonly integer?: boolean;
  /** Exactly 0 is allowed beside the range. */
  readonly zero?: boolean;
  readonly format?: (value: number) => string;
  /** Replaces the rule "from min to max": the rule that a value breaks, e.g. "must lie in [0, 1)", or null. */
  readonly check?: (value: number) => string | null;
  readonly language?: Language;
}

/** Understands what someone typed as a number, or names the rule that it breaks. */
export function readNumber(text: string, rule: NumberRule): Reading<number> {
  const {integer = false, check = rangeOf(rule), language = "en"} = rule;
  const value = numberIn(text);
  if (Number.isNaN(value)) return {rule: words[language].number};
  const broken = check(value) ?? (integer && !Number.isInteger(value) ? words[language].whole : null);
  return broken === null ? {value} : {rule: broken};
}

function rangeOf(rule: NumberRule) {
  const {min, max, integer = false, zero = false, format = formatNumber, language = "en"} = rule;
  return (value: number): string | null =>
    (value >= min && value <= max) || (zero && value === 0)
      ? null
      : words[language].range(format(min), format(max), {integer, zero});
}

/** The finite number that a text writes, also in full-width digits or with a true minus; else NaN. */
function numberIn(text: string): number {
  const plain = text.normalize("NFKC").replace("−", "-").trim();
  const value = plain === "" ? Number.NaN : Number(plain);
  return Number.isFinite(value) ? value : Number.NaN;
}

interface Kind {
  readonly integer: boolean;
  readonly zero: boolean;
}

const words = {
  en: {
    number: "must be a number",
    whole: "must be a whole number",
    range: (min: string, max: string, {integer, zero}: Kind) =>
      `must be ${zero ? "0 or " : ""}a ${integer ? "whole " : ""}number from ${min} to ${max}`
  },
  zh: {
    number: "应为数字",
    whole: "应为整数",
    range: (min: string, max: string, {integer, zero}: Kind) =>
      `应为${zero ? " 0，或" : ""} ${min} 到 ${max} 之间的${integer ? "整数" : "数"}`
  }
};
