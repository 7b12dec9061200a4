import type {NetworkDiagramWords} from "../../components/networkDiagram.js";
import type {PredictOptions} from "../../components/predict.js";
import type {Language} from "../../course.js";
import type {ActivationName} from "./activationNames.js";
import type {CheckTableWords} from "./checkTable.js";
import type {Fingerprint} from "./check.js";
import type {LedgerTableWords} from "./ledgerTable.js";
import type {Bug, Operation} from "./operations.js";
import type {PanelWords} from "./operationPanel.js";
import type {DataName, RivalName} from "./rivals.js";
import type {SettingsTableWords} from "./settingsTable.js";

type Question = Omit<PredictOptions<string>, "language">;

/** What the chapter's pictures, inputs and measurements say. */
export interface DeepNetworksWords {
  readonly inputs: Readonly<
    Record<
      | "folds"
      | "features"
      | "example"
      | "drawn"
      | "pytorch"
      | "mode"
      | "one"
      | "all"
      | "samples"
      | "sample"
      | "labControls"
      | "steps"
      | "bug"
      | "width"
      | "checkControls"
      | "data"
      | "turns"
      | "layerWidth"
      | "activation"
      | "rate"
      | "epochs"
      | "draw"
      | "contestControls"
      | "training",
      string
    >
  > & {readonly hidden: (layer: number) => string};
  readonly activations: Readonly<Record<ActivationName, string>>;
  readonly bugs: Readonly<Record<Bug, string>>;
  readonly datasets: Readonly<Record<DataName, string>>;
  readonly rivals: Readonly<Record<RivalName, string>>;
  readonly questions: Readonly<Record<"folds" | "shape" | "mean" | "step" | "draws", Question>>;
  readonly folds: {
    readonly label: (depth: number) => string;
    readonly price: string;
    readonly pieces: string;
    readonly deep: string;
    readonly shallow: string;
    readonly depth: string;
  };
  readonly shapes: {
    readonly caption: string;
    readonly columns: readonly string[];
    readonly total: string;
  };
  readonly network: NetworkDiagramWords & {
    readonly describe: (sizes: string, sample: number, step: string) => string;
  };
  readonly step: (operation: Operation, formula: string) => string;
  readonly panel: Omit<PanelWords, "objection">;
  readonly bars: {
    readonly label: string;
    readonly mean: string;
    readonly describe: (equation: string) => string;
  };
  readonly ledger: LedgerTableWords;
  /** What the engine objects to shapes, in the page's language. */
  readonly objection: (problem: string) => string;
  readonly asText: string;
  readonly check: Omit<CheckTableWords, "objection"> & {
    readonly fingerprints: Readonly<Record<Fingerprint, string>>;
  };
  readonly curve: Readonly<Record<"label" | "h" | "error" | "curve", string>>;
  readonly contest: {
    readonly title: (accuracy: string, epoch: number) => string;
    readonly diverged: (epoch: number) => string;
    readonly cost: string;
    readonly epoch: string;
    readonly neurons: (layer: number, last: number, count: number) => string;
    readonly inspect: string;
    readonly draws: string;
    readonly drawing: (done: number, count: number) => string;
    readonly drawn: (deepWins: number, count: number, deep: string, shallow: string) => string;
  };
  readonly settings: SettingsTableWords & {
    readonly weights: (count: number) => string;
    readonly biases: (count: number) => string;
    readonly names: Readonly<Record<"rate" | "epochs" | "layers" | "sizes" | "activation" | "draw", string>>;
    readonly spread: (low: string, high: string) => string;
  };
  readonly measures: Readonly<
    Record<
      | "pieces"
      | "foldParameters"
      | "parameters"
      | "engine"
      | "pytorch"
      | "total"
      | "missing"
      | "truncation"
      | "rounding"
      | "equal",
      string
    >
  >;
}

export const deepNetworksWords: Readonly<Record<Language, DeepNetworksWords>> = {
  en: {
    inputs: {
      folds: "Hidden layers",
      features: "Input features",
      example: "Numbers from",
      drawn: "this page",
      pytorch: "PyTorch",
      mode: "At once",
      one: "one sample",
      all: "m samples",
      samples: "Samples",
      sample: "Sample",
      hidden: (layer) => `Activation, layer ${layer}`,
      labControls: "The network and its samples",
      steps: "The operations of the pass",
      bug: "Mistake in the backward pass",
      width: "Width of the differences",
      checkControls: "The gradient check",
      data: "Data",
      turns: "Turns of the spiral",
      layerWidth: "Width of the deep layers",
      activation: "Activation",
      rate: "Learning rate",
      epochs: "Epochs",
      draw: "Draw of the first weights",
      contestControls: "The two networks and their training",
      training: "The training"
    },
    activations: {tanh: "tanh", relu: "ReLU", sigmoid: "sigmoid", identity: "linear"},
    bugs: {
      none: "none",
      transpose: "no transpose",
      mean: "no 1/m",
      axis: "wrong axis",
      slope: "no g′"
    },
    datasets: {spirals: "spirals", moons: "moons", circles: "circles"},
    rivals: {shallow: "shallow", deep: "deep"},
    questions: {
      folds: {
        question: "Six such layers have twelve neurons. Of how many straight pieces is the curve then?",
        answers: [
          {value: "12", label: "12"},
          {value: "36", label: "36"},
          {value: "64", label: "64"}
        ],
        right: "64",
        because: "Each layer folds everything before it once more, and each fold doubles the pieces: 2⁶."
      },
      shape: {
        question: "Eight samples pass through the network. What shape has dW⁽²⁾?",
        answers: [
          {value: "W", label: "5×5"},
          {value: "Z", label: "5×8"},
          {value: "three", label: "5×5×8"}
        ],
        right: "W",
        because:
          "A derivative has the shape of what it is taken by: there is one for each weight. The samples have been averaged."
      },
      mean: {
        question: "You forget the 1/m, with m = 8 samples. What does the relative error say?",
        answers: [
          {value: "tiny", label: "10⁻⁷, it passes"},
          {value: "share", label: "7/8 = 0.875"},
          {value: "ratio", label: "7/9 = 0.778"},
          {value: "eight", label: "8"}
        ],
        right: "ratio",
        because:
          "The gradient is 8 times too large, so the error is (8 − 1)/(8 + 1), whatever network and numbers."
      },
      step: {
        question: "Make h a thousand times smaller, 10⁻⁸ in place of 10⁻⁵. What becomes of the error?",
        answers: [
          {value: "smaller", label: "a million times smaller"},
          {value: "same", label: "it stays"},
          {value: "larger", label: "it grows"}
        ],
        right: "larger",
        because:
          "The two costs agree in more and more digits, and what rounding leaves of their difference is divided by ever less."
      },
      draws: {
        question:
          "On this page's spiral, with layers of six: which network ends lower from most of ten draws?",
        answers: [
          {value: "shallow", label: "the shallow one"},
          {value: "deep", label: "the deep one"},
          {value: "neither", label: "about five each"}
        ],
        right: "deep",
        because: "Its layers fold the spiral open, step by step. Now try layers of four."
      }
    },
    folds: {
      label: (depth) => `A curve that ${depth} hidden ${depth === 1 ? "layer folds" : "layers fold"}`,
      price: "parameters for as many pieces",
      pieces: "t(t(… x))",
      deep: "deep",
      shallow: "one hidden layer, at least",
      depth: "hidden layers"
    },
    shapes: {
      caption: "Shapes and numbers of parameters, layer by layer",
      columns: ["l", "n⁽ˡ⁾", "W⁽ˡ⁾", "b⁽ˡ⁾", "Z⁽ˡ⁾, A⁽ˡ⁾", "parameters"],
      total: "together"
    },
    network: {
      label: "The network",
      layer: (index, last) => (index === 0 ? "input" : index === last ? "output" : `layer ${index}`),
      forward: "forward",
      backward: "backward",
      describe: (sizes, sample, step) =>
        `A network with layers of ${sizes}; in the circles the numbers of sample ${sample}. ${step}`
    },
    step: ({kind, layer}, formula) =>
      kind === "given"
        ? "What is given: the samples X and, below them, their classes Y; and all W and b"
        : `${/^d/.test(kind) ? "Backward" : "Forward"}, layer ${layer}: ${formula}`,
    panel: {
      label: "The operation and its matrices",
      cell: "The entry",
      cellRule: "must be row.column, each from 1 to 16, such as 2.3",
      stuck: (problem) => `This stops here: ${problem}.`
    },
    bars: {
      label: "What the entry is made of",
      mean: "mean",
      describe: (equation) => `What the entry is made of: ${equation}`
    },
    ledger: {
      caption: "All matrices of the two passes; press one to see how it is made.",
      layer: (index) => `l = ${index}`,
      go: (symbol, shape) => `${symbol}, ${shape}: show how it is made`
    },
    objection: (problem) => problem,
    asText: "All numbers as text, for NumPy or PyTorch",
    check: {
      caption: "Relative error of the derivatives against differences",
      layer: (index) => `l = ${index}`,
      passes: "passes",
      fails: "fails",
      fingerprints: {
        none: "All derivatives pass.",
        mean: "Every error is (m − 1)/(m + 1): all derivatives are m times too large. The 1/m is missing.",
        transpose: "The biases pass, the weights do not: in dW = dZ · Aᵀ the transpose is missing.",
        axis: "The weights pass, the biases do not: db must be summed over the samples, along the rows.",
        slope:
          "The last layer passes, those before it do not: what is handed back lacks the factor g′, which a linear layer would not miss.",
        unknown: "No mistake that this page knows. Is h well chosen, and is your code right?"
      }
    },
    curve: {
      label: "Error of the differences against their width",
      h: "h",
      error: "relative error",
      curve: "all parameters"
    },
    contest: {
      title: (accuracy, epoch) => `${accuracy} right after ${epoch} epochs`,
      diverged: (epoch) => `diverged at epoch ${epoch}`,
      cost: "cost J",
      epoch: "epoch",
      neurons(index, last, count) {
        if (index === 0) return "input: the two coordinates";
        if (index === last) return "output: the answer of the network";
        return `layer ${index}: what its ${count} neurons give, over the plane`;
      },
      inspect: "Neurons of",
      draws: "Last cost from ten draws of the first weights",
      drawing: (done, count) => `${done} of ${count} draws trained.`,
      drawn: (deepWins, count, deep, shallow) =>
        `The deep network ends lower in ${deepWins} of ${count} draws; median cost ${deep} against ${shallow}.`
    },
    settings: {
      caption: "Who sets what: the deep network above",
      columns: ["quantity", "now", "tag"],
      kinds: {parameter: "parameter: training sets it", hyperparameter: "hyperparameter: you set it"},
      weights: (count) => `weights W⁽¹⁾ … W⁽⁴⁾, ${count} numbers`,
      biases: (count) => `biases b⁽¹⁾ … b⁽⁴⁾, ${count} numbers`,
      names: {
        rate: "learning rate α",
        epochs: "epochs N",
        layers: "number of layers L",
        sizes: "neurons in each, n⁽¹⁾, n⁽²⁾ …",
        activation: "activation g",
        draw: "draw of the first weights"
      },
      spread: (low, high) => `from ${low} to ${high}`
    },
    measures: {
      pieces: "Straight pieces",
      foldParameters: "Parameters of the folding network",
      parameters: "Parameters of the network",
      engine: "The code above against the engine's gradient, largest difference",
      pytorch: "The code above against PyTorch's numbers, largest difference",
      total: "Relative error of the whole gradient",
      missing: "Without the 1/m",
      truncation: "Slope of the error for large h",
      rounding: "Slope of the error for small h",
      equal: "Parameters of the deep and the shallow one"
    }
  },
  zh: {
    inputs: {
      folds: "隐藏层数",
      features: "输入特征数",
      example: "数据来自",
      drawn: "本页",
      pytorch: "PyTorch",
      mode: "一次算",
      one: "一个样本",
      all: "m 个样本",
      samples: "样本数",
      sample: "样本",
      hidden: (layer) => `第 ${layer} 层的激活函数`,
      labControls: "网络与样本",
      steps: "两趟传播的各步运算",
      bug: "反向传播中的错误",
      width: "差分的步长",
      checkControls: "梯度检验",
      data: "数据",
      turns: "螺线的圈数",
      layerWidth: "深层网络的层宽",
      activation: "激活函数",
      rate: "学习率",
      epochs: "训练轮数",
      draw: "初始权重的抽取",
      contestControls: "两个网络与它们的训练",
      training: "训练过程"
    },
    activations: {tanh: "tanh", relu: "ReLU", sigmoid: "sigmoid", identity: "线性"},
    bugs: {none: "没有", transpose: "漏了转置", mean: "漏了 1/m", axis: "轴弄错", slope: "漏了 g′"},
    datasets: {spirals: "螺线", moons: "月牙", circles: "同心圆"},
    rivals: {shallow: "浅层", deep: "深层"},
    questions: {
      folds: {
        question: "六个这样的层共有 12 个神经元。曲线由多少段直线组成？",
        answers: [
          {value: "12", label: "12"},
          {value: "36", label: "36"},
          {value: "64", label: "64"}
        ],
        right: "64",
        because: "每一层都把前面的结果整个再折一次，每折一次，段数翻倍：2⁶。"
      },
      shape: {
        question: "8 个样本通过网络。dW⁽²⁾ 是什么形状？",
        answers: [
          {value: "W", label: "5×5"},
          {value: "Z", label: "5×8"},
          {value: "three", label: "5×5×8"}
        ],
        right: "W",
        because: "对什么求导，导数就是什么形状：每个权重一个。样本那一维已经取了平均。"
      },
      mean: {
        question: "有 m = 8 个样本，你忘了乘 1/m。相对误差会是多少？",
        answers: [
          {value: "tiny", label: "10⁻⁷，通过"},
          {value: "share", label: "7/8 = 0.875"},
          {value: "ratio", label: "7/9 = 0.778"},
          {value: "eight", label: "8"}
        ],
        right: "ratio",
        because: "梯度大了 8 倍，误差就是 (8 − 1)/(8 + 1)，和网络、和数值都无关。"
      },
      step: {
        question: "把 h 缩小一千倍，从 10⁻⁵ 变成 10⁻⁸。误差会怎样？",
        answers: [
          {value: "smaller", label: "缩小到百万分之一"},
          {value: "same", label: "不变"},
          {value: "larger", label: "变大"}
        ],
        right: "larger",
        because: "两个代价相同的位数越来越多，舍入之后剩下的那点差，却要除以越来越小的数。"
      },
      draws: {
        question: "在本页的螺线上，层宽为 6：从十次抽取出发，哪个网络多半降得更低？",
        answers: [
          {value: "shallow", label: "浅层网络"},
          {value: "deep", label: "深层网络"},
          {value: "neither", label: "大约各占一半"}
        ],
        right: "deep",
        because: "它的各层一步一步把螺线展开。再试试层宽为 4。"
      }
    },
    folds: {
      label: (depth) => `${depth} 个隐藏层折出的曲线`,
      price: "折出同样多的段，需要的参数",
      pieces: "t(t(… x))",
      deep: "深层",
      shallow: "单隐藏层，至少",
      depth: "隐藏层数"
    },
    shapes: {
      caption: "各层的形状与参数个数",
      columns: ["l", "n⁽ˡ⁾", "W⁽ˡ⁾", "b⁽ˡ⁾", "Z⁽ˡ⁾、A⁽ˡ⁾", "参数"],
      total: "合计"
    },
    network: {
      label: "网络",
      layer: (index, last) => (index === 0 ? "输入" : index === last ? "输出" : `第 ${index} 层`),
      forward: "前向",
      backward: "反向",
      describe: (sizes, sample, step) =>
        `各层神经元数为 ${sizes} 的网络；圆圈里是第 ${sample} 个样本的数值。${step}`
    },
    step: ({kind, layer}, formula) =>
      kind === "given"
        ? "已知：样本 X，下面是它们的类别 Y；以及所有的 W 和 b"
        : `${/^d/.test(kind) ? "反向" : "前向"}，第 ${layer} 层：${formula}`,
    panel: {
      label: "这一步运算和它的矩阵",
      cell: "元素",
      cellRule: "应写成“行.列”，各为 1 到 16，例如 2.3",
      stuck: (problem) => `算到这里卡住了：${problem}。`
    },
    bars: {
      label: "这个元素由什么组成",
      mean: "平均",
      describe: (equation) => `这个元素由什么组成：${equation}`
    },
    ledger: {
      caption: "两趟传播的全部矩阵；点一个，看它是怎样算出来的。",
      layer: (index) => `l = ${index}`,
      go: (symbol, shape) => `${symbol}，${shape}：看它怎样算出`
    },
    objection: (problem) => problem.replace(/^cannot multiply (\S+) by (\S+)$/, "$1 与 $2 不能相乘"),
    asText: "全部数值的文本，可贴进 NumPy 或 PyTorch",
    check: {
      caption: "各个导数与差分的相对误差",
      layer: (index) => `l = ${index}`,
      passes: "通过",
      fails: "不通过",
      fingerprints: {
        none: "全部导数都通过。",
        mean: "每个误差都是 (m − 1)/(m + 1)：导数整个大了 m 倍，漏了 1/m。",
        transpose: "偏置通过，权重不通过：dW = dZ · Aᵀ 里漏了转置。",
        axis: "权重通过，偏置不通过：db 要对样本求和，也就是沿着行。",
        slope: "最后一层通过，前面的都不通过：往回传的量少乘了 g′。换成线性层，这个错误就看不出来。",
        unknown: "不是本页认得的错误。h 选得合适吗？你的代码对吗？"
      }
    },
    curve: {label: "差分的误差与步长", h: "h", error: "相对误差", curve: "全部参数"},
    contest: {
      title: (accuracy, epoch) => `训练 ${epoch} 轮，答对 ${accuracy}`,
      diverged: (epoch) => `第 ${epoch} 轮发散`,
      cost: "代价 J",
      epoch: "轮",
      neurons(index, last, count) {
        if (index === 0) return "输入：两个坐标";
        if (index === last) return "输出：网络的回答";
        return `第 ${index} 层：${count} 个神经元在平面各处的输出`;
      },
      inspect: "看哪个网络的神经元",
      draws: "十次抽取初始权重，训练结束时的代价",
      drawing: (done, count) => `已训练 ${done} / ${count} 次。`,
      drawn: (deepWins, count, deep, shallow) =>
        `${count} 次抽取中，深层网络有 ${deepWins} 次降得更低；代价的中位数，深层 ${deep}，浅层 ${shallow}。`
    },
    settings: {
      caption: "谁来定：以上面的深层网络为例",
      columns: ["量", "现在的值", "类别"],
      kinds: {parameter: "参数：由训练来定", hyperparameter: "超参数：由你来定"},
      weights: (count) => `权重 W⁽¹⁾ … W⁽⁴⁾，${count} 个数`,
      biases: (count) => `偏置 b⁽¹⁾ … b⁽⁴⁾，${count} 个数`,
      names: {
        rate: "学习率 α",
        epochs: "训练轮数 N",
        layers: "层数 L",
        sizes: "每层的神经元数 n⁽¹⁾、n⁽²⁾ …",
        activation: "激活函数 g",
        draw: "初始权重的抽取"
      },
      spread: (low, high) => `从 ${low} 到 ${high}`
    },
    measures: {
      pieces: "直线段数",
      foldParameters: "折叠所需的参数个数",
      parameters: "网络的参数个数",
      engine: "上面的代码与引擎算出的梯度，最大差",
      pytorch: "上面的代码与 PyTorch 的数值，最大差",
      total: "整个梯度的相对误差",
      missing: "漏掉 1/m",
      truncation: "h 较大时误差的斜率",
      rounding: "h 较小时误差的斜率",
      equal: "深层与浅层各自的参数个数"
    }
  }
};
