import {adadelta} from "../optimizers/adadelta.js";
import {adagrad} from "../optimizers/adagrad.js";
import {adam} from "../optimizers/adam.js";
import {adamax} from "../optimizers/adamax.js";
import {adamw} from "../optimizers/adamw.js";
import {amsgrad} from "../optimizers/amsgrad.js";
import {gradientDescent} from "../optimizers/gradientDescent.js";
import {momentum} from "../optimizers/momentum.js";
import {nadam} from "../optimizers/nadam.js";
import {nesterov} from "../optimizers/nesterov.js";
import type {Optimizer} from "../optimizers/optimizer.js";
import {rmsprop} from "../optimizers/rmsprop.js";
import {perEpoch} from "../schedules/perEpoch.js";
import {describedSchedule, type ScheduleDescription} from "./describedSchedule.js";

const optimizers = {
  gradientDescent,
  momentum,
  nesterov,
  adagrad,
  adadelta,
  rmsprop,
  adam,
  amsgrad,
  adamw,
  nadam,
  adamax
};

export type OptimizerName = keyof typeof optimizers;

type OptionsOf<Name extends OptimizerName> = NonNullable<Parameters<(typeof optimizers)[Name]>[0]>;

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
export function describedOptimizer(
  {name, ...described}: OptimizerDescription,
  updates: number
): Optimizer<object> {
  if (!Object.hasOwn(optimizers, name)) throw new RangeError(`optimizer must be known; got ${name}`);
  const {learningRate} = described;
  const options =
    typeof learningRate === "object"
      ? {...described, learningRate: perEpoch(describedSchedule(learningRate), updates)}
      : described;
  const make: (options: never) => Optimizer<object> = optimizers[name];
  const optimizer = make(options as never); // the options of that name's optimizer, which checks them
  const known = Object.keys(optimizer.options!); // ours tell theirs
  for (const option of Object.keys(options))
    if (!known.includes(option))
      throw new RangeError(`an option of ${name} must be one of ${known.join(", ")}; got ${option}`);
  return optimizer;
}
