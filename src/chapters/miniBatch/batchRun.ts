import {perFrame} from "../../components/perFrame.js";

/** What an update of the line yields: where it led, and the batch that it has seen, none at the start. */
export interface Update {
  readonly w: number;
  readonly b: number;
  readonly batch?: Uint32Array;
  /** The mean cost of the batch before the update. */
  readonly cost?: number;
}

/** A run as it has gone so far. Entry t of each list is of the t-th update, entry 0 the start. */
export interface BatchRun {
  readonly m: number;
  readonly size: number;
  readonly points: readonly (readonly [number, number])[];
  readonly costs: readonly number[];
  readonly batches: readonly Uint32Array[];
  /** Samples seen so far. */
  readonly seen: readonly number[];
  /** The update after which a number was no longer finite; it is not among the others. */
  readonly divergedAt: number | null;
}

/** Collects the updates of a run; yields the run after each, as far as it has come. */
export function* collected(
  updates: Iterable<Update>,
  {m, size}: {readonly m: number; readonly size: number}
): Generator<BatchRun, void> {
  const points: [number, number][] = [];
  const costs: number[] = [];
  const batches: Uint32Array[] = [];
  const seen: number[] = [];
  const run = {m, size, points, costs, batches, seen, divergedAt: null};
  for (const {w, b, batch = none, cost = Number.NaN} of updates) {
    if (!(Number.isFinite(w) && Number.isFinite(b) && (batch === none || Number.isFinite(cost)))) {
      yield {...run, divergedAt: points.length};
      return;
    }
    seen.push((seen.at(-1) ?? 0) + batch.length);
    points.push([w, b]);
    costs.push(cost);
    batches.push(batch);
    yield run;
  }
}

const none = new Uint32Array();

/** A loop over batches of a size with a rate. */
export type Loop = (size: number, rate: number) => Iterable<Update>;

/**
 * The runs of a loop, as far as they have come in each frame. A run that has been walked to its end is whole at once when
 * it is asked for again: another size of the batches does not make the runs beside it walk anew.
 */
export function runsOf(
  loop: Loop,
  m: number
): (size: number, rate: number, options?: {readonly portion?: number}) => Generator<BatchRun, void> {
  const walked = new Map<string, BatchRun>();
  return function* (size, rate, options) {
    const name = `${size} ${rate}`;
    const known = walked.get(name);
    if (known) return yield known;
    let last: BatchRun | null = null;
    for (last of perFrame(collected(loop(size, rate), {m, size}), options)) yield last;
    if (last) walked.set(name, last);
  };
}
