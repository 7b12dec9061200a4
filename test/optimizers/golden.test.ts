import {readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {
  adadelta,
  adagrad,
  adam,
  adamax,
  adamw,
  amsgrad,
  gradientDescent,
  momentum,
  nadam,
  nesterov,
  type Objective,
  type Optimizer,
  rmsprop
} from "../../lib/index.js";

interface Config {
  readonly [name: string]: number;
}

interface Case {
  readonly id: string;
  readonly optimizer: string;
  readonly config: Config;
  readonly surface: string;
  readonly params: Config;
  readonly start: number[];
  readonly tolerance: number;
  readonly points: number[][];
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

const gradients: Record<string, (p: Float64Array, params: Config) => [number, number]> = {
  saddle: ([x, y]) => [2 * x, -2 * y],
  quadratic: ([x, y], {a, b}) => [a * x, b * y],
  rosenbrock: ([x, y], {a, b}) => [-2 * (a - x) - 4 * b * x * (y - x * x), 2 * b * (y - x * x)],
  beale: ([x, y]) => {
    const [f1, f2, f3] = [1.5 - x + x * y, 2.25 - x + x * y * y, 2.625 - x + x * y * y * y];
    return [
      2 * f1 * (y - 1) + 2 * f2 * (y * y - 1) + 2 * f3 * (y * y * y - 1),
      2 * f1 * x + 4 * f2 * x * y + 6 * f3 * x * y * y
    ];
  }
};

const surface = ({surface, params}: Case): Objective => {
  const gradient = gradients[surface];
  return (p) => ({value: 0, gradient: Float64Array.from(gradient(p, params))});
};

const golden = ["optimizers", "optimizers-variants", "optimizers-tfjs"].map((file) => {
  const text = readFileSync(new URL(`../golden/${file}.json`, import.meta.url), "utf8");
  return {file, cases: JSON.parse(text).cases as Case[]};
});

for (const {file, cases} of golden)
  describe(file, () => {
    test.each(cases)("update follows $id for 50 steps", (one) => {
      const objective = surface(one);
      const optimizer = make[one.optimizer](one.config);
      const state = optimizer.init(2);
      const position = Float64Array.from(one.start);
      const off = one.points.map((point, step) => {
        if (step > 0) optimizer.update(position, objective(position).gradient, state);
        return Math.max(...point.map((x, i) => Math.abs(x - position[i])));
      });
      expect(off).toHaveLength(51);
      expect(Math.max(...off)).toBeLessThanOrEqual(one.tolerance);
    });
  });
