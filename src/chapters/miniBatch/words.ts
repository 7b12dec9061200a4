import type {Language} from "../../course.js";
import {formatNumber} from "../../components/formatNumber.js";

const share = (part: number): string => `${formatNumber(100 * part, {digits: 3})} %`;

const en = {
  inputs: {
    data: "The data and the order",
    m: "Samples",
    size: "Batch size",
    sampling: "Batches are",
    samplings: {shuffle: "shuffled", replacement: "with replacement", sorted: "sorted by y"},
    seed: "Seed",
    descent: "The descent",
    alpha: "Learning rate",
    rule: "For a batch of B it is",
    rules: {none: "α", linear: "α · B/64", root: "α · √(B/64)"},
    epochs: "Epochs",
    start: "Start w, b",
    compare: "Beside it",
    compared: {one: "B = 1", all: "B = m"},
    clock: "Counted in",
    clocks: {updates: "updates", epochs: "epochs", examples: "examples", milliseconds: "ms"},
    unmeasured: "measure the speed first, below",
    run: "The run"
  },
  size: (B: number) => `B = ${B}`,
  stepping: (B: number, rate: string) => `B = ${B}, α = ${rate}`,
  clocks: {
    updates: "updates",
    epochs: "epochs",
    examples: "examples seen",
    milliseconds: "milliseconds at the speed measured below"
  },
  table: {
    caption: (m: number) => `Updates an epoch for m = ${m}, counted`,
    row: "updates",
    theory: "⌈m/B⌉ ="
  },
  strip: {
    label: "One epoch, cut into its batches",
    start: (updates: number, last: number, size: number) =>
      `At the start. An epoch makes ${updates} ${updates === 1 ? "update" : "updates"}${last < size ? `; its last batch holds ${last}` : ""}.`,
    at: (state: StripState) =>
      `Epoch ${state.epoch} of ${state.epochs}, update ${state.update} of ${state.updates}: a batch of ${state.samples} that costs ${formatNumber(state.cost, {digits: 3})}; over all samples ${formatNumber(state.full, {digits: 3})}.`
  },
  picture: {
    contour: (names: string) => `Contour lines of the cost over w and b with the paths of ${names}`,
    start: "Start",
    diverged: (step: number) => `diverged at update ${step}`,
    left: (step: number) => `out at update ${step}`,
    cost: "cost of a batch (pale), mean of an epoch",
    costLabel: "Cost against progress",
    least: "J*",
    data: "The batch among the points, and the line",
    dataLabel: (size: number) =>
      `The points, those of the batch at hand (${size}) among them, and the line as it stands`,
    best: "best line",
    points: "all points",
    cloud: "Gradients of other batches",
    cloudLabel: (count: number, B: number) =>
      `The gradients of ${count} batches of ${B}, around the full gradient`,
    full: "full gradient",
    single: "of single samples",
    inEllipse: (inside: number, count: number) =>
      `Left: the batch at hand stands out among the points; dashed is the best line. Right: ${inside} of ${count} other batches lie inside the ellipse of theory, which would hold 86 % of a normal cloud; dashed is the ellipse of single samples. The grey cross is gradient 0.`,
    flat: "Every batch is the whole set: the cloud is one point, the full gradient.",
    beyond: "The line has gone so far that no cloud can be drawn."
  },
  beyond: (name: string, rate: string, edge: string) =>
    `${name} steps with ${rate}, beyond 2/λmax = ${edge}: even the full gradient would lead it away.`,
  rises: (runs: readonly {name: string; rises: number; updates: number}[]) =>
    `Updates after which the cost over all samples was higher than before: ${runs
      .map(({name, rises, updates}) => `${name}: ${rises} of ${updates}`)
      .join(" · ")}.`,
  measures: {
    engine: "The code above against the engine, largest difference",
    noise: "RMS noise of a batch's gradient, where the run stands",
    edge: "Largest α with which full batches lead down",
    floorConstant: "J − J* over the last 500 updates, constant α",
    floorFalling: "J − J* over the last 500 updates, falling α"
  },
  noise: {
    label: "RMS distance of a batch's gradient from the full one, against the size of the batch",
    x: "batch size B",
    y: "RMS noise",
    names: {measured: "sampled", theory: "theory"},
    read: (noise: string) => `theory ${noise}`
  },
  samplingTable: {
    caption: (B: number) =>
      `B = ${B}: noise of the gradient at the minimum, and what a run costs above the least in its last epoch`,
    noise: "RMS noise",
    excess: "J − J*",
    theory: "theory"
  },
  floor: {
    label: "Cost above the least, with a constant and with a falling rate",
    x: "updates",
    y: "J − J*",
    constant: "constant α",
    falling: "falling α"
  },
  speed: {
    measure: "Measure in this browser",
    label: "Examples a second that this browser trains, against the size of the batch",
    x: "batch size B",
    y: "examples a second",
    names: {single: "single precision", double: "double precision"},
    update: (one: string, many: string, times: string) =>
      `An update takes ${one} with B = 1 and ${many} with B = 512: ${times} times as long, for 512 times as many examples.`,
    epoch: (m: number, one: string, many: string) =>
      `An epoch of ${m} examples takes ${one} with B = 1 and ${many} with B = 512.`,
    powers: (part: number) =>
      `Sizes between the powers of two (3, 6, 12 …) reach ${share(part)} of what the powers around them let expect.`,
    milliseconds: (ms: number) =>
      ms < 0.1 ? `${formatNumber(1000 * ms, {digits: 2})} µs` : `${formatNumber(ms, {digits: 2})} ms`
  },
  questions: {
    updates: {
      question: "2000 samples, batches of 64. How many updates does an epoch make?",
      answers: [
        {value: "31", label: "31"},
        {value: "32", label: "32"},
        {value: "64", label: "64"}
      ],
      right: "32",
      because: "31 full batches hold 1984 samples; the 16 that are left make a short one."
    },
    noise: {
      question: "A batch four times as large: how much quieter is its gradient?",
      answers: [
        {value: "quarter", label: "a quarter of the noise"},
        {value: "half", label: "half the noise"},
        {value: "same", label: "hardly quieter"}
      ],
      right: "half",
      because: "The noise falls as 1/√B: quiet is dear."
    },
    epoch: {
      question: "An update with B = 1 is cheaper than one with B = 512. And a whole epoch with B = 1?",
      answers: [
        {value: "faster", label: "is faster"},
        {value: "same", label: "takes as long"},
        {value: "slower", label: "is slower"}
      ],
      right: "slower",
      because:
        "An epoch sees m examples with any B, and one at a time they cannot share the work of an instruction."
    }
  }
};

/** Where a run stands, for the line below the strip. */
export interface StripState {
  readonly epoch: number;
  readonly epochs: number;
  readonly update: number;
  readonly updates: number;
  readonly samples: number;
  readonly cost: number;
  readonly full: number;
}

const zh: typeof en = {
  inputs: {
    data: "数据与次序",
    m: "样本数",
    size: "批的大小",
    sampling: "批的取法",
    samplings: {shuffle: "打乱", replacement: "有放回", sorted: "按 y 排好"},
    seed: "种子",
    descent: "下降过程",
    alpha: "学习率",
    rule: "大小为 B 的批用",
    rules: {none: "α", linear: "α · B/64", root: "α · √(B/64)"},
    epochs: "轮数",
    start: "起点 w, b",
    compare: "对照",
    compared: {one: "B = 1", all: "B = m"},
    clock: "横轴",
    clocks: {updates: "更新次数", epochs: "轮数", examples: "样本数", milliseconds: "毫秒"},
    unmeasured: "先在下面测量速度",
    run: "运行过程"
  },
  size: (B) => `B = ${B}`,
  stepping: (B, rate) => `B = ${B}，α = ${rate}`,
  clocks: {
    updates: "更新次数",
    epochs: "轮数",
    examples: "看过的样本数",
    milliseconds: "毫秒（按下面测得的速度）"
  },
  table: {
    caption: (m) => `m = ${m} 时，数出来的每轮更新次数`,
    row: "更新次数",
    theory: "⌈m/B⌉ ="
  },
  strip: {
    label: "一轮，切成一批一批",
    start: (updates, last, size) =>
      `在起点。一轮更新 ${updates} 次${last < size ? `，最后一批只有 ${last} 个样本` : ""}。`,
    at: ({epoch, epochs, update, updates, samples, cost, full}) =>
      `第 ${epoch} 轮（共 ${epochs} 轮），第 ${update} 次更新（共 ${updates} 次）：这一批 ${samples} 个样本，代价 ${formatNumber(cost, {digits: 3})}；全部样本的代价 ${formatNumber(full, {digits: 3})}。`
  },
  picture: {
    contour: (names) => `代价在 w、b 平面上的等高线，以及 ${names} 的路线`,
    start: "起点",
    diverged: (step) => `第 ${step} 次更新发散`,
    left: (step) => `第 ${step} 次更新出界`,
    cost: "一批的代价（浅色），一轮的平均",
    costLabel: "代价随进度的变化",
    least: "J*",
    data: "这一批的数据点，和此刻的直线",
    dataLabel: (size) => `全部的数据点、其中这一批的 ${size} 个，以及此刻的直线`,
    best: "最佳直线",
    points: "全部的点",
    cloud: "别的批给出的梯度",
    cloudLabel: (count, B) => `${count} 个大小为 ${B} 的批的梯度，围着完整的梯度`,
    full: "完整的梯度",
    single: "单个样本",
    inEllipse: (inside, count) =>
      `左：大点是这一批，虚线是最佳直线。右：另外 ${count} 批中有 ${inside} 批落在理论的椭圆里，若是正态的云，应有 86%；虚线是单个样本的椭圆，灰色十字处梯度为 0。`,
    flat: "每一批都是全部样本：云只是一个点。",
    beyond: "直线跑得太远，画不出云了。"
  },
  beyond: (name, rate, edge) =>
    `${name} 的步子是 ${rate}，超过 2/λmax = ${edge}：就算用完整的梯度，也会越走越远。`,
  rises: (runs) =>
    `更新之后全部样本的代价反而升高的次数：${runs
      .map(({name, rises, updates}) => `${name}，${updates} 次中 ${rises} 次`)
      .join("；")}。`,
  measures: {
    engine: "上面的代码与引擎的最大差",
    noise: "此刻所在之处，一批梯度的均方根噪声",
    edge: "用全部样本仍能下降的最大 α",
    floorConstant: "固定的 α，后 500 次更新的 J − J*",
    floorFalling: "下降的 α，后 500 次更新的 J − J*"
  },
  noise: {
    label: "一批的梯度与完整梯度的均方根距离，随批的大小变化",
    x: "批的大小 B",
    y: "均方根噪声",
    names: {measured: "抽样", theory: "理论"},
    read: (noise) => `理论 ${noise}`
  },
  samplingTable: {
    caption: (B) => `B = ${B}：最低点处梯度的噪声，以及最后一轮里代价比最小值高出多少`,
    noise: "均方根噪声",
    excess: "J − J*",
    theory: "理论"
  },
  floor: {
    label: "固定与下降的学习率，代价比最小值高出多少",
    x: "更新次数",
    y: "J − J*",
    constant: "固定的 α",
    falling: "下降的 α"
  },
  speed: {
    measure: "在这个浏览器里测一测",
    label: "这个浏览器每秒训练的样本数，随批的大小变化",
    x: "批的大小 B",
    y: "每秒样本数",
    names: {single: "单精度", double: "双精度"},
    update: (one, many, times) =>
      `一次更新，B = 1 用 ${one}，B = 512 用 ${many}：时间是 ${times} 倍，样本却是 512 倍。`,
    epoch: (m, one, many) => `${m} 个样本的一轮，B = 1 用 ${one}，B = 512 用 ${many}。`,
    powers: (part) =>
      `介于 2 的幂之间的大小（3、6、12……），达到由两旁的幂估计的 ${formatNumber(100 * part, {digits: 3})}%。`,
    milliseconds: (ms) =>
      ms < 0.1 ? `${formatNumber(1000 * ms, {digits: 2})} 微秒` : `${formatNumber(ms, {digits: 2})} 毫秒`
  },
  questions: {
    updates: {
      question: "2000 个样本，每批 64 个。一轮更新多少次？",
      answers: [
        {value: "31", label: "31"},
        {value: "32", label: "32"},
        {value: "64", label: "64"}
      ],
      right: "32",
      because: "31 个满批装下 1984 个样本，剩下 16 个再成一批，短一些。"
    },
    noise: {
      question: "批大到四倍，梯度的噪声小多少？",
      answers: [
        {value: "quarter", label: "剩四分之一"},
        {value: "half", label: "剩一半"},
        {value: "same", label: "几乎不变"}
      ],
      right: "half",
      because: "噪声按 1/√B 下降：安静是很贵的。"
    },
    epoch: {
      question: "B = 1 的一次更新比 B = 512 的便宜。那么 B = 1 的一整轮呢？",
      answers: [
        {value: "faster", label: "更快"},
        {value: "same", label: "一样久"},
        {value: "slower", label: "更慢"}
      ],
      right: "slower",
      because: "不管 B 多大，一轮都要看 m 个样本；一个一个地看，一条指令的活就没法几个样本合着干。"
    }
  }
};

export const miniBatchWords: Readonly<Record<Language, typeof en>> = {en, zh};
