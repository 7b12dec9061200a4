import {checkFunction, checkInteger} from "../checks.js";
import type {Schedule} from "../types.js";

/**
 * A schedule of epochs as one of updates, which is what an optimizer asks: all updates of an epoch have its rate.
 *
 *     adam({learningRate: perEpoch(cosineDecay({learningRate, epochs}), updatesPerEpoch(m, batchSize))})
 *
 * @throws RangeError when updates is not a positive integer, TypeError when schedule is none
 */
export function perEpoch(schedule: Schedule, updates: number): Schedule {
  checkInteger({updates});
  checkFunction({schedule}, "a schedule");
  return (t) => schedule(Math.floor(t / updates));
}
