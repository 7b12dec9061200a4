import {adadelta} from "../../lib/optimizers/adadelta.js";
import {adagrad} from "../../lib/optimizers/adagrad.js";
import {adam} from "../../lib/optimizers/adam.js";
import {adamax} from "../../lib/optimizers/adamax.js";
import {adamw} from "../../lib/optimizers/adamw.js";
import {amsgrad} from "../../lib/optimizers/amsgrad.js";
import {gradientDescent} from "../../lib/optimizers/gradientDescent.js";
import {momentum} from "../../lib/optimizers/momentum.js";
import {nadam} from "../../lib/optimizers/nadam.js";
import {nesterov} from "../../lib/optimizers/nesterov.js";
import type {Optimizer} from "../../lib/optimizers/optimizer.js";
import {rmsprop} from "../../lib/optimizers/rmsprop.js";

/** The hyperparameters that a reader may set, by the names that the optimizers have for them. */
export type Settings = Readonly<Record<string, number>> & {readonly learningRate: number};

/** An optimizer of the race: its line, its rule, and the hyperparameters it starts with. */
export interface Racer {
  readonly label: string;
  readonly color: string;
  readonly dash?: string;
  readonly make: (settings: Settings) => Optimizer;
  readonly settings: Settings;
}

const memory = {beta: 0.9};
const moments = {beta1: 0.9, beta2: 0.999, epsilon: 1e-8};

/** Every optimizer of the engine, by the name that the address has for it. */
export const racers = {
  gd: {
    label: "GD",
    color: "var(--foreground)",
    make: gradientDescent,
    settings: {learningRate: 0.0198}
  },
  momentum: {
    label: "Momentum",
    color: "var(--orange)",
    dash: "9 4",
    make: momentum,
    settings: {learningRate: 0.2, ...memory}
  },
  polyak: {
    label: "Polyak",
    color: "var(--red)",
    dash: "9 4 2 4",
    make: (settings) => momentum({...settings, form: "classical"}),
    settings: {learningRate: 0.02, ...memory}
  },
  nesterov: {
    label: "Nesterov",
    color: "var(--ochre)",
    dash: "5 3",
    make: nesterov,
    settings: {learningRate: 0.01, ...memory}
  },
  adagrad: {
    label: "AdaGrad",
    color: "var(--cyan)",
    dash: "2 3",
    make: adagrad,
    settings: {learningRate: 0.5, epsilon: 1e-10}
  },
  adadelta: {
    label: "AdaDelta",
    color: "var(--cyan)",
    dash: "14 4",
    make: adadelta,
    settings: {learningRate: 1, decay: 0.9, epsilon: 1e-6}
  },
  rmsprop: {
    label: "RMSProp",
    color: "var(--green)",
    dash: "2 4",
    make: rmsprop,
    settings: {learningRate: 0.01, beta: 0.9, epsilon: 1e-8}
  },
  adam: {
    label: "Adam",
    color: "var(--purple)",
    dash: "12 4 2 4",
    make: adam,
    settings: {learningRate: 0.05, ...moments}
  },
  amsgrad: {
    label: "AMSGrad",
    color: "var(--pink)",
    dash: "12 3",
    make: amsgrad,
    settings: {learningRate: 0.05, ...moments}
  },
  adamw: {
    label: "AdamW",
    color: "var(--pink)",
    dash: "3 3",
    make: adamw,
    settings: {learningRate: 0.05, ...moments, weightDecay: 0.01}
  },
  nadam: {
    label: "NAdam",
    color: "var(--blue)",
    dash: "6 2 2 2",
    make: nadam,
    settings: {learningRate: 0.05, ...moments}
  },
  adamax: {
    label: "Adamax",
    color: "var(--blue)",
    dash: "1 3",
    make: adamax,
    settings: {learningRate: 0.05, ...moments}
  }
} as const satisfies Readonly<Record<string, Racer>>;

export type RacerName = keyof typeof racers;
export const racerNames = Object.keys(racers) as readonly RacerName[]; // the keys of a literal are its names

/** A racer by name, in its general type. */
export const racerOf = (name: RacerName): Racer => racers[name];
