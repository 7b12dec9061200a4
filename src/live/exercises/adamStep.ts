import {adam} from "../../lib/optimizers/adam.js";
import {rosenbrock} from "../../lib/surfaces/rosenbrock.js";
import type {Vector} from "../../lib/types.js";
import type {Exercise} from "./exercise.js";
import {compareAll, first, isAbout, mismatch} from "./findings.js";

interface State {
  t: number;
  firstMoment: Vector;
  secondMoment: Vector;
}

type AdamStep = (
  parameters: Vector,
  gradient: Vector,
  state: State,
  options?: {learningRate?: number; beta1?: number; beta2?: number; epsilon?: number}
) => void;

const fresh = (size: number): State => ({
  t: 0,
  firstMoment: new Float64Array(size),
  secondMoment: new Float64Array(size)
});

/** How far the first step goes for a gradient of one number, in learning rates. */
function firstStep(adamStep: AdamStep, gradient = 1): number {
  const parameters = Float64Array.of(0);
  adamStep(parameters, Float64Array.of(gradient), fresh(1), {learningRate: 0.01});
  return -parameters[0] / 0.01;
}

/** Where some steps on Rosenbrock's valley lead from its usual start. */
function descent(step: (parameters: Vector, gradient: Vector) => void, steps: number): Vector {
  const parameters = Float64Array.of(-1.2, 1);
  for (let k = 0; k < steps; k++) step(parameters, rosenbrock(parameters).gradient);
  return parameters;
}

function reference(steps: number): Vector {
  const optimizer = adam({learningRate: 0.03});
  const state = optimizer.init(2);
  return descent((parameters, gradient) => optimizer.update(parameters, gradient, state), steps);
}

function answered(adamStep: AdamStep, steps: number): Vector {
  const state = fresh(2);
  return descent(
    (parameters, gradient) => adamStep(parameters, gradient, state, {learningRate: 0.03}),
    steps
  );
}

const coordinate = (i: number) => ({en: `coordinate ${i + 1}`, zh: `第 ${i + 1} 个坐标`});
const stepFor = (g: number) => ({
  en: `the first step for a gradient of ${g}, in learning rates,`,
  zh: `梯度为 ${g} 时的第一步（以学习率为单位）`
});

/** One step of Adam, held to the engine's, which is held to PyTorch's. */
export const adamStep: Exercise<AdamStep> = {
  name: "adamStep",
  task: {
    en: "Write one step of Adam. It moves `parameters` and `state` in place: $t \\leftarrow t + 1$, $v \\leftarrow \\beta_1 v + (1-\\beta_1) g$, $s \\leftarrow \\beta_2 s + (1-\\beta_2) g^2$, $\\hat v = v/(1-\\beta_1^t)$, $\\hat s = s/(1-\\beta_2^t)$, $\\theta \\leftarrow \\theta - \\alpha \\hat v / (\\sqrt{\\hat s} + \\epsilon)$.",
    zh: "写出 Adam 的一步。它原地改动 `parameters` 和 `state`：$t \\leftarrow t + 1$，$v \\leftarrow \\beta_1 v + (1-\\beta_1) g$，$s \\leftarrow \\beta_2 s + (1-\\beta_2) g^2$，$\\hat v = v/(1-\\beta_1^t)$，$\\hat s = s/(1-\\beta_2^t)$，$\\theta \\leftarrow \\theta - \\alpha \\hat v / (\\sqrt{\\hat s} + \\epsilon)$。"
  },
  stub: `function adamStep(
  parameters: Float64Array,
  gradient: Float64Array,
  state: {t: number; firstMoment: Float64Array; secondMoment: Float64Array},
  {learningRate = 0.001, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8} = {}
): void {
  const {firstMoment: v, secondMoment: s} = state;
  for (let i = 0; i < parameters.length; i++) {
    const g = gradient[i];
    parameters[i] -= learningRate * g / 2;
  }
}`,
  checks: [
    {
      title: {
        en: "The first step is as long as the learning rate, whatever the gradient: 0.001, 1 or 1000.",
        zh: "无论梯度是 0.001、1 还是 1000，第一步的长度都等于学习率。"
      },
      run: (adamStep) =>
        first(
          ...[0.001, 1, 1000].map((g) => () => {
            const step = firstStep(adamStep, g);
            return Math.abs(step - 1) < 1e-4 ? null : mismatch(stepFor(g), 1, step);
          })
        )
    },
    {
      title: {en: "Against a negative gradient it goes up.", zh: "梯度为负时，参数增大。"},
      run(adamStep) {
        const step = firstStep(adamStep, -1);
        return Math.abs(step + 1) < 1e-4 ? null : mismatch(stepFor(-1), -1, step);
      }
    },
    {
      title: {en: "`state.t` counts the steps.", zh: "`state.t` 记录步数。"},
      run(adamStep) {
        const state = fresh(1);
        for (let k = 0; k < 3; k++) adamStep(Float64Array.of(0), Float64Array.of(1), state);
        return state.t === 3 ? null : mismatch({en: "t after three steps", zh: "三步之后的 t"}, 3, state.t);
      }
    },
    {
      title: {
        en: "100 steps in Rosenbrock's valley end where the engine's Adam ends, to 12 digits.",
        zh: "在 Rosenbrock 山谷里走 100 步，终点与引擎的 Adam 相同，精确到 12 位。"
      },
      run: (adamStep) => compareAll(coordinate, reference(100), answered(adamStep, 100), 1e-12)
    }
  ],
  fingerprints: [
    {
      hint: {
        en: "Your first step is 10 learning rates long: ŝ must be divided by 1 − β₂ᵗ, not by 1 − β₁ᵗ; and a correction divides, it does not multiply.",
        zh: "你的第一步是学习率的 10 倍：ŝ 要除以 1 − β₂ᵗ，而不是 1 − β₁ᵗ；修正是除，不是乘。"
      },
      fits: (adamStep) => isAbout(firstStep(adamStep), 10)
    },
    {
      hint: {
        en: "Your first step is 3.16 learning rates long, which is 0.1/√0.001: neither average is corrected.",
        zh: "你的第一步是学习率的 3.16 倍，也就是 0.1/√0.001：两个平均都没有修正。"
      },
      fits: (adamStep) => isAbout(firstStep(adamStep), 0.1 / Math.sqrt(0.001))
    },
    {
      hint: {
        en: "Your first step is not a number: with t = 0 the correction 1 − βᵗ is 0. Count the step before you divide.",
        zh: "你的第一步不是数：t = 0 时，修正 1 − βᵗ 等于 0。先数这一步，再作除法。"
      },
      fits: (adamStep) => Number.isNaN(firstStep(adamStep))
    },
    {
      hint: {
        en: "Your first step is a tenth of a learning rate: v is not corrected, s is.",
        zh: "你的第一步是学习率的十分之一：s 修正了，v 没有。"
      },
      fits: (adamStep) => isAbout(firstStep(adamStep), 0.1)
    },
    {
      hint: {
        en: "Your first step is 31.6 learning rates long: s is not corrected, v is.",
        zh: "你的第一步是学习率的 31.6 倍：v 修正了，s 没有。"
      },
      fits: (adamStep) => isAbout(firstStep(adamStep), 1 / Math.sqrt(0.001))
    }
  ],
  hints: [
    {
      en: "First count the step in state.t; then, coordinate by coordinate, write the two averages back into v[i] and s[i].",
      zh: "先在 state.t 里数这一步；然后逐个坐标，把两个平均写回 v[i] 和 s[i]。"
    },
    {
      en: "Both averages start at 0 and are too small at first: v by the factor 1 − β₁ᵗ, s by 1 − β₂ᵗ. Divide each by its own, in new variables.",
      zh: "两个平均都从 0 起，开头偏小：v 小了 1 − β₁ᵗ 倍，s 小了 1 − β₂ᵗ 倍。各自除以自己的因子，存进新变量。"
    },
    {
      en: "The step is learningRate * vHat / (Math.sqrt(sHat) + epsilon): the root first, then ε.",
      zh: "这一步是 learningRate * vHat / (Math.sqrt(sHat) + epsilon)：先开方，再加 ε。"
    }
  ],
  solution: `function adamStep(
  parameters: Float64Array,
  gradient: Float64Array,
  state: {t: number; firstMoment: Float64Array; secondMoment: Float64Array},
  {learningRate = 0.001, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8} = {}
): void {
  const {firstMoment: v, secondMoment: s} = state;
  const t = ++state.t;
  for (let i = 0; i < parameters.length; i++) {
    const g = gradient[i];
    v[i] = beta1 * v[i] + (1 - beta1) * g;
    s[i] = beta2 * s[i] + (1 - beta2) * g ** 2;
    const vHat = v[i] / (1 - beta1 ** t);
    const sHat = s[i] / (1 - beta2 ** t);
    parameters[i] -= learningRate * vHat / (Math.sqrt(sHat) + epsilon);
  }
}`
};
