import type {Exercise} from "./exercise.js";
import {compareAll, isAbout} from "./findings.js";

type Ema = (
  values: readonly number[],
  beta: number,
  options?: {initial?: "zero" | "first"; correctBias?: boolean}
) => ArrayLike<number>;

/** Six days of January 2013 in Beijing and their averages at β = 0.9, made with pandas: see test/golden/ema.json. */
export const beijing = {
  days: [-7.208333333333333, -10.5, -9.875, -10.666666666666666, -7.583333333333333, -6.708333333333333],
  corrected: [
    -7.208333333333333, -8.94078947368421, -9.285516605166052, -9.687130464282253, -9.17339523658356,
    -8.647300998024441
  ],
  fromFirst: [
    -7.208333333333333, -7.5375, -7.771249999999999, -8.060791666666667, -8.013045833333333,
    -7.882574583333334
  ]
};

const average = (t: number) => ({en: `the average on day ${t + 1}`, zh: `第 ${t + 1} 天的平均`});
const ones = () => [1, 1, 1];

/** The exponentially weighted average with its bias corrected. */
export const ema: Exercise<Ema> = {
  name: "ema",
  task: {
    en: 'Write the average yourself. `ema(values, beta)` returns one average a day: $v_t = \\beta v_{t-1} + (1-\\beta) y_t$ from $v_0 = 0$, divided by $1-\\beta^t$ where `correctBias` is on. With `initial: "first"` it starts from $v_1 = y_1$ instead, and is asked for without the correction.',
    zh: '自己写出这个平均。`ema(values, beta)` 每天返回一个平均：从 $v_0 = 0$ 起，$v_t = \\beta v_{t-1} + (1-\\beta) y_t$；`correctBias` 打开时再除以 $1-\\beta^t$。`initial: "first"` 则改从 $v_1 = y_1$ 起，这时不要求修正。'
  },
  stub: `function ema(
  values: readonly number[],
  beta: number,
  {initial = "zero", correctBias = true}: {initial?: "zero" | "first"; correctBias?: boolean} = {}
): number[] {
  const averages: number[] = [];
  let v = 0;
  for (const y of values) {
    averages.push(v);
  }
  return averages;
}`,
  checks: [
    {
      title: {
        en: "A constant series of 5 has the corrected average 5 on every day.",
        zh: "恒为 5 的序列，修正后的平均每天都是 5。"
      },
      run: (ema) => compareAll(average, [5, 5, 5, 5], ema([5, 5, 5, 5], 0.9), 1e-12)
    },
    {
      title: {
        en: "Uncorrected, the same series gives $(1-\\beta^t) \\cdot 5$.",
        zh: "不修正时，同一序列给出 $(1-\\beta^t) \\cdot 5$。"
      },
      run: (ema) =>
        compareAll(average, [0.5, 0.95, 1.355, 1.7195], ema([5, 5, 5, 5], 0.9, {correctBias: false}), 1e-12)
    },
    {
      title: {
        en: "Six days of Beijing give the corrected averages of pandas, to 12 digits.",
        zh: "北京的六天，修正后的平均与 pandas 的结果相同，精确到 12 位。"
      },
      run: (ema) => compareAll(average, beijing.corrected, ema([...beijing.days], 0.9), 1e-12)
    },
    {
      title: {
        en: "Started from the first value they give those of pandas as well.",
        zh: "从第一个值起步时，也与 pandas 相同。"
      },
      run: (ema) =>
        compareAll(
          average,
          beijing.fromFirst,
          ema([...beijing.days], 0.9, {initial: "first", correctBias: false}),
          1e-12
        )
    },
    {
      title: {en: "The input is left as it was.", zh: "输入保持原样。"},
      run(ema) {
        const values = [3, 1, 2];
        ema(values, 0.5);
        return compareAll((i) => ({en: `values[${i}]`, zh: `values[${i}]`}), [3, 1, 2], values, 0);
      }
    }
  ],
  fingerprints: [
    {
      hint: {
        en: "Your first average of a series of ones is 1 − β: the bias is not corrected yet. Divide by 1 − βᵗ.",
        zh: "全为 1 的序列，你的第一个平均是 1 − β：偏差还没有修正。要除以 1 − βᵗ。"
      },
      fits: (ema) => isAbout(ema(ones(), 0.9)[0], 0.1)
    },
    {
      hint: {
        en: "Your first average is not a finite number: 1 − β⁰ is 0, so t must count from 1.",
        zh: "你的第一个平均不是有限的数：1 − β⁰ 等于 0，所以 t 要从 1 数起。"
      },
      fits: (ema) => !Number.isFinite(ema(ones(), 0.9)[0])
    },
    {
      hint: {
        en: "Your first average of a series of ones is 1/(1 + β): the power is one too high. On the first day t is 1.",
        zh: "全为 1 的序列，你的第一个平均是 1/(1 + β)：指数多了 1。第一天 t 是 1。"
      },
      fits: (ema) => isAbout(ema(ones(), 0.9)[0], 1 / 1.9)
    },
    {
      hint: {
        en: "Started from the first value, the average on day 1 is that value itself, with weight 1.",
        zh: "从第一个值起步时，第 1 天的平均就是那个值本身，权重是 1。"
      },
      fits: (ema) => isAbout(ema(ones(), 0.9, {initial: "first", correctBias: false})[0], 0.1)
    }
  ],
  hints: [
    {
      en: "Each day, mix what you have with what is new: keep the share β of v, add the share 1 − β of y.",
      zh: "每天把已有的与新来的混合：v 留下 β 份，y 加进 1 − β 份。"
    },
    {
      en: "After t days the weights of v sum to 1 − βᵗ only. Keep v as it is for the next day, and divide what you hand out.",
      zh: "t 天之后，v 的权重之和只有 1 − βᵗ。v 本身留给下一天，交出去的值才除以它。"
    },
    {
      en: 't is averages.length + 1 before you push. And with initial "first", v on the first day is y.',
      zh: '放入之前，t 等于 averages.length + 1。而 initial 为 "first" 时，第一天的 v 就是 y。'
    }
  ],
  solution: `function ema(
  values: readonly number[],
  beta: number,
  {initial = "zero", correctBias = true}: {initial?: "zero" | "first"; correctBias?: boolean} = {}
): number[] {
  let v = 0;
  return values.map((y, k) => {
    v = initial === "first" && k === 0 ? y : beta * v + (1 - beta) * y;
    return correctBias ? v / (1 - beta ** (k + 1)) : v;
  });
}`
};
