import type {WineFeature} from "../../data/checkedWine.js";
import type {Language} from "../../course.js";
import type {TransformName} from "./transforms.js";

export interface Question {
  readonly question: string;
  readonly answers: readonly {readonly value: string; readonly label: string}[];
  readonly right: string;
  readonly because: string;
}

type InputWord =
  | "data"
  | "synthetic"
  | "wine"
  | "ratio"
  | "mean"
  | "correlation"
  | "transform"
  | "rule"
  | "best"
  | "fixed"
  | "rate"
  | "bias"
  | "samples"
  | "optimizer"
  | "first"
  | "second"
  | "inputs"
  | "weight"
  | "start"
  | "statistics"
  | "train"
  | "test"
  | "dataControls"
  | "runControls"
  | "neuronControls"
  | "run";

type PictureWord =
  | "before"
  | "after"
  | "scatter"
  | "contours"
  | "start"
  | "cost"
  | "step"
  | "density"
  | "histogram"
  | "output"
  | "split"
  | "train"
  | "test";

type MeasureWord =
  | "engine"
  | "kappaBefore"
  | "kappaAfter"
  | "stepsBefore"
  | "stepsAfter"
  | "steps"
  | "oneFeature"
  | "twoWith"
  | "twoWithout"
  | "correlated"
  | "toTolerance"
  | "variance"
  | "fourInputs"
  | "correlatedSum"
  | "testMean"
  | "testDeviation";

export interface StandardizationWords {
  readonly transforms: Readonly<Record<TransformName, string>>;
  readonly features: Readonly<Record<WineFeature, string>>;
  readonly inputs: Readonly<Record<InputWord, string>>;
  readonly picture: Readonly<Record<PictureWord, string>> & {
    readonly badge: (kappa: string) => string;
    readonly diverged: (step: number) => string;
    readonly left: (step: number) => string;
  };
  readonly questions: Readonly<Record<"centre" | "correlation", Question>>;
  readonly measures: Readonly<Record<MeasureWord, string>>;
}

export const standardizationWords: Readonly<Record<Language, StandardizationWords>> = {
  en: {
    transforms: {
      none: "none",
      centre: "centre",
      scale: "scale",
      standardize: "standardize",
      whiten: "whiten"
    },
    features: {
      alcohol: "alcohol",
      malic_acid: "malic acid",
      ash: "ash",
      alcalinity_of_ash: "alkalinity of ash",
      magnesium: "magnesium",
      total_phenols: "phenols",
      flavanoids: "flavonoids",
      nonflavanoid_phenols: "other phenols",
      proanthocyanins: "proanthocyanins",
      color_intensity: "colour intensity",
      hue: "hue",
      od280: "OD280/OD315",
      proline: "proline"
    },
    inputs: {
      data: "Data",
      synthetic: "synthetic",
      wine: "wine",
      ratio: "Ratio of the deviations",
      mean: "Mean of both features",
      correlation: "Correlation",
      transform: "Transform",
      rule: "Learning rate",
      best: "2/(λ₁ + λₙ)",
      fixed: "fixed",
      rate: "Fixed rate",
      bias: "The unit has a bias",
      samples: "Samples",
      optimizer: "Optimizer",
      first: "First feature",
      second: "Second feature",
      inputs: "Inputs of the neuron",
      weight: "Each weight",
      start: "Start, the two errors",
      statistics: "The test set is standardized with",
      train: "the training set's μ and σ",
      test: "its own",
      dataControls: "The data",
      runControls: "The descent",
      neuronControls: "The neuron",
      run: "The runs"
    },
    picture: {
      before: "before",
      after: "after",
      scatter: "The data",
      contours: "The cost around its minimum",
      start: "Start",
      cost: "cost, share of the start's",
      step: "step",
      density: "density",
      histogram: "Distribution of z",
      output: "z",
      split: "Training set and test set",
      train: "training set",
      test: "test set",
      badge: (kappa) => `κ = ${kappa}`,
      diverged: (step) => `diverged at step ${step}`,
      left: (step) => `left at step ${step}`
    },
    questions: {
      centre: {
        question:
          "One feature with mean 10 and deviation 1, and a bias. The scale is perfect. How badly is the cost conditioned?",
        answers: [
          {value: "one", label: "not at all, κ = 1"},
          {value: "ten", label: "κ ≈ 10"},
          {value: "thousands", label: "κ ≈ 10,000"}
        ],
        right: "thousands",
        because:
          "Weight and bias do nearly the same to every sample: κ ≈ (μ² + 2)² near 10,400. Centring parts them."
      },
      correlation: {
        question: "Both features standardized, but correlated with ρ = 0.9. What is κ?",
        answers: [
          {value: "one", label: "1"},
          {value: "two", label: "1.9"},
          {value: "nineteen", label: "19"}
        ],
        right: "nineteen",
        because: "(1 + ρ)/(1 − ρ) = 1.9/0.1: standardizing leaves the correlation as it was."
      }
    },
    measures: {
      engine: "The code above against the engine, largest difference",
      kappaBefore: "κ before",
      kappaAfter: "κ after",
      stepsBefore: "Steps to a millionth of the distance, before",
      stepsAfter: "Steps to a millionth of the distance, after",
      steps: "steps",
      oneFeature: "κ of one feature and a bias, μ = 10, σ = 1",
      twoWith: "κ of features with means 3 and 50, deviations 1 and 15, with a bias",
      twoWithout: "the same without a bias",
      correlated: "κ of standardized features, ρ =",
      toTolerance: "Steps to 10⁻⁶, ρ =",
      variance: "Variance of z",
      fourInputs: "Variance of z for w = (1, 1, 1, 1)",
      correlatedSum: "Variance of z = x₁ + x₂ for the features above, standardized",
      testMean: "Mean of the first feature over the test set",
      testDeviation: "Its deviation"
    }
  },
  zh: {
    transforms: {none: "不变", centre: "中心化", scale: "缩放", standardize: "标准化", whiten: "白化"},
    features: {
      alcohol: "酒精",
      malic_acid: "苹果酸",
      ash: "灰分",
      alcalinity_of_ash: "灰分碱度",
      magnesium: "镁",
      total_phenols: "总酚",
      flavanoids: "类黄酮",
      nonflavanoid_phenols: "非黄酮酚",
      proanthocyanins: "原花青素",
      color_intensity: "颜色深度",
      hue: "色调",
      od280: "OD280/OD315",
      proline: "脯氨酸"
    },
    inputs: {
      data: "数据",
      synthetic: "合成",
      wine: "葡萄酒",
      ratio: "标准差之比",
      mean: "两个特征的均值",
      correlation: "相关系数",
      transform: "变换",
      rule: "学习率",
      best: "2/(λ₁ + λₙ)",
      fixed: "固定",
      rate: "固定的学习率",
      bias: "带偏置",
      samples: "样本数",
      optimizer: "优化器",
      first: "第一个特征",
      second: "第二个特征",
      inputs: "神经元的输入个数",
      weight: "每个权重",
      start: "起点（两个误差）",
      statistics: "标准化测试集所用的",
      train: "训练集的 μ 和 σ",
      test: "测试集自己的",
      dataControls: "数据",
      runControls: "下降过程",
      neuronControls: "神经元",
      run: "运行过程"
    },
    picture: {
      before: "变换前",
      after: "变换后",
      scatter: "数据",
      contours: "最低点周围的代价",
      start: "起点",
      cost: "代价（与起点之比）",
      step: "步数",
      density: "密度",
      histogram: "z 的分布",
      output: "z",
      split: "训练集与测试集",
      train: "训练集",
      test: "测试集",
      badge: (kappa) => `κ = ${kappa}`,
      diverged: (step) => `第 ${step} 步发散`,
      left: (step) => `第 ${step} 步出界`
    },
    questions: {
      centre: {
        question: "只有一个特征，均值 10，标准差 1，外加一个偏置。尺度完全合适，代价的条件数有多大？",
        answers: [
          {value: "one", label: "很好，κ = 1"},
          {value: "ten", label: "κ ≈ 10"},
          {value: "thousands", label: "κ ≈ 10000"}
        ],
        right: "thousands",
        because: "权重和偏置对每个样本的作用几乎一样：κ ≈ (μ² + 2)²，约 10400。中心化才能把两者分开。"
      },
      correlation: {
        question: "两个特征都标准化了，但相关系数 ρ = 0.9。κ 是多少？",
        answers: [
          {value: "one", label: "1"},
          {value: "two", label: "1.9"},
          {value: "nineteen", label: "19"}
        ],
        right: "nineteen",
        because: "(1 + ρ)/(1 − ρ) = 1.9/0.1：标准化不改变相关系数。"
      }
    },
    measures: {
      engine: "上面的代码与引擎的最大差",
      kappaBefore: "变换前的 κ",
      kappaAfter: "变换后的 κ",
      stepsBefore: "距离缩到百万分之一的步数，变换前",
      stepsAfter: "距离缩到百万分之一的步数，变换后",
      steps: "步",
      oneFeature: "一个特征加偏置的 κ，μ = 10，σ = 1",
      twoWith: "两个特征，均值 3 和 50，标准差 1 和 15，带偏置时的 κ",
      twoWithout: "不带偏置时",
      correlated: "标准化之后的 κ，ρ =",
      toTolerance: "到 10⁻⁶ 的步数，ρ =",
      variance: "z 的方差",
      fourInputs: "w = (1, 1, 1, 1) 时 z 的方差",
      correlatedSum: "上面两个特征标准化之后，z = x₁ + x₂ 的方差",
      testMean: "测试集上第一个特征的均值",
      testDeviation: "它的标准差"
    }
  }
};
