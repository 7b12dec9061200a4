import type {DigitsWords} from "../words.js";

export const words: DigitsWords = {
  controls: "超参数",
  hyperparameters: {tag: "超参数", text: "训练之前由你来定。"},
  parameters: {
    tag: "参数",
    text: (formula, count) => `由训练来定：${formula} = ${count.toLocaleString("en")} 个权重和偏置。`
  },
  inputs: {
    layers: "隐藏层数",
    width: "每层神经元数",
    activation: "激活函数",
    initializer: "初始权重",
    optimizer: "优化器",
    alpha: "学习率",
    schedule: "学习率衰减",
    batch: "批大小",
    scaling: "像素",
    split: "留作测试",
    seed: "随机种子",
    epochs: "轮数"
  },
  activations: {
    relu: "ReLU",
    leaky: "leaky ReLU",
    elu: "ELU",
    gelu: "GELU",
    silu: "SiLU",
    softplus: "softplus",
    tanh: "tanh",
    sigmoid: "sigmoid",
    linear: "无（线性）"
  },
  initializers: {
    he: "He，方差 2/n",
    xavier: "Xavier",
    lecun: "方差 1/n",
    orthogonal: "正交",
    large: "N(0, 1)",
    tiny: "N(0, 0.01²)",
    zeros: "全零"
  },
  schedules: {
    constant: "固定",
    inverse: "1/(1 + 0.1 轮)",
    exponential: "0.95 的轮数次方",
    step: "两次乘 0.3",
    cosine: "余弦",
    warmup: "预热加余弦",
    cycle: "单周期"
  },
  scalings: {raw: "0 … 16", sixteenth: "÷ 16", standardized: "标准化"},
  splits: {fourth: "每四个取一个", writers: "最后 450 个"},
  batch: (size) => `批大小 ${size}`,
  seed: (seed) => `种子 ${seed}`,
  questions: {
    ceiling: {
      question:
        "一个有 32 个隐藏神经元的网络，训练到 1347 个训练数字一个也不错。它没见过的 450 个，能认对多少？",
      answers: [
        {value: "all", label: "全部"},
        {value: "most", label: "440 个左右"},
        {value: "fewer", label: "400 个左右"}
      ],
      right: "most",
      because: "训练集它已经背熟了，可没见过的数字里总有十来个，写法和背过的哪一个都不像。"
    },
    weights: {
      question: "隐藏层从一层改成五层，初始权重取自 N(0, 0.01²)。训练 20 轮后，测试数字能认对多少？",
      answers: [
        {value: "better", label: "更多，因为更深"},
        {value: "same", label: "差不多"},
        {value: "chance", label: "和瞎猜一样"}
      ],
      right: "chance",
      because: "每过一层，信号缩小到二十五分之一左右；过了五层，数字的痕迹所剩无几，回程的梯度也一样。"
    },
    optimizers: {
      question: "谁先在测试集上达到 95 %？",
      answers: [
        {value: "adam", label: "Adam，用常见的 0.001"},
        {value: "descent", label: "普通的梯度下降，用 0.1"},
        {value: "even", label: "不分先后"}
      ],
      right: "descent",
      because:
        "它只要三到五轮，学习率 0.001 的 Adam 要七到十一轮。换成 0.01，Adam 一两轮就到：学习率要配着优化器和数据来选。"
    }
  },
  desk: {
    label: "训练",
    runs: "各次训练的清单",
    runsRule: "应为本页写下的清单，最多四次训练",
    train: "训练",
    stop: "停止",
    resume: "继续",
    extend: (epochs) => `继续到 ${epochs} 轮`,
    full: "已经保留了四次训练：删掉一次，或取消一个保留标记，才能再训练。",
    changed: "设置改了：按“训练”会用新设置另起一次，代替没有保留的那一次。",
    compare: "对比：",
    comparisons: {
      scaling: "标准化有什么用",
      weights: "初始权重",
      optimizers: "优化器",
      writers: "没见过的笔迹"
    },
    progress: "已完成的轮数",
    pace: (epochs, perSecond) => `第 ${epochs} 轮 · 每秒 ${Math.round(perSecond)} 轮`,
    training: (run) => `第 ${run} 次正在训练。`,
    stopped: (run, epochs) => `第 ${run} 次在 ${epochs} 轮之后停下。`,
    finished: (run, epochs, right, all) =>
      `第 ${run} 次练完 ${epochs} 轮，${all} 个测试数字认对 ${right} 个。`,
    diverged: (run, updates) => `第 ${run} 次在第 ${updates} 次更新时发散。`,
    refused: (run, problem) => `第 ${run} 次无法训练：${problem}。`,
    loaded: (run, right, all) => `第 ${run} 次来自文件，${all} 个测试数字认对 ${right} 个。`
  },
  table: {
    caption: "各次训练",
    columns: [
      "训练（选中的显示在下面）",
      "轮数",
      "训练集 正确率",
      "测试集 正确率",
      "测试集 代价",
      "到 95 % 的轮数",
      "测试集 最好",
      "保留",
      "删除"
    ],
    show: (run) => `显示第 ${run} 次`,
    keep: (run) => `保留第 ${run} 次作对比`,
    drop: (run) => `删除第 ${run} 次`,
    never: "—",
    statuses: {
      new: "还没训练",
      waiting: "等待中",
      training: "训练中",
      stopped: "已停下",
      finished: "已完成",
      diverged: "发散",
      refused: "无法训练",
      loaded: "已载入"
    }
  },
  fromFile: (file) => `来自 ${file}`,
  curves: {test: "测试", train: "训练"},
  chart: {
    cost: "各次训练在测试集和训练集上的代价，随轮数的变化",
    accuracy: "各次训练在测试集和训练集上的正确率，随轮数的变化",
    epoch: "轮数",
    costAxis: "代价",
    accuracyAxis: "正确率"
  },
  gallery: "测试集里的数字",
  digit: (label) => `数字 ${label}`,
  pixels: "这个数字的像素",
  pixel: (row, column, value) => `第 ${row} 行第 ${column} 列：${value}`,
  confusion: {
    label: "测试数字各被认成什么",
    summary: (right, all) => `测试数字各被认成什么：${all} 个里认对 ${right} 个`,
    truth: "写的是",
    answer: "认成",
    cell: (truth, answer, count) =>
      truth === answer ? `${truth} 认对 ${count} 个` : `${truth} 认成 ${answer} 的有 ${count} 个`
  },
  mistakes: {
    label: "认错的测试数字",
    shown: (shown, all) =>
      shown < all
        ? `${all} 个错误中网络最有把握的 ${shown} 个：写的 → 认成的。`
        : `全部 ${all} 个错误，最有把握的在前：写的 → 认成的。`,
    of: (truth, answer) => (truth === answer ? `认对的 ${truth}。` : `被认成 ${answer} 的 ${truth}。`),
    none: "一个也没有。",
    one: (truth, answer, share) => `测试集里的一个 ${truth}，被认成 ${answer}，概率 ${share}。`
  },
  activation: {
    label: (answer, share) => `这个数字穿过网络的样子，网络认出 ${answer}，概率 ${share}`,
    input: "像素",
    hidden: (layer, neurons) => `第 ${layer} 层：${neurons}`,
    output: "答案",
    neuron: (layer, neuron, value) => `第 ${layer} 层第 ${neuron + 1} 个神经元：${value}`,
    cursor: "神经元"
  },
  inspected: {
    test: (label) => `测试集里的一个 ${label}。`,
    train: (label) => `训练集里的一个 ${label}。`,
    own: "你写的数字。"
  },
  neuron: {
    title: (layer, neuron) => `最能激发第 ${layer} 层第 ${neuron + 1} 个神经元的训练数字：`,
    label: "最能激发这个神经元的训练数字",
    one: (label, value) => `数字 ${label}，${value}`,
    pictures: "第一层画成图",
    added: "训练加上去的，W − W₀",
    weights: "权重本身，W",
    weight: (neuron) => `第 ${neuron + 1} 个神经元的权重`
  },
  pad: {
    label: "写一个数字",
    seen: "网络看到的",
    empty: "写一个数字：用鼠标、笔或手指；也可以用方向键和空格键。",
    answer: (digit, share, second, secondShare) =>
      `网络认出 ${digit}，概率 ${share}；其次是 ${second}，概率 ${secondShare}。`
  },
  file: {
    save: "把权重存成 JSON",
    load: "从文件载入权重",
    refused: {
      damaged: (file, detail) => `${file} 已损坏，网络保持原样：${detail}。`,
      foreign: (file, detail) => `${file} 里不是本实验室的网络，网络保持原样：${detail}。`,
      newer: (file, detail) => `${file} 出自本页的更新版本，网络保持原样：${detail}。`
    },
    loaded: (file) => `已载入 ${file} 里的网络。`,
    name: "digits-weights"
  }
};
