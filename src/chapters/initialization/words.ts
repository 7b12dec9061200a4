import type {Language} from "../../course.js";
import type {RuleName} from "./layerFactors.js";
import type {UnitName} from "./scaleRuns.js";
import type {InputKind, WeightKind} from "./sums.js";
import type {Beginning} from "./symmetry.js";

const en = {
  sumControls: "The sum",
  n: "Inputs",
  sigma: "Deviation of the weights",
  weights: "Weights",
  weightKinds: {normal: "normal", uniform: "uniform", signs: "±σ"} satisfies Record<WeightKind, string>,
  input: "Inputs x",
  inputKinds: {
    standard: "standardized, E[x²] = 1",
    rectified: "after ReLU, E[x²] = ½",
    pixels: "pixels 0…1, E[x²] = ⅓"
  } satisfies Record<InputKind, string>,
  histogram: "Histogram of z = Σ w x over 256 neurons and 8 samples; short dashes: the bell of the formula",
  z: "z",
  wanted: "N(0, 1)",
  density: "density",
  deviations: "Standard deviation of z against the number of inputs",
  sd: "sd(z)",
  chosen: "sd(z) now",
  at: (n: number) => `sd(z) for n = ${n}, σ = 0.1`,
  fans: "The layer",
  fanIn: "Inputs",
  fanOut: "Outputs",
  table: (fanIn: number, fanOut: number) => `Factors of one layer, ${fanIn} inputs and ${fanOut} outputs`,
  theory: "theory",
  rules: {
    lecun: "LeCun",
    xavier: "Xavier",
    he: "He"
  } satisfies Record<RuleName, string>,
  columns: ["signal, linear", "signal, ReLU", "gradient, linear"],
  beginning: "First weights",
  beginnings: {
    equal: "all 0.5",
    zeros: "zeros",
    nearly: "0.5 ± a millionth",
    random: "random"
  } satisfies Record<Beginning, string>,
  run: "The training",
  neuron: (i: number) => `neuron ${i}`,
  neurons: "The weight of each hidden neuron for x₁",
  weight: "weight for x₁",
  step: "step",
  cost: "cost J",
  costs: "The cost of each training",
  apart: "largest distance between two neurons",
  apartAfter: (beginning: string) =>
    `Largest distance between two hidden neurons after 600 steps, ${beginning}`,
  movedOf: (beginning: string) => `Parameters that 600 steps have moved, of 17, ${beginning}`,
  training: "The deep network",
  unit: "Activation",
  units: {relu: "ReLU", tanh: "tanh"} satisfies Record<UnitName, string>,
  depth: "Hidden layers",
  learningRate: "Learning rate",
  seed: "Seed",
  scale: (factor: number) => `× ${{0.25: "¼", 0.5: "½"}[factor] ?? factor}`,
  scales: "Cost of a deep network, from first weights so many times as large as the right scale",
  stuck: "ln 2, a guess",
  after: (scale: string) => `Cost after 120 steps, ${scale}`,
  gone: (scale: string, step: number) => `${scale}: no numbers from step ${step} on.`,
  beyond: (scale: string, cost: string, step: number) =>
    `${scale}: up to ${cost} at step ${step}, far above the picture.`,
  working: "Training …",
  predictFirst: "Drawn when you have said what you expect.",
  questions: {
    sum: {
      question:
        "A neuron has 1,000 inputs of size about 1, and weights of size about 0.1, of either sign. How large is its z?",
      answers: [
        {value: "tenth", label: "about 0.1"},
        {value: "three", label: "about 3"},
        {value: "hundred", label: "about 100"}
      ],
      right: "three",
      because:
        "The signs differ, so most of it cancels: what is left grows with the root of the number, 0.1 · √1000 ≈ 3.2."
    },
    symmetry: {
      question:
        "All weights of a network begin at 0.5. It is trained for 600 steps. How many of its four hidden neurons have become different?",
      answers: [
        {value: "none", label: "none"},
        {value: "some", label: "two or three"},
        {value: "all", label: "all four"}
      ],
      right: "none",
      because:
        "Equal weights give equal activations and equal gradients, and so equal weights again: step after step, to the last bit."
    },
    scale: {
      question:
        "Eight ReLU layers, first weights half as large as they should be. What does the cost do in the first 120 steps?",
      answers: [
        {value: "half", label: "it falls half as fast"},
        {value: "stuck", label: "next to nothing"},
        {value: "same", label: "the same, training repairs it soon"}
      ],
      right: "stuck",
      because:
        "A half per layer is 2⁻⁸ after eight, for the signal and for the gradient: the steps are far too small to repair anything."
    }
  }
};

const zh: typeof en = {
  sumControls: "这个和",
  n: "输入个数",
  sigma: "权重的标准差",
  weights: "权重",
  weightKinds: {normal: "正态", uniform: "均匀", signs: "±σ"},
  input: "输入 x",
  inputKinds: {
    standard: "已标准化，E[x²] = 1",
    rectified: "经过 ReLU，E[x²] = ½",
    pixels: "像素 0…1，E[x²] = ⅓"
  },
  histogram: "256 个神经元、8 个样本上 z = Σ w x 的直方图；短虚线是公式给出的钟形曲线",
  z: "z",
  wanted: "N(0, 1)",
  density: "密度",
  deviations: "z 的标准差与输入个数",
  sd: "sd(z)",
  chosen: "当前的 sd(z)",
  at: (n: number) => `n = ${n}、σ = 0.1 时的 sd(z)`,
  fans: "这一层",
  fanIn: "输入个数",
  fanOut: "输出个数",
  table: (fanIn: number, fanOut: number) => `一层的倍数：${fanIn} 个输入，${fanOut} 个输出`,
  theory: "理论",
  rules: {lecun: "LeCun", xavier: "Xavier", he: "He"},
  columns: ["信号（线性）", "信号（ReLU）", "梯度（线性）"],
  beginning: "初始权重",
  beginnings: {equal: "全为 0.5", zeros: "全为零", nearly: "0.5 ± 百万分之一", random: "随机"},
  run: "训练过程",
  neuron: (i: number) => `神经元 ${i}`,
  neurons: "各隐藏神经元对 x₁ 的权重",
  weight: "对 x₁ 的权重",
  step: "步",
  cost: "代价 J",
  costs: "各次训练的代价",
  apart: "两个神经元间的最大距离",
  apartAfter: (beginning: string) => `600 步后两个隐藏神经元间的最大距离，${beginning}`,
  movedOf: (beginning: string) => `600 步里动过的参数（共 17 个），${beginning}`,
  training: "深层网络",
  unit: "激活函数",
  units: {relu: "ReLU", tanh: "tanh"},
  depth: "隐藏层数",
  learningRate: "学习率",
  seed: "种子",
  scale: (factor: number) => `× ${{0.25: "¼", 0.5: "½"}[factor] ?? factor}`,
  scales: "深层网络的代价：初始权重是合适尺度的多少倍",
  stuck: "ln 2，等于瞎猜",
  after: (scale: string) => `120 步后的代价，${scale}`,
  gone: (scale: string, step: number) => `${scale}：第 ${step} 步起已不是数。`,
  beyond: (scale: string, cost: string, step: number) => `${scale}：第 ${step} 步高达 ${cost}，远在图外。`,
  working: "正在训练……",
  predictFirst: "先作预测，再看图。",
  questions: {
    sum: {
      question: "一个神经元有 1000 个输入，大小都在 1 左右；权重在 0.1 左右，有正有负。它的 z 大约多大？",
      answers: [
        {value: "tenth", label: "0.1 左右"},
        {value: "three", label: "3 左右"},
        {value: "hundred", label: "100 左右"}
      ],
      right: "three",
      because: "有正有负，大部分抵消了，剩下的随个数的平方根增长：0.1 · √1000 ≈ 3.2。"
    },
    symmetry: {
      question: "一个网络的权重全从 0.5 开始，训练 600 步。四个隐藏神经元里，有几个变得和别的不同？",
      answers: [
        {value: "none", label: "一个也没有"},
        {value: "some", label: "两三个"},
        {value: "all", label: "四个都不同"}
      ],
      right: "none",
      because: "权重相等，激活值就相等，梯度也相等，于是权重还是相等：步步如此，一位不差。"
    },
    scale: {
      question: "八个 ReLU 层，初始权重只有应有的一半。前 120 步里，代价会怎样？",
      answers: [
        {value: "half", label: "下降，只是慢一半"},
        {value: "stuck", label: "几乎不动"},
        {value: "same", label: "差不多，训练很快就补回来"}
      ],
      right: "stuck",
      because: "每层一半，八层就是 2⁻⁸，信号如此，梯度也如此：步子太小，什么也补不回来。"
    }
  }
};

export const initializationWords: Readonly<Record<Language, typeof en>> = {en, zh};
