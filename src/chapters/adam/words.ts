import type {PredictOptions} from "../../components/predict.js";
import type {StepWords} from "../../components/stepChart.js";
import type {Language} from "../../course.js";

type Question = Omit<PredictOptions<string>, "language">;

/** What the chapter's pictures, inputs and measurements say. */
export interface AdamWords {
  readonly picture: {
    readonly label: (kappa: number) => string;
    readonly start: string;
    readonly diverged: (step: number) => string;
    readonly left: (step: number) => string;
  };
  readonly anatomy: {
    readonly label: string;
    readonly titles: readonly [string, string];
    readonly at: (t: number) => string;
  };
  readonly chart: Readonly<Record<"step" | "reddi" | "position", string>>;
  readonly steps: StepWords;
  readonly corrections: Readonly<Record<"both" | "none" | "misprint", string>>;
  readonly inputs: Readonly<
    Record<
      | "rate"
      | "beta1"
      | "beta2"
      | "memoryRule"
      | "epsilon"
      | "kappa"
      | "noise"
      | "correction"
      | "controls"
      | "run",
      string
    >
  >;
  readonly questions: Readonly<Record<"scale" | "misprint", Question>>;
  readonly measures: Readonly<Record<"engine" | "firstX" | "firstY", string>> & {
    readonly misprint: (t: number) => string;
    readonly uncorrected: string;
  };
}

export const adamWords: Readonly<Record<Language, AdamWords>> = {
  en: {
    picture: {
      label: (kappa) =>
        `Contour lines of a ravine with κ = ${kappa} and the way of Adam, with the average v̂ as an arrow and √ŝ as a box`,
      start: "Start",
      diverged: (step) => `diverged at step ${step}`,
      left: (step) => `left at step ${step}`
    },
    anatomy: {
      label: "The parts of one step of Adam",
      titles: ["along the ravine, x", "across, y"],
      at: (t) => (t === 0 ? "before the first step" : `step t = ${t}`)
    },
    chart: {
      step: "step t",
      reddi: "Where Adam and AMSGrad go when one large gradient in three is right",
      position: "x"
    },
    steps: {
      title: "How long Adam's step is on a steady gradient",
      step: "step t",
      length: "length of the step",
      corrected: "both corrected",
      uncorrected: "no correction",
      misprint: "as printed",
      describe:
        "Length of Adam's step on a steady gradient: exactly α with both corrections; 3.16 α at first without them; 10 α at first as the original chapter prints it, and α only after thousands of steps."
    },
    corrections: {both: "both corrected", none: "no correction", misprint: "as printed"},
    inputs: {
      rate: "Learning rate",
      beta1: "Memory of values",
      beta2: "Memory of squares",
      memoryRule: "must lie in [0, 1)",
      epsilon: "Guard",
      kappa: "Ravine, κ",
      noise: "Noise in the gradient",
      correction: "Bias correction",
      controls: "The run of Adam",
      run: "The run"
    },
    questions: {
      scale: {
        question:
          "Across the ravine the gradient is a hundred times as large as along it. How much longer is Adam's first step across?",
        answers: [
          {value: "hundred", label: "a hundred times"},
          {value: "ten", label: "ten times"},
          {value: "equal", label: "not at all"}
        ],
        right: "equal",
        because: "At t = 1, v̂ = g and ŝ = g², so each coordinate moves by α, whatever the size of g."
      },
      misprint: {
        question:
          "If s is corrected with β₁ = 0.9, as the original chapter prints it, how long is the first step?",
        answers: [
          {value: "tenth", label: "0.1 α"},
          {value: "one", label: "α"},
          {value: "ten", label: "10 α"}
        ],
        right: "ten",
        because: "s is a thousandth of g², but is divided by a tenth only: √ŝ is ten times too small."
      }
    },
    measures: {
      engine: "The code above against the engine's adam, largest difference",
      firstX: "|Δ₁| along, in α",
      firstY: "|Δ₁| across, in α",
      misprint: (t) => `As printed, step ${t}, in α`,
      uncorrected: "Without correction, step 1, in α"
    }
  },
  zh: {
    picture: {
      label: (kappa) => `κ = ${kappa} 的峡谷的等高线与 Adam 走过的路：箭头是平均 v̂，方框是 √ŝ`,
      start: "起点",
      diverged: (step) => `第 ${step} 步发散`,
      left: (step) => `第 ${step} 步出界`
    },
    anatomy: {
      label: "Adam 一步的各个部分",
      titles: ["顺着峡谷，x", "横着，y"],
      at: (t) => (t === 0 ? "第一步之前" : `第 t = ${t} 步`)
    },
    chart: {
      step: "第 t 步",
      reddi: "三个梯度里只有一个大的指对方向时，Adam 与 AMSGrad 走到哪里",
      position: "x"
    },
    steps: {
      title: "梯度不变时 Adam 一步的长度",
      step: "第 t 步",
      length: "一步的长度",
      corrected: "两个都修正",
      uncorrected: "不修正",
      misprint: "照原讲义",
      describe:
        "梯度不变时 Adam 一步的长度：两个都修正，始终是 α；不修正，开头是 3.16 α；照原讲义，开头是 10 α，几千步后才降到 α。"
    },
    corrections: {both: "两个都修正", none: "不修正", misprint: "照原讲义"},
    inputs: {
      rate: "学习率",
      beta1: "值的记忆",
      beta2: "平方的记忆",
      memoryRule: "应在 [0, 1) 之内",
      epsilon: "防零的小数",
      kappa: "峡谷 κ",
      noise: "梯度的噪声",
      correction: "偏差修正",
      controls: "Adam 的运行",
      run: "运行过程"
    },
    questions: {
      scale: {
        question: "横着峡谷的梯度是顺着的一百倍。Adam 的第一步，横向比纵向长多少？",
        answers: [
          {value: "hundred", label: "一百倍"},
          {value: "ten", label: "十倍"},
          {value: "equal", label: "一样长"}
        ],
        right: "equal",
        because: "t = 1 时 v̂ = g，ŝ = g²，所以不管 g 多大，每个坐标都恰好走 α。"
      },
      misprint: {
        question: "若像原讲义印的那样，用 β₁ = 0.9 去修正 s，第一步有多长？",
        answers: [
          {value: "tenth", label: "0.1 α"},
          {value: "one", label: "α"},
          {value: "ten", label: "10 α"}
        ],
        right: "ten",
        because: "s 只有 g² 的千分之一，却只除以十分之一：√ŝ 小到应有的十分之一。"
      }
    },
    measures: {
      engine: "上面的代码与引擎里 adam 的最大差",
      firstX: "|Δ₁| 纵向（α）",
      firstY: "|Δ₁| 横向（α）",
      misprint: (t) => `照原讲义，第 ${t} 步（α）`,
      uncorrected: "不修正，第 1 步（α）"
    }
  }
};
