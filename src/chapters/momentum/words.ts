import type {PredictOptions} from "../../components/predict.js";
import type {StabilityWords} from "../../components/stabilityMap.js";
import type {Language} from "../../course.js";

type Question = Omit<PredictOptions<string>, "language">;

/** What the chapter's pictures, inputs and measurements say. */
export interface MomentumWords {
  readonly lines: Readonly<Record<"descent" | "ema" | "classical", string>>;
  readonly picture: {
    readonly label: (kappa: number) => string;
    readonly start: string;
    readonly diverged: (step: number) => string;
    readonly left: (step: number) => string;
  };
  readonly chart: Readonly<
    Record<"distance" | "step" | "length" | "lengths" | "rate" | "steps" | "sweep", string>
  >;
  readonly inputs: Readonly<
    Record<
      | "rate"
      | "memory"
      | "memoryRule"
      | "kappa"
      | "scale"
      | "equal"
      | "effective"
      | "form"
      | "ema"
      | "classical"
      | "controls"
      | "run",
      string
    >
  >;
  readonly map: StabilityWords & {readonly curvature: (lambda: number) => string};
  readonly questions: Readonly<Record<"steady" | "edge", Question>>;
  readonly measures: Readonly<
    Record<
      | "engine"
      | "terminalEma"
      | "terminalClassical"
      | "escapeDescent"
      | "escapeEma"
      | "escapeClassical"
      | "edge"
      | "tunedDescent"
      | "tunedEma"
      | "tunedBoth"
      | "equalDescent"
      | "equalEma"
      | "steps",
      string
    >
  >;
}

export const momentumWords: Readonly<Record<Language, MomentumWords>> = {
  en: {
    lines: {descent: "gradient descent", ema: "momentum, average", classical: "momentum, classical"},
    picture: {
      label: (kappa) =>
        `Contour lines of a ravine that is ${kappa} times as curved across as along, and the ways of gradient descent and of momentum in its two forms`,
      start: "Start",
      diverged: (step) => `diverged at step ${step}`,
      left: (step) => `left at step ${step}`
    },
    chart: {
      distance: "distance from the minimum",
      step: "step",
      length: "length of the step, in units of αg",
      lengths: "How long the steps are on a steady slope",
      rate: "learning rate α",
      steps: "steps to 10⁻⁶",
      sweep: "Steps to within a millionth of the minimum, against the learning rate"
    },
    inputs: {
      rate: "Learning rate",
      memory: "Memory",
      memoryRule: "must lie in [0, 1)",
      kappa: "Ravine, κ",
      scale: "The classical form's rate",
      equal: "α, the same",
      effective: "α(1 − β)",
      form: "Form",
      ema: "average",
      classical: "classical",
      controls: "The runs in the ravine",
      run: "The runs"
    },
    map: {
      title: "Where momentum converges",
      rate: "αλ, learning rate times curvature",
      beta: "β",
      handle: "αλ of the steepest curvature, and β",
      diverges: "diverges",
      edges: {ema: "average: 2(1 + β)/(1 − β)", classical: "classical: 2(1 + β)"},
      tenth: "steps to a tenth of the distance",
      readout: ({radius, steps, diverges}) =>
        diverges
          ? `ρ = ${radius} ≥ 1: the run diverges`
          : `ρ = ${radius} a step: a tenth of the distance every ${steps} steps`,
      curvature: (lambda) => `λ = ${lambda}`
    },
    questions: {
      steady: {
        question:
          "On a long even slope, with the same α and β = 0.9: how fast does the averaged form end up?",
        answers: [
          {value: "ten", label: "ten times as fast as gradient descent"},
          {value: "equal", label: "just as fast"},
          {value: "slow", label: "a tenth as fast"}
        ],
        right: "equal",
        because: "An average of equal gradients is that gradient: v → g, never more."
      },
      edge: {
        question:
          "Gradient descent diverges from αλ = 2. From where does the averaged form with β = 0.9 diverge?",
        answers: [
          {value: "two", label: "2 as well"},
          {value: "twenty", label: "20"},
          {value: "most", label: "38"}
        ],
        right: "most",
        because: "The edge is 2(1 + β)/(1 − β) = 2 · 1.9/0.1."
      }
    },
    measures: {
      engine: "The code above against the engine, largest difference",
      terminalEma: "Averaged form, final length of a step in αg",
      terminalClassical: "Classical form, final length of a step in αg",
      escapeDescent: "Steps off the ridge, gradient descent",
      escapeEma: "Averaged momentum, β = 0.9",
      escapeClassical: "Classical momentum, β = 0.9",
      edge: "Edge of αλ for the form and β above",
      tunedDescent: "Gradient descent at its best rate, α = 2/101",
      tunedEma: "Averaged momentum, β = 0.9, at its best rate, α = 0.239",
      tunedBoth: "Averaged momentum with both tuned, α = 0.109, β = 0.695",
      equalDescent: "Gradient descent, α = 0.01",
      equalEma: "Averaged momentum, β = 0.9, the same α = 0.01",
      steps: "steps"
    }
  },
  zh: {
    lines: {descent: "梯度下降", ema: "动量（平均形式）", classical: "动量（经典形式）"},
    picture: {
      label: (kappa) =>
        `峡谷的等高线：横向的弯曲是纵向的 ${kappa} 倍；图上画出梯度下降和两种形式的动量走过的路`,
      start: "起点",
      diverged: (step) => `第 ${step} 步发散`,
      left: (step) => `第 ${step} 步出界`
    },
    chart: {
      distance: "到最低点的距离",
      step: "步数",
      length: "一步的长度（以 αg 为单位）",
      lengths: "在均匀的坡上，一步有多长",
      rate: "学习率 α",
      steps: "到 10⁻⁶ 的步数",
      sweep: "走到离最低点百万分之一以内所需的步数，随学习率的变化"
    },
    inputs: {
      rate: "学习率",
      memory: "记忆",
      memoryRule: "应在 [0, 1) 之内",
      kappa: "峡谷 κ",
      scale: "经典形式的学习率",
      equal: "同一个 α",
      effective: "α(1 − β)",
      form: "形式",
      ema: "平均形式",
      classical: "经典形式",
      controls: "峡谷里的几条路",
      run: "运行过程"
    },
    map: {
      title: "动量在哪里收敛",
      rate: "αλ，学习率乘曲率",
      beta: "β",
      handle: "最陡方向的 αλ，以及 β",
      diverges: "发散",
      edges: {ema: "平均形式：2(1 + β)/(1 − β)", classical: "经典形式：2(1 + β)"},
      tenth: "距离缩到十分之一所需的步数",
      readout: ({radius, steps, diverges}) =>
        diverges ? `ρ = ${radius} ≥ 1：发散` : `每步 ρ = ${radius}：每 ${steps} 步，距离缩到十分之一`,
      curvature: (lambda) => `λ = ${lambda}`
    },
    questions: {
      steady: {
        question: "在又长又匀的坡上，α 相同，β = 0.9：平均形式的动量最后走得多快？",
        answers: [
          {value: "ten", label: "是梯度下降的十倍"},
          {value: "equal", label: "和梯度下降一样快"},
          {value: "slow", label: "只有十分之一"}
        ],
        right: "equal",
        because: "一串相同的梯度，平均起来还是它自己：v → g，不会更大。"
      },
      edge: {
        question: "梯度下降从 αλ = 2 起发散。β = 0.9 的平均形式从哪里起发散？",
        answers: [
          {value: "two", label: "也是 2"},
          {value: "twenty", label: "20"},
          {value: "most", label: "38"}
        ],
        right: "most",
        because: "边界是 2(1 + β)/(1 − β) = 2 · 1.9/0.1。"
      }
    },
    measures: {
      engine: "上面的代码与引擎的最大差",
      terminalEma: "平均形式，一步最终的长度（αg）",
      terminalClassical: "经典形式，一步最终的长度（αg）",
      escapeDescent: "离开鞍点的步数：梯度下降",
      escapeEma: "平均形式的动量，β = 0.9",
      escapeClassical: "经典形式的动量，β = 0.9",
      edge: "按上面的形式和 β，αλ 的边界",
      tunedDescent: "梯度下降，最佳学习率 α = 2/101",
      tunedEma: "平均形式，β = 0.9，最佳学习率 α = 0.239",
      tunedBoth: "平均形式，两个都调，α = 0.109，β = 0.695",
      equalDescent: "梯度下降，α = 0.01",
      equalEma: "平均形式，β = 0.9，同样 α = 0.01",
      steps: "步"
    }
  }
};
