import type {Course} from "../../components/laboratory.js";
import {stepsUntil} from "../../lib/diagnostics/stepsUntil.js";
import {noisy} from "../../lib/noisy.js";
import type {Optimizer} from "../../lib/optimizers/optimizer.js";
import {random} from "../../lib/random.js";
import type {Rival} from "./rivals.js";
import {hasEscaped, type Saddle} from "./saddles.js";

/** The most steps that a page waits for an escape. */
export const patience = 10_000;

/** How many steps an optimizer takes from the offset, at the surface's own place along the ridge, until it has escaped. */
export function escapeSteps(
  saddle: Saddle,
  optimizer: Optimizer,
  offset: number,
  {noise, along = saddle.along}: {noise?: Course["noise"]; along?: number} = {}
): number {
  const {objective, parameters, place} = saddle;
  const blurred = noise?.deviation
    ? noisy(objective, {deviation: noise.deviation, random: random(noise.seed)})
    : objective;
  const start = parameters(place(along, offset));
  return stepsUntil(blurred, optimizer, start, hasEscaped(saddle), {maximum: patience});
}

/** One measurement: an optimizer's steps from an offset. */
export interface Escape {
  readonly rival: Rival;
  readonly offset: number;
  readonly steps: number;
}

/** The offsets of the measurements: 0.1, 0.01 … 10⁻¹², from plain sight almost to double precision. */
export const offsets: readonly number[] = Array.from({length: 12}, (_, i) => Number(`1e${-1 - i}`));

/**
 * Measures the escapes of all rivals from all offsets; what has been measured is yielded whenever the time for one frame
 * is over, so that the page stays awake. Who has not escaped from an offset is not sent from a smaller one.
 */
export function* escapes(
  saddle: Saddle,
  rivals: readonly Rival[],
  noise: Course["noise"],
  now: () => number = () => performance.now()
): Generator<readonly Escape[]> {
  const found: Escape[] = [];
  const stuck = new Set<Rival>();
  let end = now() + 8;
  for (const offset of offsets)
    for (const rival of rivals) {
      const steps = stuck.has(rival)
        ? Number.POSITIVE_INFINITY
        : escapeSteps(saddle, rival.optimizer, offset, {noise});
      if (steps === Number.POSITIVE_INFINITY) stuck.add(rival);
      found.push({rival, offset, steps});
      if (now() < end) continue;
      yield [...found];
      end = now() + 8;
    }
  yield found;
}
