import type {Language} from "../../course.js";
import type {End} from "./lines.js";
import type {StartName} from "./starts.js";
import type {UnitKind} from "./units.js";

const en = {
  controls: "The network",
  depth: "Depth",
  width: "Width",
  unit: "Activation",
  units: {
    relu: "ReLU",
    leaky: "leaky ReLU",
    tanh: "tanh",
    sigmoid: "sigmoid",
    linear: "linear"
  } satisfies Record<UnitKind, string>,
  start: "First weights",
  starts: {
    lecun: "LeCun, N(0, 1/n)",
    xavier: "Xavier, N(0, 2/(n + n))",
    he: "He, N(0, 2/n)",
    normal: "N(0, σ²)",
    orthogonal: "orthogonal",
    constant: "one constant c",
    zeros: "zeros"
  } satisfies Record<StartName, string>,
  sigma: "Deviation, or constant",
  gain: "Gain, times the weights",
  standardized: "Inputs standardized",
  seed: "Seed",
  layer: "layer",
  layers: "Walk through the layers",
  shown: "Histograms of",
  show: {activations: "activations a", gradients: "gradients dz"},
  axis: "Their axis",
  axes: {values: "values", sizes: "sizes, logarithmic"},
  histograms: "A histogram of each layer's values, layer by layer",
  lines: {activation: "activation a", gradient: "gradient dz"},
  signal: "Size (root mean square) of the activations and the gradients in each layer",
  size: "root mean square",
  drawing: (drawn: number, depth: number) => `Drawing the weights: ${drawn} of ${depth} layers.`,
  network: (samples: number, scale: string) => `${samples} samples; scale of a layer ν = ${scale}.`,
  alike: "All layers are equally wide here, so Xavier and LeCun are the same.",
  noTheory:
    "Equal weights are not independent, so the theory of random weights is silent: the only singular value other than 0 is n·c.",
  ends: {
    forward: ({layer, kind}: End) =>
      kind === "zero" ? `a = 0 from layer ${layer}` : `a beyond all numbers from layer ${layer}`,
    backward: ({layer, kind}: End) =>
      kind === "zero" ? `dz = 0 up to layer ${layer}` : `dz beyond all numbers up to layer ${layer}`
  },
  marks: {
    forward: {zero: "a = 0", beyond: "a: no numbers"},
    backward: {zero: "dz = 0", beyond: "dz: no numbers"}
  },
  sentence: (text: string) => `${text}.`,
  allWell: "All numbers are in their range.",
  row: (layer: number, size: string) => `layer ${layer}, root mean square ${size}`,
  shares: "Share of each layer",
  share: {saturated: "saturated", dead: "dead", zero: "a = 0"},
  sharesMean:
    "Saturated: activations where |g′| is below 0.05. Dead: units where g′ is 0 on every sample. The area between the singular values is all that the product does, direction by direction; the short dashes are νˡ.",
  product: "Singular values of W⁽ˡ⁾ ⋯ W⁽¹⁾",
  factors: "factors",
  spectrum: {largest: "largest", middle: "middle", smallest: "smallest"},
  forwardFactor: "Activation, factor per layer",
  backwardFactor: "Gradient, factor per layer",
  atLayer: (layer: number) => `Activation in layer ${layer}`,
  gradientAtLayer: (layer: number) => `Gradient in layer ${layer}`,
  repeated: "Size (root mean square) of a signal of ones after each layer with the same weights",
  matrices: {halves: "all entries .5", reflection: "entries .6 and −.4", fives: "5s above the diagonal"},
  dies: (layer: number) => `0 from layer ${layer}`,
  stretch: (matrix: string) => `Largest singular value of W³⁰, ${matrix}`,
  survives: (matrix: string) => `Largest singular value of W⁵, ${matrix}`,
  law: (unit: string, gain: string, law: string) => `${unit}, gain ${gain} (law ${law})`,
  atMost: (law: string) => `at most ${law}`,
  raw: (unit: string, inputs: string) => `Activation, factor per layer, ${unit}, ${inputs}`,
  inputs: {standardized: "inputs standardized", raw: "inputs around 5"},
  trained: "How far each step moves the first layer's weights",
  step: "step",
  length: "length of the step",
  trainedGain: (gain: number) => `gain ${gain}`,
  gone: (step: number) => `no numbers any more at step ${step}`,
  questions: {
    product: {
      question:
        "A layer has five inputs and five outputs, and all 25 weights are 0.5. Thirty such layers follow one another, without activations. What happens to a signal?",
      answers: [
        {value: "vanishes", label: "it vanishes"},
        {value: "stays", label: "it keeps its size"},
        {value: "explodes", label: "it explodes"}
      ],
      right: "explodes",
      because:
        "Every output adds up five inputs, each times 0.5: that is 2.5 times one of them, layer after layer."
    },
    steps: {
      question: "Gradients that explode: what do they make of gradient descent's step?",
      answers: [
        {value: "small", label: "very small, as vanishing ones do"},
        {value: "huge", label: "huge, and then no number at all"},
        {value: "normal", label: "nothing, the learning rate limits it"}
      ],
      right: "huge",
      because: "The step is the learning rate times the gradient: it is as large as the gradient makes it."
    }
  }
};

const zh: typeof en = {
  controls: "网络",
  depth: "深度",
  width: "宽度",
  unit: "激活函数",
  units: {relu: "ReLU", leaky: "Leaky ReLU", tanh: "tanh", sigmoid: "sigmoid", linear: "线性"},
  start: "初始权重",
  starts: {
    lecun: "LeCun，N(0, 1/n)",
    xavier: "Xavier，N(0, 2/(n + n))",
    he: "He，N(0, 2/n)",
    normal: "N(0, σ²)",
    orthogonal: "正交矩阵",
    constant: "同一个常数 c",
    zeros: "全为零"
  },
  sigma: "标准差（或常数）",
  gain: "增益（乘在权重上）",
  standardized: "输入已标准化",
  seed: "种子",
  layer: "层",
  layers: "逐层走一遍",
  shown: "直方图画的是",
  show: {activations: "激活值 a", gradients: "梯度 dz"},
  axis: "坐标",
  axes: {values: "数值", sizes: "大小（对数）"},
  histograms: "每一层数值的直方图，逐层排开",
  lines: {activation: "激活值 a", gradient: "梯度 dz"},
  signal: "各层激活值与梯度的大小（均方根）",
  size: "均方根",
  drawing: (drawn: number, depth: number) => `正在抽取权重：共 ${depth} 层，已有 ${drawn} 层。`,
  network: (samples: number, scale: string) => `${samples} 个样本，一层的尺度 ν = ${scale}。`,
  alike: "这里各层一样宽，所以 Xavier 与 LeCun 相同。",
  noTheory: "权重全相等，就不是独立的，随机权重的理论无话可说：不为零的奇异值只有一个，等于 n·c。",
  ends: {
    forward: ({layer, kind}: End) =>
      kind === "zero" ? `第 ${layer} 层起 a = 0` : `第 ${layer} 层起 a 超出数的范围`,
    backward: ({layer, kind}: End) =>
      kind === "zero" ? `第 ${layer} 层及以前 dz = 0` : `第 ${layer} 层及以前 dz 超出数的范围`
  },
  marks: {
    forward: {zero: "a = 0", beyond: "a 已不是数"},
    backward: {zero: "dz = 0", beyond: "dz 已不是数"}
  },
  sentence: (text: string) => `${text}。`,
  allWell: "所有数都在范围之内。",
  row: (layer: number, size: string) => `第 ${layer} 层，均方根 ${size}`,
  shares: "各层中的比例",
  share: {saturated: "饱和", dead: "死神经元", zero: "a = 0"},
  sharesMean:
    "饱和：|g′| 小于 0.05 的激活值。死神经元：在每个样本上 g′ 都为 0。奇异值之间的一片，就是乘积在各个方向上的全部作用；短虚线是 νˡ。",
  product: "W⁽ˡ⁾ ⋯ W⁽¹⁾ 的奇异值",
  factors: "因子个数",
  spectrum: {largest: "最大", middle: "中间", smallest: "最小"},
  forwardFactor: "激活值，每层的倍数",
  backwardFactor: "梯度，每层的倍数",
  atLayer: (layer: number) => `第 ${layer} 层的激活值`,
  gradientAtLayer: (layer: number) => `第 ${layer} 层的梯度`,
  repeated: "信号全为 1，每过一层（各层权重相同）的大小（均方根）",
  matrices: {halves: "元素全为 .5", reflection: "元素为 .6 与 −.4", fives: "对角线以上全为 5"},
  dies: (layer: number) => `第 ${layer} 层起为 0`,
  stretch: (matrix: string) => `W³⁰ 的最大奇异值，${matrix}`,
  survives: (matrix: string) => `W⁵ 的最大奇异值，${matrix}`,
  law: (unit: string, gain: string, law: string) => `${unit}，增益 ${gain}（规律：${law}）`,
  atMost: (law: string) => `至多 ${law}`,
  raw: (unit: string, inputs: string) => `激活值每层的倍数，${unit}，${inputs}`,
  inputs: {standardized: "输入已标准化", raw: "输入在 5 附近"},
  trained: "每一步把第一层的权重移动多远",
  step: "步",
  length: "步长",
  trainedGain: (gain: number) => `增益 ${gain}`,
  gone: (step: number) => `第 ${step} 步已不是数`,
  questions: {
    product: {
      question:
        "一层有 5 个输入、5 个输出，25 个权重全是 0.5。这样的层接连 30 个，没有激活函数。信号会怎样？",
      answers: [
        {value: "vanishes", label: "消失"},
        {value: "stays", label: "大小不变"},
        {value: "explodes", label: "爆炸"}
      ],
      right: "explodes",
      because: "每个输出把五个输入各乘 0.5 加起来，就是其中一个的 2.5 倍；一层接一层，都是如此。"
    },
    steps: {
      question: "梯度爆炸的时候，梯度下降的步子会怎样？",
      answers: [
        {value: "small", label: "变得非常小，和梯度消失一样"},
        {value: "huge", label: "变得极大，随后连数都不是了"},
        {value: "normal", label: "没有影响，有学习率管着"}
      ],
      right: "huge",
      because: "步子等于学习率乘以梯度：梯度有多大，步子就有多大。"
    }
  }
};

export const vanishingGradientsWords: Readonly<Record<Language, typeof en>> = {en, zh};
