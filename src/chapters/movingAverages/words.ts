import type {AverageWords} from "../../components/averageChart/averageChart.js";
import type {BiasWords} from "../../components/biasChart.js";
import type {RateWords} from "../../components/rateChart.js";
import type {StepWords} from "../../components/stepChart.js";
import type {Language} from "../../course.js";
import type {SeriesKind} from "./dailySeries.js";

/** A question to be answered before one looks. */
export interface Question {
  readonly question: string;
  readonly answers: readonly {readonly value: string; readonly label: string}[];
  readonly right: string;
  readonly because: string;
}

/** What the chapter's pictures, inputs and measurements say. */
export interface MovingAveragesWords {
  readonly chart: AverageWords;
  readonly bias: BiasWords;
  readonly rates: RateWords;
  readonly steps: StepWords;
  readonly series: Readonly<Record<SeriesKind, string>>;
  readonly inputs: Readonly<
    Record<
      | "series"
      | "memory"
      | "memoryRule"
      | "noise"
      | "day"
      | "monthly"
      | "yearControls"
      | "startControls"
      | "start"
      | "zero"
      | "first"
      | "correct"
      | "noCorrection"
      | "magnify",
      string
    >
  >;
  readonly questions: Readonly<Record<"memory" | "lag" | "firstDay" | "misprint", Question>>;
  readonly column: {
    readonly label: string;
    readonly name: string;
    readonly refused: (text: string, reason: string) => string;
    readonly notNumbers: string;
  };
  readonly measures: Readonly<
    Record<
      | "days"
      | "window"
      | "variance"
      | "lag"
      | "belowOnePercent"
      | "firstDay"
      | "effectiveCount"
      | "engine"
      | "descent"
      | "mean"
      | "firstStep"
      | "hundredthStep"
      | "thousandthStep",
      string
    >
  >;
}

export const movingAveragesWords: Readonly<Record<Language, MovingAveragesWords>> = {
  en: {
    chart: {
      title: "A daily series and its moving average",
      cursor: "Day",
      daily: "daily",
      monthly: "month",
      average: "average",
      uncorrected: "uncorrected",
      corrected: "corrected",
      bias: "bias",
      weights: ({sum, corrected, count}) =>
        `Σ weights ${sum}${corrected ? " → 1" : ""} · effective count ${count}`,
      describe: ({series, beta, days, at, weights}) =>
        `${series}: ${days} daily values and their moving average with β = ${beta}. On ${at}; ${weights}.`
    },
    bias: {
      title: "How the bias of a start at 0 dies out",
      day: "day t",
      share: "|v̂ − v| / |v̂|, the share that is missing",
      measured: "● measured",
      below: (day) => `below 1 % from day ${day}`,
      describe: (beta) =>
        `The share of the average that a start at 0 leaves out, day by day, for β = ${beta}: the measured points lie on the straight line βᵗ.`
    },
    rates: {
      title: "Step sizes of three averages",
      day: "day t",
      rate: "step size αₜ",
      mean: "plain mean",
      corrected: "corrected",
      uncorrected: "uncorrected",
      describe: (beta) =>
        `Step sizes against the day for β = ${beta}: the plain mean falls as 1/t; the corrected average starts on that curve and levels off at 1 − β; the uncorrected one stands at 1 − β from the first day.`
    },
    steps: {
      title: "What Adam sees",
      step: "step t",
      length: "length of the step",
      corrected: "both corrected",
      uncorrected: "no correction",
      misprint: "with the misprint",
      describe:
        "Length of Adam's step on a steady gradient: exactly α with both corrections; without them it starts at 3.16 α and rises before it falls; with the misprint it starts at 10 α and comes down to α only after thousands of steps."
    },
    series: {
      beijing: "Beijing 2013",
      constant: "constant",
      ramp: "steady rise",
      step: "one jump",
      noise: "white noise"
    },
    inputs: {
      series: "Series",
      memory: "Memory",
      memoryRule: "must lie in [0, 1)",
      noise: "Added noise",
      day: "Day",
      monthly: "Monthly means",
      yearControls: "The average of the year",
      startControls: "The start of the average",
      start: "The average starts at",
      zero: "0",
      first: "the first value",
      correct: "Bias correction",
      noCorrection: "An average that starts at the first value has no bias from 0 to correct.",
      magnify: "Magnify the first 30 days"
    },
    questions: {
      memory: {
        question: "Before you move it: β goes from 0.9 to 0.98. How much further does the average look back?",
        answers: [
          {value: "little", label: "a tenth further"},
          {value: "double", label: "twice as far"},
          {value: "five", label: "five times as far"}
        ],
        right: "five",
        because: "What counts is 1 − β, which falls from 0.1 to 0.02: the memory is 1/(1 − β)."
      },
      lag: {
        question:
          "Suppose it gets 1° warmer every day. How late does an average with β = 0.98 show it, after a long time?",
        answers: [
          {value: "never", label: "not late at all"},
          {value: "ten", label: "10 days"},
          {value: "days49", label: "49 days"},
          {value: "more", label: "later every day"}
        ],
        right: "days49",
        because: "The lag settles where a day's rise and a day's correction balance, at β/(1 − β) days."
      },
      firstDay: {
        question:
          "The average starts at the first value, β = 0.98. After 30 days, how much of it is still the first day?",
        answers: [
          {value: "small", label: "2.5 %"},
          {value: "equal", label: "3.3 %, as any other day"},
          {value: "large", label: "56 %"}
        ],
        right: "large",
        because: "The start has lost 2 % a day for 29 days: 0.98²⁹ = 0.557."
      },
      misprint: {
        question: "By mistake, both averages are corrected with β₁ = 0.9. How long is the first step?",
        answers: [
          {value: "tenth", label: "a tenth of α"},
          {value: "one", label: "α, as it should be"},
          {value: "ten", label: "10 α"}
        ],
        right: "ten",
        because: "s is a thousandth of g² but is divided by 0.1 only, so √ŝ comes out ten times too small."
      }
    },
    column: {
      label: "Your column, from the table's columns",
      name: "your column",
      refused: (text, reason) => `“${text}” cannot be used: ${reason}.`,
      notNumbers: "it must give a number on every day"
    },
    measures: {
      days: "days",
      window: "Days that weigh more than 1/e of today",
      variance: "Variance left of white noise",
      lag: "Lag behind a steady rise",
      belowOnePercent: "Bias below 1 % from day",
      firstDay: "Weight of the first day",
      effectiveCount: "Effective count",
      engine: "The line drawn here against the engine's ema, largest difference",
      descent: "Gradient descent against corrected average, largest difference",
      mean: "With αₜ = 1/t against the plain mean, largest difference",
      firstStep: "With the misprint, step 1",
      hundredthStep: "With the misprint, step 100",
      thousandthStep: "With the misprint, step 1000"
    }
  },
  zh: {
    chart: {
      title: "逐日数据与它的指数加权平均",
      cursor: "日期",
      daily: "当日",
      monthly: "当月",
      average: "平均",
      uncorrected: "未修正",
      corrected: "修正后",
      bias: "偏差",
      weights: ({sum, corrected, count}) => `权重之和 ${sum}${corrected ? " → 1" : ""} · 有效天数 ${count}`,
      describe: ({series, beta, days, at, weights}) =>
        `${series}：${days} 个逐日值和它们在 β = ${beta} 时的指数加权平均。${at}；${weights}。`
    },
    bias: {
      title: "从 0 出发的偏差怎样消失",
      day: "第 t 天",
      share: "|v̂ − v| / |v̂|，缺少的份额",
      measured: "● 实测",
      below: (day) => `第 ${day} 天起低于 1%`,
      describe: (beta) => `β = ${beta} 时，从 0 出发的平均每天缺少的份额：实测点都落在直线 βᵗ 上。`
    },
    rates: {
      title: "三种平均的步长",
      day: "第 t 天",
      rate: "步长 αₜ",
      mean: "普通平均",
      corrected: "修正后",
      uncorrected: "未修正",
      describe: (beta) =>
        `β = ${beta} 时步长随天数的变化：普通平均按 1/t 减小；修正后的平均先沿着这条曲线走，再停在 1 − β；未修正的平均从第一天起就是 1 − β。`
    },
    steps: {
      title: "Adam 看到的步长",
      step: "第 t 步",
      length: "一步的长度",
      corrected: "两个都修正",
      uncorrected: "不修正",
      misprint: "误印的公式",
      describe:
        "梯度不变时 Adam 一步的长度：两个修正都做，始终是 α；不做修正，从 3.16 α 开始，先升后降；按误印的公式，第一步就是 10 α，要几千步之后才降到 α。"
    },
    series: {
      beijing: "北京 2013 年",
      constant: "常数",
      ramp: "匀速上升",
      step: "一次跳变",
      noise: "白噪声"
    },
    inputs: {
      series: "数据",
      memory: "记忆",
      memoryRule: "应在 [0, 1) 之内",
      noise: "附加噪声",
      day: "第几天",
      monthly: "各月平均",
      yearControls: "全年的平均",
      startControls: "平均的起点",
      start: "平均从哪里出发",
      zero: "0",
      first: "第一天的值",
      correct: "偏差修正",
      noCorrection: "从第一天的值出发，没有来自 0 的偏差，不需要修正。",
      magnify: "放大前 30 天"
    },
    questions: {
      memory: {
        question: "先别动手：β 从 0.9 变到 0.98，平均回看的时间会长多少？",
        answers: [
          {value: "little", label: "长十分之一"},
          {value: "double", label: "两倍"},
          {value: "five", label: "五倍"}
        ],
        right: "five",
        because: "起作用的是 1 − β，它从 0.1 降到 0.02；记忆的长短是 1/(1 − β)。"
      },
      lag: {
        question: "假设每天升温 1°。时间久了，β = 0.98 的平均要晚多少天才反映出来？",
        answers: [
          {value: "never", label: "不会晚"},
          {value: "ten", label: "10 天"},
          {value: "days49", label: "49 天"},
          {value: "more", label: "一天比一天晚"}
        ],
        right: "days49",
        because: "当每天的上升与每天的追赶持平时，滞后就稳定下来，等于 β/(1 − β) 天。"
      },
      firstDay: {
        question: "平均从第一天的值出发，β = 0.98。到第 30 天，第一天还占多少？",
        answers: [
          {value: "small", label: "2.5%"},
          {value: "equal", label: "3.3%，和别的日子一样"},
          {value: "large", label: "56%"}
        ],
        right: "large",
        because: "起点每天只减少 2%，减了 29 天：0.98²⁹ = 0.557。"
      },
      misprint: {
        question: "如果误把两个平均都用 β₁ = 0.9 来修正，第一步有多长？",
        answers: [
          {value: "tenth", label: "α 的十分之一"},
          {value: "one", label: "正好是 α"},
          {value: "ten", label: "10 α"}
        ],
        right: "ten",
        because: "s 只有 g² 的千分之一，却只除以 0.1，于是 √ŝ 小到应有的十分之一。"
      }
    },
    column: {
      label: "用表中各列算出你的一列",
      name: "你的列",
      refused: (text, reason) => `“${text}”不可用：${reason}。`,
      notNumbers: "每一天都应得出一个数"
    },
    measures: {
      days: "天",
      window: "权重大于今天的 1/e 的天数",
      variance: "白噪声剩下的方差",
      lag: "匀速上升时的滞后",
      belowOnePercent: "偏差低于 1% 始于第几天",
      firstDay: "第一天的权重",
      effectiveCount: "有效天数",
      engine: "图中的线与引擎的 ema，最大差",
      descent: "梯度下降与修正后的平均，最大差",
      mean: "αₜ = 1/t 与普通平均，最大差",
      firstStep: "误印的公式，第 1 步",
      hundredthStep: "误印的公式，第 100 步",
      thousandthStep: "误印的公式，第 1000 步"
    }
  }
};
