import type {Optimizer} from "../optimizers/optimizer.js";
import {perEpoch} from "../schedules/perEpoch.js";
import {describedSchedule, type ScheduleDescription} from "./describedSchedule.js";

/** The optimizers, each loaded when it is asked for. */
const optimizers = {
  gradientDescent: async () => (await import("../optimizers/gradientDescent.js")).gradientDescent,
  momentum: async () => (await import("../optimizers/momentum.js")).momentum,
  nesterov: async () => (await import("../optimizers/nesterov.js")).nesterov,
  adagrad: async () => (await import("../optimizers/adagrad.js")).adagrad,
  adadelta: async () => (await import("../optimizers/adadelta.js")).adadelta,
  rmsprop: async () => (await import("../optimizers/rmsprop.js")).rmsprop,
  adam: async () => (await import("../optimizers/adam.js")).adam,
  amsgrad: async () => (await import("../optimizers/amsgrad.js")).amsgrad,
  adamw: async () => (await import("../optimizers/adamw.js")).adamw,
  nadam: async () => (await import("../optimizers/nadam.js")).nadam,
  adamax: async () => (await import("../optimizers/adamax.js")).adamax
};

/** The name of an optimizer of the engine. */
export type OptimizerName = keyof typeof optimizers;

type OptionsOf<Name extends OptimizerName> = NonNullable<
  Parameters<Awaited<ReturnType<(typeof optimizers)[Name]>>>[0]
>;

/**
 * An optimizer as plain data that can be sent to a worker: `{name: "adam", learningRate: 0.001, beta1: 0.9}`.
 * A learning rate may be the description of a schedule of epochs.
 */
export type OptimizerDescription = {
  [Name in OptimizerName]: {readonly name: Name} & {
    readonly [Option in keyof OptionsOf<Name>]: Option extends "learningRate"
      ? number | ScheduleDescription
      : OptionsOf<Name>[Option];
  };
}[OptimizerName];

/**
 * The optimizer that a description means, for epochs of so many updates.
 *
 * @throws RangeError when no optimizer has the name, or it has no such option; else as the optimizer and the schedule do
 */
export async function describedOptimizer(
  {name, ...described}: OptimizerDescription,
  updates: number
): Promise<Optimizer<object>> {
  if (!Object.hasOwn(optimizers, name)) throw new RangeError(`optimizer must be known; got ${name}`);
  const {learningRate} = described;
  const options =
    typeof learningRate === "object"
      ? {...described, learningRate: perEpoch(await describedSchedule(learningRate), updates)}
      : described;
  const make: (options: never) => Optimizer<object> = await optimizers[name]();
  const optimizer = make(options as never); // the options of that name's optimizer, which checks them
  const known = Object.keys(optimizer.options!); // ours tell theirs
  for (const option of Object.keys(options))
    if (!known.includes(option))
      throw new RangeError(`an option of ${name} must be one of ${known.join(", ")}; got ${option}`);
  return optimizer;
}
