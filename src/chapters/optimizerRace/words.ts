import type {PredictOptions} from "../../components/predict.js";
import type {Language} from "../../course.js";
import type {GroundName} from "./courses.js";
import type {OwnSettingsWords} from "./ownSettings.js";
import type {RaceTableWords} from "./raceTable.js";
import type {TunerWords} from "./tuner.js";

/** How the learning rates of a race are made comparable. */
export const fairnesses = ["tuned", "same", "effective", "own"] as const;
export type Fairness = (typeof fairnesses)[number];

/** What the chapter's pictures, inputs and measurements say. */
export interface RaceWords {
  readonly grounds: Readonly<Record<GroundName | "moons", string>>;
  readonly fairnesses: Readonly<Record<Fairness, string>>;
  readonly inputs: Readonly<
    Record<
      | "surface"
      | "kappa"
      | "rotation"
      | "fairness"
      | "rate"
      | "tolerance"
      | "steps"
      | "optimizers"
      | "start"
      | "controls"
      | "run",
      string
    >
  >;
  readonly own: OwnSettingsWords;
  readonly tuner: TunerWords;
  readonly picture: {
    readonly label: (surface: string) => string;
    readonly start: string;
    readonly diverged: (step: number) => string;
    readonly left: (step: number) => string;
    readonly plane: string;
    readonly glyphs: string;
    readonly trap: string;
  };
  readonly chart: Readonly<
    Record<
      "cost" | "gap" | "evaluations" | "tolerance" | "sweep" | "rate" | "steps" | "turned" | "degrees",
      string
    >
  >;
  readonly table: RaceTableWords;
  readonly question: Omit<PredictOptions<string>, "language">;
  readonly turn: {readonly caption: string; readonly degrees: (degrees: number) => string};
  readonly edges: {readonly caption: string; readonly measured: string; readonly theory: string};
  readonly measures: Readonly<
    Record<
      "engine" | "equalDescent" | "equalEma" | "tunedDescent" | "tunedEma" | "tunedBoth" | "steps",
      string
    >
  >;
  readonly trap: {readonly caption: string; readonly columns: readonly string[]; readonly adam: string};
}

export const raceWords: Readonly<Record<Language, RaceWords>> = {
  en: {
    grounds: {
      ravine: "ravine",
      saddle: "saddle",
      plateau: "plateau",
      rosenbrock: "Rosenbrock",
      beale: "Beale",
      himmelblau: "Himmelblau",
      rastrigin: "Rastrigin",
      styblinskiTang: "Styblinski–Tang",
      moons: "network of four layers, two moons"
    },
    fairnesses: {tuned: "each tuned", same: "same α", effective: "same effective α", own: "own α"},
    inputs: {
      surface: "Surface",
      kappa: "Steepness of the ravine",
      rotation: "Turned by",
      fairness: "Fairness",
      rate: "Common learning rate",
      tolerance: "Tolerance: cost above the minimum",
      steps: "Gradient evaluations",
      optimizers: "Optimizers",
      start: "Start x, y (before turning)",
      controls: "The race",
      run: "Run"
    },
    own: {
      whose: "Hyperparameters of",
      label: "Own hyperparameters",
      settings: {
        learningRate: "Own learning rate",
        beta: "Memory",
        beta1: "Memory of the first moment",
        beta2: "Memory of the second moment",
        decay: "Memory",
        epsilon: "Guard",
        weightDecay: "Weight decay"
      },
      memoryRule: "must be in [0, 1)"
    },
    tuner: {
      searching: (done, all) => `Searching learning rates: ${done} of ${all} optimizers done.`,
      done: (rates, low, high) =>
        `Searched: ${rates} learning rates from ${low} to ${high}, for each optimizer, from this very start.`
    },
    picture: {
      label: (surface) => `Contour lines of the surface “${surface}” with the trails of the optimizers`,
      start: "start of the race",
      diverged: (step) => `diverged at ${step}`,
      left: (step) => `left at ${step}`,
      plane:
        "The network has 67 parameters. The picture is a plane among them, through the drawn weights and a run of Adam; every run leaves it, and is shown where it is nearest.",
      glyphs:
        "Arrow: the last step, four times as long. Box: √s along each axis; the wider, the shorter the step that way.",
      trap: "From this start every coordinate of an axis-aligned ravine has equal size, which suits Adam and RMSProp by accident: do not rank from here. Turn the ravine, or move the start."
    },
    chart: {
      cost: "Cost above the minimum against gradient evaluations",
      gap: "cost above the minimum",
      evaluations: "gradient evaluations",
      tolerance: "tolerance",
      sweep: "Steps to the tolerance against the learning rate, for each optimizer; the dot is the best rate",
      rate: "learning rate α",
      steps: "steps to the tolerance",
      turned: "Steps to a cost of 10⁻³ against the angle by which the ravine is turned",
      degrees: "degrees"
    },
    table: {
      caption: "The race in numbers",
      columns: [
        "optimizer",
        "α",
        "steps to tolerance",
        "arrives for α in",
        "cost at the end",
        "diverged at",
        "numbers kept"
      ],
      never: "not yet"
    },
    question: {
      question:
        "On a ravine with κ = 100 along the axes, from (1, 1), Adam needs 24 steps to a cost of 10⁻³, momentum 74. Turn the ravine, and the start with it, by 15°. What happens?",
      answers: [
        {value: "same", label: "nothing: it is the same ravine"},
        {value: "adam", label: "Adam needs 367, momentum still 74"},
        {value: "both", label: "both need five times as many"}
      ],
      right: "adam",
      because:
        "Gradient descent and momentum turn with the ravine; Adam scales along the axes, and the axes no longer are the ravine's."
    },
    turn: {caption: "Steps to a cost of 10⁻³, κ = 100", degrees: (degrees) => `${degrees}°`},
    edges: {
      caption: "Where averaged momentum stops converging: αλ",
      measured: "measured",
      theory: "2(1 + β)/(1 − β)"
    },
    measures: {
      engine: "The code above against the engine, largest difference in cost",
      equalDescent: "Gradient descent, α = 0.01",
      equalEma: "Averaged momentum, β = 0.9, the same α = 0.01",
      tunedDescent: "Gradient descent at its best rate, α = 2/101",
      tunedEma: "Averaged momentum, β = 0.9, at its best rate, α = 0.239",
      tunedBoth: "Averaged momentum with both tuned, α = 0.109, β = 0.695",
      steps: "steps"
    },
    trap: {
      caption: "Adam, κ = 100, steps to within 10⁻⁶ of the minimum at α = 1",
      columns: ["from (1, 1)", "from (1, 0.5)", "from (1, 1), turned by 15°"],
      adam: "Adam"
    }
  },
  zh: {
    grounds: {
      ravine: "峡谷",
      saddle: "鞍点",
      plateau: "高原",
      rosenbrock: "Rosenbrock",
      beale: "Beale",
      himmelblau: "Himmelblau",
      rastrigin: "Rastrigin",
      styblinskiTang: "Styblinski–Tang",
      moons: "四层网络，双月数据"
    },
    fairnesses: {tuned: "各自调优", same: "同一个 α", effective: "同样的有效 α", own: "各用各的 α"},
    inputs: {
      surface: "曲面",
      kappa: "峡谷有多陡",
      rotation: "转过",
      fairness: "怎样才算公平",
      rate: "共同的学习率",
      tolerance: "目标：代价高出最小值不超过",
      steps: "梯度计算次数",
      optimizers: "优化器",
      start: "起点 x, y（转动之前）",
      controls: "比赛",
      run: "运行过程"
    },
    own: {
      whose: "超参数，属于",
      label: "各自的超参数",
      settings: {
        learningRate: "自己的学习率",
        beta: "记忆",
        beta1: "一阶矩的记忆",
        beta2: "二阶矩的记忆",
        decay: "记忆",
        epsilon: "防止除以零的小量",
        weightDecay: "权重衰减"
      },
      memoryRule: "应在 [0, 1) 之内"
    },
    tuner: {
      searching: (done, all) => `正在搜索学习率：${all} 种优化器中已完成 ${done} 种。`,
      done: (rates, low, high) =>
        `已搜索：每种优化器都从这个起点试过 ${rates} 个学习率，从 ${low} 到 ${high}。`
    },
    picture: {
      label: (surface) => `曲面“${surface}”的等高线，以及各优化器走过的路`,
      start: "比赛的起点",
      diverged: (step) => `第 ${step} 步发散`,
      left: (step) => `第 ${step} 步出界`,
      plane:
        "网络有 67 个参数。图上是其中的一个平面，经过初始参数和 Adam 走过的一条路；每条路都会离开这个平面，图上画的是它在平面上的投影。",
      glyphs: "箭头：上一步，放大到四倍。方框：各坐标轴方向的 √s，越宽，那个方向上的步子越短。",
      trap: "从这个起点出发，沿坐标轴的峡谷在两个坐标上大小相等，恰好便宜了 Adam 和 RMSProp：不要在这里排名次。转动峡谷，或者换一个起点。"
    },
    chart: {
      cost: "代价高出最小值多少，随梯度计算次数的变化",
      gap: "高出最小值的代价",
      evaluations: "梯度计算次数",
      tolerance: "目标",
      sweep: "各优化器到达目标所需的步数，随学习率的变化；圆点是最好的学习率",
      rate: "学习率 α",
      steps: "到达目标的步数",
      turned: "代价降到 10⁻³ 所需的步数，随峡谷转角的变化",
      degrees: "度"
    },
    table: {
      caption: "比赛的数字",
      columns: [
        "优化器",
        "α",
        "到目标的步数",
        "能到达的 α",
        "最后的代价",
        "发散于第几步",
        "每个参数存几个数"
      ],
      never: "未到"
    },
    question: {
      question:
        "κ = 100 的峡谷沿着坐标轴，从 (1, 1) 出发，代价降到 10⁻³，Adam 用 24 步，动量用 74 步。把峡谷连同起点转 15°，会怎样？",
      answers: [
        {value: "same", label: "不变，峡谷还是那个峡谷"},
        {value: "adam", label: "Adam 要 367 步，动量还是 74 步"},
        {value: "both", label: "两者都要五倍的步数"}
      ],
      right: "adam",
      because: "梯度下降和动量跟着峡谷一起转；Adam 沿坐标轴缩放，而坐标轴已经不再是峡谷的方向。"
    },
    turn: {caption: "代价降到 10⁻³ 的步数，κ = 100", degrees: (degrees) => `${degrees}°`},
    edges: {caption: "平均形式的动量从哪里起不再收敛：αλ", measured: "实测", theory: "2(1 + β)/(1 − β)"},
    measures: {
      engine: "上面的代码与引擎的代价最大差",
      equalDescent: "梯度下降，α = 0.01",
      equalEma: "平均形式的动量，β = 0.9，同样 α = 0.01",
      tunedDescent: "梯度下降，最佳学习率 α = 2/101",
      tunedEma: "平均形式，β = 0.9，最佳学习率 α = 0.239",
      tunedBoth: "平均形式，两个都调，α = 0.109，β = 0.695",
      steps: "步"
    },
    trap: {
      caption: "Adam，κ = 100，α = 1，走到离最低点 10⁻⁶ 以内的步数",
      columns: ["从 (1, 1)", "从 (1, 0.5)", "从 (1, 1)，转 15°"],
      adam: "Adam"
    }
  }
};
