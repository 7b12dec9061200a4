import type {Words} from "../../course.js";
import type {Exercise, Finding, Fingerprint} from "./exercise.js";

/** How an answer stands: `almost` is a known mistake, or one check away. */
export type Verdict = "pass" | "almost" | "keepGoing" | "error";

/** What is told of an answer. */
export interface Report {
  readonly verdict: Verdict;
  /** What each check found; none where there is no answer to check. */
  readonly findings: readonly Finding[];
  /** What the answer's numbers give away, or what its error says. */
  readonly hint: Words | null;
}

/** Examines the function that a cell has declared under the exercise's name. */
export async function examine<Answer extends (...inputs: never[]) => unknown>(
  exercise: Exercise<Answer>,
  outputs: Readonly<Record<string, unknown>>
): Promise<Report> {
  const {name, checks, fingerprints} = exercise;
  const answer = outputs[name];
  if (typeof answer !== "function") return {verdict: "error", findings: [], hint: missing(name)};
  const given = answer as Answer; // its inputs are the reader's to get right: that is what the checks are for
  const hint = await hintFor(fingerprints, given);
  try {
    const findings: Finding[] = [];
    for (const {run} of checks) findings.push(await run(given));
    const wrong = findings.filter((finding) => finding !== null).length;
    if (wrong === 0) return {verdict: "pass", findings, hint: null};
    return {verdict: hint || wrong === 1 ? "almost" : "keepGoing", findings, hint};
  } catch (error) {
    return {verdict: "error", findings: [], hint: hint ?? thrown(error)};
  }
}

/** An answer that throws gives no number; only a fingerprint that looks for the error itself fits it. */
async function hintFor<Answer>(
  fingerprints: readonly Fingerprint<Answer>[],
  answer: Answer
): Promise<Words | null> {
  for (const {fits, hint} of fingerprints)
    try {
      if (await fits(answer)) return hint;
    } catch {}
  return null;
}

const missing = (name: string): Words => ({
  en: `The cell declares no function ${name} any more.`,
  zh: `单元里已经没有函数 ${name} 了。`
});

const thrown = (error: unknown): Words => {
  const message = error instanceof Error ? error.message : String(error);
  return {en: `Your function threw: ${message}`, zh: `你的函数抛出了错误：${message}`};
};
