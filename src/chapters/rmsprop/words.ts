import type {PredictOptions} from "../../components/predict.js";
import type {Language} from "../../course.js";

type Question = Omit<PredictOptions<string>, "language">;

/** What the chapter's pictures, inputs and measurements say. */
export interface RmspropWords {
  readonly lines: Readonly<Record<"descent" | "momentum", string>>;
  readonly picture: {
    readonly label: (kappa: number, rotation: number) => string;
    readonly start: string;
    readonly diverged: (step: number) => string;
    readonly left: (step: number) => string;
  };
  readonly chart: Readonly<
    Record<
      | "distance"
      | "step"
      | "quotients"
      | "quotient"
      | "guards"
      | "gradient"
      | "length"
      | "turned"
      | "angle"
      | "steps",
      string
    >
  >;
  readonly guards: Readonly<Record<"outside" | "inside", string>>;
  readonly gradients: readonly [string, string, string];
  readonly inputs: Readonly<
    Record<
      "rate" | "memory" | "memoryRule" | "kappa" | "rotation" | "epsilon" | "guard" | "controls" | "run",
      string
    >
  >;
  readonly questions: Readonly<Record<"large" | "turn", Question>>;
  readonly measures: Readonly<
    Record<"engine" | "large" | "small" | "first" | "halfOutside" | "halfInside" | "descentSteps", string>
  >;
}

export const rmspropWords: Readonly<Record<Language, RmspropWords>> = {
  en: {
    lines: {descent: "gradient descent", momentum: "momentum"},
    picture: {
      label: (kappa, rotation) =>
        `Contour lines of a ravine with κ = ${kappa}, turned by ${rotation}°, and the ways of gradient descent and RMSProp, with √s as a box`,
      start: "Start",
      diverged: (step) => `diverged at step ${step}`,
      left: (step) => `left at step ${step}`
    },
    chart: {
      distance: "distance from the minimum",
      step: "step",
      quotients: "Steps of RMSProp on steady gradients of three sizes",
      quotient: "length of the step, in α",
      guards: "Where ε begins to count, inside and outside the root",
      gradient: "size of a steady gradient |g|",
      length: "length of the step, in α",
      turned: "Steps down to a cost of 10⁻³ in a ravine of κ = 100, against its angle",
      angle: "angle of the ravine, in degrees",
      steps: "steps"
    },
    guards: {outside: "√s + ε", inside: "√(s + ε)"},
    gradients: ["g = 0.01", "g = 1", "g = 100"],
    inputs: {
      rate: "Learning rate",
      memory: "Memory of squares",
      memoryRule: "must lie in [0, 1)",
      kappa: "Ravine, κ",
      rotation: "Turned by",
      epsilon: "Guard",
      guard: "The guard stands",
      controls: "The runs in the ravine",
      run: "The runs"
    },
    questions: {
      large: {
        question: "One gradient is steadily 100, another 0.01. How do their steps compare after a while?",
        answers: [
          {value: "large", label: "the large one steps farther"},
          {value: "small", label: "the small one steps farther"},
          {value: "equal", label: "both step α"}
        ],
        right: "equal",
        because: "√s settles at |g|, so the quotient settles at ±1, whatever the size."
      },
      turn: {
        question: "The ravine is turned by 15°. Which of the runs slows down?",
        answers: [
          {value: "descent", label: "gradient descent and momentum"},
          {value: "adaptive", label: "RMSProp and Adam"},
          {value: "all", label: "all of them"}
        ],
        right: "adaptive",
        because: "They scale each coordinate by itself, and a turned ravine lies along none of them."
      }
    },
    measures: {
      engine: "The code above against the engine's rmsprop, largest difference",
      large: "Settled step for g = 100, in α",
      small: "Settled step for g = 0.01, in α",
      first: "First step, in α",
      halfOutside: "ε outside, the |g| of half a step",
      halfInside: "ε inside, the |g| of half a step",
      descentSteps: "Gradient descent at its best rate, steps at any angle"
    }
  },
  zh: {
    lines: {descent: "梯度下降", momentum: "动量"},
    picture: {
      label: (kappa, rotation) =>
        `κ = ${kappa}、转了 ${rotation}° 的峡谷的等高线，以及梯度下降与 RMSProp 走过的路，方框是 √s`,
      start: "起点",
      diverged: (step) => `第 ${step} 步发散`,
      left: (step) => `第 ${step} 步出界`
    },
    chart: {
      distance: "到最低点的距离",
      step: "步数",
      quotients: "三种大小的恒定梯度下，RMSProp 的步长",
      quotient: "一步的长度（以 α 为单位）",
      guards: "ε 放在根号里、外，各从哪里开始起作用",
      gradient: "恒定梯度的大小 |g|",
      length: "一步的长度（以 α 为单位）",
      turned: "在 κ = 100 的峡谷里降到代价 10⁻³ 的步数，随峡谷转过的角度变化",
      angle: "峡谷转过的角度（度）",
      steps: "步数"
    },
    guards: {outside: "√s + ε", inside: "√(s + ε)"},
    gradients: ["g = 0.01", "g = 1", "g = 100"],
    inputs: {
      rate: "学习率",
      memory: "平方的记忆",
      memoryRule: "应在 [0, 1) 之内",
      kappa: "峡谷 κ",
      rotation: "转过的角度",
      epsilon: "防零的小数",
      guard: "ε 的位置",
      controls: "峡谷里的几条路",
      run: "运行过程"
    },
    questions: {
      large: {
        question: "一个梯度一直是 100，另一个一直是 0.01。过一阵子，两者的步子怎样？",
        answers: [
          {value: "large", label: "大的走得远"},
          {value: "small", label: "小的走得远"},
          {value: "equal", label: "都走 α"}
        ],
        right: "equal",
        because: "√s 会稳定在 |g|，所以商稳定在 ±1，与大小无关。"
      },
      turn: {
        question: "把峡谷转 15°，哪几个会变慢？",
        answers: [
          {value: "descent", label: "梯度下降和动量"},
          {value: "adaptive", label: "RMSProp 和 Adam"},
          {value: "all", label: "全都变慢"}
        ],
        right: "adaptive",
        because: "它们是逐个坐标缩放的，而转过的峡谷不顺着任何一个坐标。"
      }
    },
    measures: {
      engine: "上面的代码与引擎里 rmsprop 的最大差",
      large: "g = 100，稳定后的一步（α）",
      small: "g = 0.01，稳定后的一步（α）",
      first: "第一步（α）",
      halfOutside: "ε 在外，步长减半处的 |g|",
      halfInside: "ε 在内，步长减半处的 |g|",
      descentSteps: "梯度下降，最佳学习率，任何角度的步数"
    }
  }
};
