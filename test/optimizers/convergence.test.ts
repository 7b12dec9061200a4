import {describe, expect, test} from "vitest";
import {
  adadelta,
  adagrad,
  adam,
  adamax,
  adamw,
  amsgrad,
  descend,
  exponentialDecay,
  gradientDescent,
  momentum,
  nadam,
  nesterov,
  type Objective,
  type Optimizer,
  rmsprop,
  surfaces
} from "../../lib/index.js";

/** A convex surface with a start, its largest curvature and its minimum. */
interface Problem {
  readonly name: string;
  readonly objective: Objective;
  readonly start: readonly [number, number];
  readonly curvature: number;
  readonly minimum: readonly [number, number];
}

const {bowl, booth, matyas, quadratic} = surfaces;
const ravine = {start: [-2, 1], curvature: 20, minimum: [0, 0]} as const;
const convex: Problem[] = [
  {name: "bowl", objective: bowl, start: [1.5, -1], curvature: 2, minimum: [0, 0]},
  {name: "booth", objective: booth, start: [-4, -2], curvature: 18, minimum: [1, 3]},
  {name: "matyas", objective: matyas, start: [5, -3], curvature: 1, minimum: [0, 0]},
  {name: "ravine", objective: quadratic({a: 1, b: 20}), ...ravine},
  {name: "turned ravine", objective: quadratic({a: 1, b: 20, rotation: Math.PI / 6}), ...ravine}
];

const decaying = (learningRate: number, base: number) => exponentialDecay({learningRate, base});

/** One setting an optimizer for all surfaces; where the rate knows the scale of the gradient it is a share of 1/λ. */
const settings: Record<string, (λ: number) => Optimizer> = {
  gradientDescent: (λ) => gradientDescent({learningRate: 1 / λ}),
  momentum: (λ) => momentum({learningRate: 2 / λ}),
  "momentum, corrected": (λ) => momentum({learningRate: 2 / λ, correctBias: true}),
  "momentum, classical": (λ) => momentum({learningRate: 0.2 / λ, form: "classical"}),
  nesterov: (λ) => nesterov({learningRate: 0.2 / λ}),
  adagrad: () => adagrad({learningRate: 1}),
  adadelta: () => adadelta({learningRate: decaying(1, 0.998), epsilon: 0.01}),
  rmsprop: () => rmsprop({learningRate: decaying(0.1, 0.995)}),
  "rmsprop, ε inside": () => rmsprop({learningRate: decaying(0.1, 0.995), epsilonInside: true}),
  adam: () => adam({learningRate: 0.1}),
  amsgrad: () => amsgrad({learningRate: 0.1}),
  // any decay of the weights moves the minimum
  adamw: () => adamw({learningRate: 0.1, weightDecay: 0}),
  nadam: () => nadam({learningRate: decaying(0.3, 0.998)}),
  adamax: () => adamax({learningRate: 0.1})
};

const rows = Object.entries(settings).flatMap(([name, make]) =>
  convex.map((problem) => [name, problem.name, make, problem] as const)
);

test.each(rows)("%s settles within 1e-6 of the minimum of the %s", (_, __, make, problem) => {
  const {objective, start, curvature, minimum} = problem;
  const distances: number[] = [];
  for (const {parameters, diverged} of descend(objective, make(curvature), start)) {
    distances.push(Math.hypot(...minimum.map((x, i) => parameters[i] - x)));
    if (diverged || distances.length > 5000) break;
  }
  expect(distances).toHaveLength(5001);
  expect(Math.max(...distances.slice(-500))).toBeLessThanOrEqual(1e-6);
});

describe("beyond the stability edge", () => {
  const beyond: [string, Optimizer][] = [
    ["gradientDescent", gradientDescent({learningRate: 2.1 / 20})],
    ["momentum", momentum({learningRate: 39 / 20})],
    ["momentum, classical", momentum({learningRate: 3.9 / 20, form: "classical"})],
    ["nesterov", nesterov({learningRate: 1.5 / 20})]
  ];

  test.each(beyond)("%s on a ravine is reported as diverged, as the last step", (_, optimizer) => {
    const flags: boolean[] = [];
    for (const {diverged} of descend(convex[3].objective, optimizer, [1, 1])) {
      flags.push(diverged);
      if (flags.length > 50_000) break;
    }
    expect(flags.indexOf(true)).toBe(flags.length - 1);
  });
});
