import {describe, expect, test} from "vitest";
import {
  adadelta,
  adagrad,
  adam,
  adamax,
  adamw,
  amsgrad,
  descend,
  gradientDescent,
  momentum,
  nadam,
  nesterov,
  type Objective,
  type Optimizer,
  rmsprop,
  surfaces
} from "../../lib/index.js";
import {expectClose} from "../support/close.js";
import {type Config, readGolden} from "../support/golden.js";

interface Case {
  readonly id: string;
  readonly optimizer: string;
  readonly config: Config;
  readonly surface: string;
  readonly params: Config;
  readonly start: number[];
  readonly tolerance: number;
  readonly points: number[][];
  readonly values?: number[];
}

const moments = ({lr, b1, b2, eps}: Config) => ({learningRate: lr, beta1: b1, beta2: b2, epsilon: eps});
const accumulating = (c: Config) => ({
  learningRate: (t: number) => c.lr / (1 + t * (c.lr_decay ?? 0)),
  epsilon: c.eps,
  initialAccumulator: c.initial_accumulator
});

const make: Record<string, (config: Config) => Optimizer> = {
  gd: ({lr}) => gradientDescent({learningRate: lr}),
  momentum: ({lr, mu}) => momentum({learningRate: lr, beta: mu, form: "classical"}),
  momentum_ema: ({lr, beta}) => momentum({learningRate: lr, beta}),
  momentum_ema_corrected: ({lr, beta}) => momentum({learningRate: lr, beta, correctBias: true}),
  nesterov: ({lr, mu}) => nesterov({learningRate: lr, beta: mu}),
  adagrad: (config) => adagrad(accumulating(config)),
  adagrad_eps_inside: (config) => adagrad({...accumulating(config), epsilonInside: true}),
  adadelta: ({lr, rho, eps}) => adadelta({learningRate: lr, decay: rho, epsilon: eps}),
  rmsprop: ({lr, beta, eps}) => rmsprop({learningRate: lr, beta, epsilon: eps}),
  rmsprop_eps_inside: ({lr, beta, eps}) =>
    rmsprop({learningRate: lr, beta, epsilon: eps, epsilonInside: true}),
  adam: (config) => adam(moments(config)),
  adam_eps_inside: (config) => adam({...moments(config), epsilonInside: true}),
  amsgrad: (config) => amsgrad(moments(config)),
  amsgrad_corrected_max: (config) => amsgrad({...moments(config), correctFirst: true}),
  adamw: (config) => adamw({...moments(config), weightDecay: config.weight_decay}),
  nadam: (config) => nadam({...moments(config), momentumDecay: config.psi}),
  nadam_simple: (config) => nadam({...moments(config), momentumDecay: Infinity}),
  adamax: (config) => adamax(moments(config)),
  adamax_eps_added: (config) => adamax({...moments(config), epsilonInside: false})
};

const {quadratic, ...fixed} = surfaces;
const named: Record<string, Objective> = fixed;
const surfaceOf = ({surface, params}: Case): Objective =>
  surface === "quadratic" ? quadratic(params) : named[surface];

for (const file of ["optimizers", "optimizers-variants", "optimizers-tfjs"])
  describe(file, () => {
    test.each(readGolden(file).cases as Case[])("descend(…) follows $id for 50 steps", (one) => {
      const {points, values = [], tolerance} = one;
      const run = descend(surfaceOf(one), make[one.optimizer](one.config), one.start);
      const steps = points.map(() => run.next().value!);
      expect(steps).toHaveLength(51);
      steps.forEach(({parameters}, k) => {
        expectClose(parameters, points[k], {absolute: tolerance});
      });
      values.forEach((value, k) => {
        expectClose([steps[k].value], [value], {absolute: tolerance, relative: 1e-9});
      });
    });
  });
