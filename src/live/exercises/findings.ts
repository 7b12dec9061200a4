import type {Words} from "../../course.js";
import type {Finding} from "./exercise.js";

/** A number as a finding shows it. */
const short = (x: unknown): string =>
  (typeof x === "number" && Number.isFinite(x) ? String(Number(x.toPrecision(6))) : String(x)).replace(
    /-(?=\d)/g,
    "−"
  );

/** What should be and what is. Between Chinese words stands no space. */
export const mismatch = (what: Words, expected: unknown, got: unknown): Finding => ({
  en: `${what.en} should be ${short(expected)}, not ${short(got)}`,
  zh: `${what.zh} 应为 ${short(expected)}，而不是 ${short(got)}`.replace(
    /(?<=[\p{Script=Han}）]) (?=应)/u,
    ""
  )
});

/** Compares numbers one by one; the first that is off by more than the tolerance, or missing, is told. */
export function compareAll(
  what: (i: number) => Words,
  expected: ArrayLike<number>,
  got: ArrayLike<number>,
  tolerance: number
): Finding {
  if (got?.length !== expected.length)
    return mismatch({en: "the number of values", zh: "值的个数"}, expected.length, got?.length);
  for (let i = 0; i < expected.length; i++)
    if (!(Math.abs(got[i] - expected[i]) <= tolerance * Math.max(1, Math.abs(expected[i]))))
      return mismatch(what(i), expected[i], got[i]);
  return null;
}

/** The first of some findings that is one; each is only looked for when those before it found nothing. */
export function first(...findings: (() => Finding)[]): Finding {
  for (const find of findings) {
    const finding = find();
    if (finding) return finding;
  }
  return null;
}

/** Whether a number is another one, to a thousandth. */
export const isAbout = (got: number, expected: number): boolean =>
  Math.abs(got - expected) <= 1e-3 * Math.abs(expected);
