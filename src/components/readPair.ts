import type {Language} from "../course.js";
import {formatNumber} from "./formatNumber.js";
import type {Reading} from "./input.js";
import {readNumber} from "./readNumber.js";

/** Two numbers that belong together. */
export type Pair = readonly [number, number];

export interface PairRule {
  /** From where to where each number may be. */
  readonly domain: readonly [Pair, Pair];
  /** What the two are called. */
  readonly names?: readonly [string, string];
  readonly integer?: boolean;
  readonly language?: Language;
}

/** Understands a text as two numbers with a comma between, or names the rule that it breaks. */
export function readPair(text: string, rule: PairRule): Reading<Pair> {
  const {domain, names = ["x", "y"], integer = false, language = "en"} = rule;
  const parts = text.normalize("NFKC").split(",");
  const [first, second] = domain.map(([min, max], i) => readNumber(parts[i] ?? "", {min, max, integer}));
  if (parts.length === 2 && "value" in first && "value" in second)
    return {value: [first.value, second.value]};
  const ranges = domain.map((ends) => ends.map((end) => formatNumber(end)));
  return {rule: words[language](names, ranges, integer)};
}

/** The text that `readPair` understands as the same pair. */
export const writePair = (pair: Pair): string => pair.join(",");

const words = {
  en: ([a, b]: readonly string[], [first, second]: readonly string[][], integer: boolean) =>
    `must be two ${integer ? "whole " : ""}numbers with a comma between, ` +
    `${a} from ${first.join(" to ")} and ${b} from ${second.join(" to ")}`,
  zh: ([a, b]: readonly string[], [first, second]: readonly string[][], integer: boolean) =>
    `应为以逗号分隔的两个${integer ? "整数" : "数"}，` +
    `${a} 在 ${first.join(" 到 ")} 之间，${b} 在 ${second.join(" 到 ")} 之间`
};
