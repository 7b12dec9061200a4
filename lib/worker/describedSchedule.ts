import {constant} from "../schedules/constant.js";
import {cosineDecay} from "../schedules/cosineDecay.js";
import {cosineRestarts} from "../schedules/cosineRestarts.js";
import {exponentialDecay} from "../schedules/exponentialDecay.js";
import {inverseSqrt} from "../schedules/inverseSqrt.js";
import {inverseTimeDecay} from "../schedules/inverseTimeDecay.js";
import {linearWarmup} from "../schedules/linearWarmup.js";
import {oneCycle} from "../schedules/oneCycle.js";
import {polynomialDecay} from "../schedules/polynomialDecay.js";
import {sequence} from "../schedules/sequence.js";
import {stepDecay} from "../schedules/stepDecay.js";
import type {Schedule} from "../types.js";

const schedules = {
  constant: ({learningRate}: {readonly learningRate: number}) => constant(learningRate),
  inverseTimeDecay,
  exponentialDecay,
  stepDecay,
  polynomialDecay,
  inverseSqrt,
  cosineDecay,
  cosineRestarts,
  linearWarmup,
  oneCycle
};

/** A schedule as plain data that can be sent to a worker: `{name: "cosineDecay", learningRate: 0.1, epochs: 50}`. */
export type ScheduleDescription = SequenceDescription | SimpleDescription;

type SimpleDescription = {
  [Name in keyof typeof schedules]: {readonly name: Name} & Parameters<(typeof schedules)[Name]>[0];
}[keyof typeof schedules];

interface SequenceDescription {
  readonly name: "sequence";
  readonly first: ScheduleDescription;
  readonly epochs: number;
  readonly second: ScheduleDescription;
}

/**
 * The schedule that a description means.
 *
 * @throws RangeError when no schedule has the name, or as the schedule does for its options
 */
export function describedSchedule(description: ScheduleDescription): Schedule {
  if (description.name === "sequence") {
    const {first, epochs, second} = description;
    return sequence(describedSchedule(first), epochs, describedSchedule(second));
  }
  const {name, ...options} = description;
  if (!Object.hasOwn(schedules, name)) throw new RangeError(`schedule must be known; got ${name}`);
  const make: (options: never) => Schedule = schedules[name];
  return make(options as never); // the options of that name's schedule, which checks them
}
