import type {Words} from "../../course.js";

/** What a check found: null where the answer is right, else what is wrong. */
export type Finding = Words | null;

/** One thing that an answer must do, as the page lists it. What takes long lets the page breathe meanwhile. */
export interface Check<Answer> {
  /** A sentence of Markdown. */
  readonly title: Words;
  run(answer: Answer): Finding | Promise<Finding>;
}

/** A known wrong answer, found by the number that it gives. */
export interface Fingerprint<Answer> {
  readonly hint: Words;
  fits(answer: Answer): boolean | Promise<boolean>;
}

/** A function that the reader writes, and what answers them. */
export interface Exercise<Answer> {
  /** The name of the function. */
  readonly name: string;
  /** The task, in Markdown. */
  readonly task: Words;
  /** The code that the reader starts from. */
  readonly stub: string;
  readonly checks: readonly Check<Answer>[];
  readonly fingerprints: readonly Fingerprint<Answer>[];
  /** From a nudge to all but the line itself. */
  readonly hints: readonly [Words, Words, Words];
  readonly solution: string;
}
