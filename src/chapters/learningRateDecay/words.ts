import {formatNumber} from "../../components/formatNumber.js";
import type {TravelBarWords} from "../../components/travelBar.js";
import type {Language} from "../../course.js";
import type {Knob, ScheduleName} from "./scheduleKinds.js";

export interface Question {
  readonly question: string;
  readonly answers: readonly {readonly value: string; readonly label: string}[];
  readonly right: string;
  readonly because: string;
}

type InputWord =
  | "schedule"
  | "rate"
  | "epochs"
  | "updates"
  | "count"
  | "countEpochs"
  | "countUpdates"
  | "noise"
  | "objective"
  | "digits"
  | "batch"
  | "start"
  | "optimizer"
  | "scheduleControls"
  | "runControls"
  | "run";

type ChartWord =
  | "rate"
  | "rates"
  | "ratesLog"
  | "epoch"
  | "cost"
  | "costDigits"
  | "band"
  | "mean"
  | "median"
  | "sums"
  | "sum"
  | "range"
  | "batchCost"
  | "smoothed"
  | "averaged";

type MeasureWord =
  | "engine"
  | "halfLife"
  | "halfLifeUsual"
  | "epochs"
  | "steps"
  | "meanSquare"
  | "travel"
  | "stall"
  | "arrivesSlow"
  | "arrivesSlower"
  | "constantTenth"
  | "constantHalf"
  | "inverse"
  | "exponential";

export interface NetworksState {
  readonly epoch: number;
  readonly epochs: number;
  readonly runs: number;
  readonly diverged: number;
  /** The median cost over the training digits; ∞ where most have diverged. */
  readonly cost: number;
  /** The share of the test digits that those which have not diverged read right, on average; NaN where all have. */
  readonly accuracy: number;
}

export interface DecayWords {
  readonly schedules: Readonly<Record<ScheduleName, string>>;
  readonly knobs: Readonly<Record<Knob, string>>;
  readonly inputs: Readonly<Record<InputWord, string>>;
  readonly chart: Readonly<Record<ChartWord, string>> & {
    readonly floor: string;
    readonly stall: (remaining: number) => string;
    readonly lowest: string;
    readonly falling: (rate: number) => string;
    readonly diverged: (rate: number) => string;
    readonly firstGone: (epoch: number) => string;
  };
  readonly travel: TravelBarWords;
  readonly conditions: Readonly<Record<"label" | "holds" | "fails" | "reach" | "calm", string>> & {
    readonly detail: (name: string, sofar: number, limit: number) => string;
  };
  /** How the networks that learn the digits stand. */
  readonly networks: (state: NetworksState) => string;
  readonly questions: Readonly<Record<"halve" | "network" | "freeze", Question>>;
  readonly measures: Readonly<Record<MeasureWord, string>>;
}

const number = (value: number): string => formatNumber(value);
const percent = (share: number): string => formatNumber(100 * share, {digits: 3});

export const decayWords: Readonly<Record<Language, DecayWords>> = {
  en: {
    schedules: {
      constant: "constant",
      "inverse-time": "1/(1 + k·e)",
      exponential: "bᵉ, exponential",
      step: "step",
      polynomial: "polynomial",
      "inverse-root": "1/√(e + 1)",
      cosine: "cosine",
      restarts: "cosine with restarts",
      "warmup-cosine": "warm-up, then cosine",
      "one-cycle": "one cycle"
    },
    knobs: {
      decayRate: "Decay rate",
      base: "Base",
      factor: "Factor at a step",
      every: "Epochs between steps",
      power: "Power",
      floor: "Lowest rate, share of α₀",
      period: "First period, in epochs",
      multiplier: "Each period longer by",
      warmup: "Share of the rise",
      divisor: "Start, α₀ divided by",
      finalDivisor: "End, start divided by"
    },
    inputs: {
      schedule: "Schedule",
      rate: "First rate",
      epochs: "Epochs",
      updates: "Updates an epoch",
      count: "e counts",
      countEpochs: "epochs",
      countUpdates: "updates",
      noise: "Noise of the gradient",
      objective: "Cost",
      digits: "digits network",
      batch: "Batch size",
      start: "Distance at the start",
      optimizer: "Optimizer",
      scheduleControls: "The schedule",
      runControls: "The noisy runs",
      run: "The runs"
    },
    chart: {
      rate: "learning rate α",
      rates: "The learning rate against the epoch",
      ratesLog: "The learning rate against the epoch, on a scale of powers",
      epoch: "epoch",
      cost: "Cost of fifty noisy runs: their mean and the middle four fifths",
      costDigits: "Cost of ten networks that learn the digits: their median and the middle four fifths",
      band: "middle four fifths",
      mean: "mean of 50",
      median: "median of 10",
      sums: "Sums of the rates and of their squares",
      sum: "sum so far",
      range: "Learning-rate range test",
      batchCost: "cost of the batch",
      smoothed: "batch",
      averaged: "average",
      floor: "floor of a constant α₀",
      stall: (remaining) => `${number(remaining)} can never be gone`,
      lowest: "lowest",
      falling: (rate) => `falls fastest: ${formatNumber(rate, {digits: 2})}`,
      diverged: (rate) => `diverged at α = ${number(rate)}`,
      firstGone: (epoch) => `first diverged in epoch ${epoch}`
    },
    travel: {
      label: "The travel budget",
      goal: (distance) => `goal, ${number(distance)} away`,
      limit: (limit) =>
        Number.isFinite(limit) ? `all steps: ${number(limit)}` : "all steps: without bound →",
      spoken: ({distance, gone, total, limit}) =>
        `gone ${number(gone)}, ${number(total)} by the end of the run, ${number(limit)} without end; the goal is ${number(distance)} away`
    },
    conditions: {
      label: "The conditions of Robbins and Monro",
      holds: "holds",
      fails: "fails",
      reach: "Σα = ∞",
      calm: "Σα² < ∞",
      detail: (name, sofar, limit) => `${name} = ${number(sofar)} so far, ${number(limit)} in the end`
    },
    networks: ({epoch, epochs, runs, diverged, cost, accuracy}) =>
      `${runs} networks after ${epoch} of ${epochs} epochs: median cost ${formatNumber(cost, {digits: 2})} on the training digits${
        Number.isNaN(accuracy) ? "" : `; they read ${percent(accuracy)} % of the test digits right`
      }${diverged ? `; ${diverged} diverged` : ""}.`,
    questions: {
      halve: {
        question:
          "Gradient noise keeps a run with a constant α from settling. Halve α: what becomes of the mean cost it ends at?",
        answers: [
          {value: "zero", label: "it falls to zero"},
          {value: "half", label: "about half"},
          {value: "same", label: "unchanged, only later"}
        ],
        right: "half",
        because: "The floor is ασ²/(2 − α), nearly proportional to a small α: lower, never zero."
      },
      network: {
        question:
          "Ten networks learn the digits with α₀ = 0.5, in batches of 32. After 50 epochs, which rate has brought their cost lower?",
        answers: [
          {value: "constant", label: "the constant one"},
          {value: "same", label: "no matter"},
          {value: "exponential", label: "0.95ᵉ"}
        ],
        right: "constant",
        because:
          "Such a network can fit every digit. Then all batches agree, the noise is gone by itself, and braking only costs travel."
      },
      freeze: {
        question:
          "On |x| every step is as long as the rate. From x = 30 with α = 0.95ᵉ: where does the run end?",
        answers: [
          {value: "goal", label: "at 0, if you wait"},
          {value: "ten", label: "at 10"},
          {value: "twenty", label: "at 20"}
        ],
        right: "ten",
        because: "1 + 0.95 + 0.95² + … = 20: of the 30, ten can never be gone."
      }
    },
    measures: {
      engine: "The code above against the engine, largest difference",
      halfLife: "Half-life of the schedule above",
      halfLifeUsual: "Half-life of 0.95ᵉ",
      epochs: "epochs",
      steps: "steps",
      meanSquare: "E[x²] at the end, 50 runs",
      travel: "Σα of 0.95ᵉ",
      stall: "On |x| from 30, 0.95ᵉ ends at",
      arrivesSlow: "On |x| from 30, 1/(1 + 0.05 t) arrives at step",
      arrivesSlower: "On |x| from 30, 1/(1 + 0.1 t) arrives at step",
      constantTenth: "Constant α = 0.1",
      constantHalf: "Constant α = 0.5",
      inverse: "1/(1 + t)",
      exponential: "0.95ᵗ"
    }
  },
  zh: {
    schedules: {
      constant: "固定",
      "inverse-time": "1/(1 + k·e)",
      exponential: "bᵉ，指数衰减",
      step: "阶梯",
      polynomial: "多项式",
      "inverse-root": "1/√(e + 1)",
      cosine: "余弦",
      restarts: "余弦，带重启",
      "warmup-cosine": "先预热，再余弦",
      "one-cycle": "单周期（one-cycle）"
    },
    knobs: {
      decayRate: "衰减率",
      base: "底数",
      factor: "每次乘以",
      every: "隔几轮降一次",
      power: "幂次",
      floor: "最低学习率（占 α₀ 的份额）",
      period: "第一个周期（轮）",
      multiplier: "周期逐次乘以",
      warmup: "上升段所占份额",
      divisor: "起点：α₀ 除以",
      finalDivisor: "终点：起点再除以"
    },
    inputs: {
      schedule: "衰减方式",
      rate: "初始学习率",
      epochs: "轮数",
      updates: "每轮更新次数",
      count: "e 数的是",
      countEpochs: "轮",
      countUpdates: "更新",
      noise: "梯度的噪声",
      objective: "代价",
      digits: "数字网络",
      batch: "批的大小",
      start: "起点到目标的距离",
      optimizer: "优化器",
      scheduleControls: "衰减方式",
      runControls: "带噪声的运行",
      run: "运行过程"
    },
    chart: {
      rate: "学习率 α",
      rates: "学习率随轮数的变化",
      ratesLog: "学习率随轮数的变化，对数坐标",
      epoch: "轮",
      cost: "五十次带噪声的运行的代价：平均值，以及居中的五分之四",
      costDigits: "十个学认数字的网络的代价：中位数，以及居中的五分之四",
      band: "居中的五分之四",
      mean: "50 次平均",
      median: "10 个的中位数",
      sums: "学习率之和，以及学习率的平方和",
      sum: "累计",
      range: "学习率范围测试",
      batchCost: "这一批的代价",
      smoothed: "单批",
      averaged: "平均",
      floor: "固定 α₀ 的底线",
      stall: (remaining) => `剩下 ${number(remaining)} 永远走不完`,
      lowest: "最低点",
      falling: (rate) => `降得最快：${formatNumber(rate, {digits: 2})}`,
      diverged: (rate) => `α = ${number(rate)} 时发散`,
      firstGone: (epoch) => `第 ${epoch} 轮开始有发散`
    },
    travel: {
      label: "路程预算",
      goal: (distance) => `目标，距离 ${number(distance)}`,
      limit: (limit) =>
        Number.isFinite(limit) ? `所有步加起来：${number(limit)}` : "所有步加起来：没有上限 →",
      spoken: ({distance, gone, total, limit}) =>
        `已走 ${number(gone)}，运行结束时 ${number(total)}，无限走下去 ${number(limit)}；目标距离 ${number(distance)}`
    },
    conditions: {
      label: "Robbins–Monro 条件",
      holds: "成立",
      fails: "不成立",
      reach: "Σα = ∞",
      calm: "Σα² < ∞",
      detail: (name, sofar, limit) => `${name} 目前为 ${number(sofar)}，最终为 ${number(limit)}`
    },
    networks: ({epoch, epochs, runs, diverged, cost, accuracy}) =>
      `${runs} 个网络，第 ${epoch} 轮（共 ${epochs} 轮）之后：训练集上代价的中位数 ${formatNumber(cost, {digits: 2})}${
        Number.isNaN(accuracy) ? "" : `，测试集平均认对 ${percent(accuracy)}%`
      }${diverged ? `，${diverged} 个已发散` : ""}。`,
    questions: {
      halve: {
        question: "学习率固定时，梯度里的噪声让运行停不下来。把 α 减半，最后的平均代价会怎样？",
        answers: [
          {value: "zero", label: "降到零"},
          {value: "half", label: "大约减半"},
          {value: "same", label: "不变，只是晚些到"}
        ],
        right: "half",
        because: "底线是 ασ²/(2 − α)，α 小时几乎与 α 成正比：会变低，但不会是零。"
      },
      network: {
        question: "十个网络学认数字，α₀ = 0.5，每批 32 个。五十轮之后，哪种学习率的代价更低？",
        answers: [
          {value: "constant", label: "固定的"},
          {value: "same", label: "差不多"},
          {value: "exponential", label: "0.95ᵉ"}
        ],
        right: "constant",
        because: "这样的网络能把每个数字都拟合好。到那时各批意见一致，噪声自己就没了，减速只会少走路。"
      },
      freeze: {
        question: "在 |x| 上，每一步的长度就是学习率。从 x = 30 出发，α = 0.95ᵉ，最后停在哪里？",
        answers: [
          {value: "goal", label: "等得够久，就到 0"},
          {value: "ten", label: "停在 10"},
          {value: "twenty", label: "停在 20"}
        ],
        right: "ten",
        because: "1 + 0.95 + 0.95² + … = 20：三十里有十永远走不完。"
      }
    },
    measures: {
      engine: "上面的代码与引擎的最大差",
      halfLife: "上面所选方式的半衰期",
      halfLifeUsual: "0.95ᵉ 的半衰期",
      epochs: "轮",
      steps: "步",
      meanSquare: "结束时的 E[x²]（50 次）",
      travel: "0.95ᵉ 的 Σα",
      stall: "在 |x| 上从 30 出发，0.95ᵉ 停在",
      arrivesSlow: "在 |x| 上从 30 出发，1/(1 + 0.05 t) 到达的步数",
      arrivesSlower: "在 |x| 上从 30 出发，1/(1 + 0.1 t) 到达的步数",
      constantTenth: "固定 α = 0.1",
      constantHalf: "固定 α = 0.5",
      inverse: "1/(1 + t)",
      exponential: "0.95ᵗ"
    }
  }
};
