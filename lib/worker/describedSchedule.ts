import type {Schedule} from "../types.js";

/** The schedules, each loaded when it is asked for. */
const schedules = {
  async constant() {
    const {constant} = await import("../schedules/constant.js");
    return ({learningRate}: {readonly learningRate: number}) => constant(learningRate);
  },
  inverseTimeDecay: async () => (await import("../schedules/inverseTimeDecay.js")).inverseTimeDecay,
  exponentialDecay: async () => (await import("../schedules/exponentialDecay.js")).exponentialDecay,
  stepDecay: async () => (await import("../schedules/stepDecay.js")).stepDecay,
  polynomialDecay: async () => (await import("../schedules/polynomialDecay.js")).polynomialDecay,
  inverseSqrt: async () => (await import("../schedules/inverseSqrt.js")).inverseSqrt,
  cosineDecay: async () => (await import("../schedules/cosineDecay.js")).cosineDecay,
  cosineRestarts: async () => (await import("../schedules/cosineRestarts.js")).cosineRestarts,
  linearWarmup: async () => (await import("../schedules/linearWarmup.js")).linearWarmup,
  oneCycle: async () => (await import("../schedules/oneCycle.js")).oneCycle
};

/** A schedule as plain data that can be sent to a worker: `{name: "cosineDecay", learningRate: 0.1, epochs: 50}`. */
export type ScheduleDescription = SequenceDescription | SimpleDescription;

type SimpleDescription = {
  [Name in keyof typeof schedules]: {readonly name: Name} & Parameters<
    Awaited<ReturnType<(typeof schedules)[Name]>>
  >[0];
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
export async function describedSchedule(description: ScheduleDescription): Promise<Schedule> {
  if (description.name === "sequence") {
    const {first, epochs, second} = description;
    const {sequence} = await import("../schedules/sequence.js");
    return sequence(await describedSchedule(first), epochs, await describedSchedule(second));
  }
  const {name, ...options} = description;
  if (!Object.hasOwn(schedules, name)) throw new RangeError(`schedule must be known; got ${name}`);
  const make: (options: never) => Schedule = await schedules[name]();
  return make(options as never); // the options of that name's schedule, which checks them
}
