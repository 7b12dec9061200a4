import type {Exercise} from "./exercise.js";
import {compareAll, first, isAbout} from "./findings.js";

type Rows = readonly (readonly number[])[];
type FitScaler = (train: Rows) => {transform(X: Rows): number[][]};

/** Two features of scales 1e-2 and 1e4, made with scikit-learn: see test/golden/standardization.json. */
export const reference = {
  train: [
    [0.01, 0.03, 0.02, 0.05, 0.04, 0.015],
    [12000, 8000, 15000, 9500, 20000, 7000]
  ],
  test: [
    [0.2, -0.03],
    [1000, 50000]
  ],
  standardized: [
    [12.261621769613212, -4.087207256537737],
    [-2.4389246714196844, 8.508309731593862]
  ]
};

const meanOf = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;
const deviationOf = (values: readonly number[]): number => {
  const mean = meanOf(values);
  return Math.sqrt(meanOf(values.map((x) => (x - mean) ** 2)));
};
const feature = (name: string, chinese: string) => (i: number) => ({
  en: `the ${name} of feature ${i + 1}`,
  zh: `第 ${i + 1} 个特征的${chinese}`
});

/** An answer may change what it is given; it gets copies. */
const fitted = (fitScaler: FitScaler): ReturnType<FitScaler> => fitScaler(structuredClone(reference.train));
const onTrain = (fitScaler: FitScaler): number[][] =>
  fitted(fitScaler).transform(structuredClone(reference.train));
const onTest = (fitScaler: FitScaler): number[][] =>
  fitted(fitScaler).transform(structuredClone(reference.test));

/** Standardization, fitted on the training set and applied to any. */
export const fitScaler: Exercise<FitScaler> = {
  name: "fitScaler",
  task: {
    en: "Write standardization. `fitScaler(train)` measures each feature of the training set, one row of numbers a feature: $\\mu = \\frac{1}{m}\\sum x$ and $\\sigma = \\sqrt{\\frac{1}{m}\\sum (x-\\mu)^2}$. It returns `transform`, which makes $z = (x-\\mu)/\\sigma$ of *any* set with the $\\mu$ and $\\sigma$ of the training set. A feature with $\\sigma = 0$ is only centred.",
    zh: "写出标准化。`fitScaler(train)` 度量训练集的每个特征（一行数就是一个特征）：$\\mu = \\frac{1}{m}\\sum x$，$\\sigma = \\sqrt{\\frac{1}{m}\\sum (x-\\mu)^2}$。它返回 `transform`：对*任何*数据集，都用训练集的 $\\mu$ 和 $\\sigma$ 算出 $z = (x-\\mu)/\\sigma$。$\\sigma = 0$ 的特征只作中心化。"
  },
  stub: `function fitScaler(train: readonly (readonly number[])[]) {
  const mean = train.map((values) => values[0]);
  return {
    transform: (X: readonly (readonly number[])[]): number[][] =>
      X.map((values, i) => values.map((x) => x - mean[i]))
  };
}`,
  checks: [
    {
      title: {
        en: "The transformed training set has mean 0 and deviation 1, to 9 digits.",
        zh: "变换后的训练集，均值为 0，标准差为 1，精确到 9 位。"
      },
      run(fitScaler) {
        const Z = onTrain(fitScaler);
        return first(
          () => compareAll(feature("mean", "均值"), [0, 0], Z.map(meanOf), 1e-9),
          () => compareAll(feature("deviation", "标准差"), [1, 1], Z.map(deviationOf), 1e-9)
        );
      }
    },
    {
      title: {
        en: "The test set is transformed with the training set's measures, as scikit-learn does it.",
        zh: "测试集用训练集的均值和标准差变换，与 scikit-learn 相同。"
      },
      run(fitScaler) {
        const Z = onTest(fitScaler);
        return first(
          ...reference.standardized.map(
            (row, i) => () =>
              compareAll(
                (k) => ({
                  en: `sample ${k + 1} of feature ${i + 1}`,
                  zh: `第 ${i + 1} 个特征的第 ${k + 1} 个样本`
                }),
                row,
                Z[i],
                1e-9
              )
          )
        );
      }
    },
    {
      title: {en: "A constant feature becomes 0, not NaN.", zh: "恒定的特征变成 0，而不是 NaN。"},
      run(fitScaler) {
        const train = [[7, 7, 7]];
        return compareAll(
          (k) => ({en: `sample ${k + 1}`, zh: `第 ${k + 1} 个样本`}),
          [0, 0, 0],
          fitScaler(train).transform(train)[0],
          0
        );
      }
    },
    {
      title: {en: "The input is left as it was.", zh: "输入保持原样。"},
      run(fitScaler) {
        const train = [[1, 2, 6]];
        fitScaler(train).transform(train);
        return compareAll((k) => ({en: `train[0][${k}]`, zh: `train[0][${k}]`}), [1, 2, 6], train[0], 0);
      }
    }
  ],
  fingerprints: [
    {
      hint: {
        en: "Your transformed test set has mean exactly 0: it was measured anew. transform must use the μ and σ of train.",
        zh: "变换后的测试集均值正好是 0：它被重新度量了。transform 要用 train 的 μ 和 σ。"
      },
      fits: (fitScaler) => onTest(fitScaler).every((z) => Math.abs(meanOf(z)) < 1e-9)
    },
    {
      hint: {
        en: "Your deviation is off by √(m/(m − 1)): divide the squares by m, not by m − 1.",
        zh: "你的标准差差了 √(m/(m − 1)) 倍：平方和要除以 m，不是 m − 1。"
      },
      fits: (fitScaler) => onTrain(fitScaler).every((z) => isAbout(deviationOf(z), Math.sqrt(5 / 6)))
    },
    {
      hint: {
        en: "You divide by the variance: take its root first.",
        zh: "你除以的是方差：先开方。"
      },
      fits: (fitScaler) =>
        onTrain(fitScaler).every((z, i) => isAbout(deviationOf(z), 1 / deviationOf(reference.train[i])))
    },
    {
      hint: {
        en: "A constant feature gives NaN: its σ is 0. Divide by 1 instead.",
        zh: "恒定的特征得到 NaN：它的 σ 是 0。这时改为除以 1。"
      },
      fits: (fitScaler) => Number.isNaN(fitScaler([[7, 7]]).transform([[7, 7]])[0][0])
    }
  ],
  hints: [
    {
      en: "Measure first, outside transform: one mean and one deviation a row of train. transform only uses them.",
      zh: "先度量，放在 transform 之外：train 的每一行一个均值、一个标准差。transform 只使用它们。"
    },
    {
      en: "The deviation is the root of the mean square distance from the mean, over the same m.",
      zh: "标准差是与均值之差的平方的平均，再开方；平均时除以同一个 m。"
    },
    {
      en: "X.map((values, i) => values.map((x) => (x − mean[i]) / (deviation[i] || 1))): where σ is 0, || gives 1.",
      zh: "X.map((values, i) => values.map((x) => (x − mean[i]) / (deviation[i] || 1)))：σ 为 0 时，|| 给出 1。"
    }
  ],
  solution: `function fitScaler(train: readonly (readonly number[])[]) {
  const average = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;
  const mean = train.map(average);
  const deviation = train.map((values, i) => Math.sqrt(average(values.map((x) => (x - mean[i]) ** 2))));
  return {
    transform: (X: readonly (readonly number[])[]): number[][] =>
      X.map((values, i) => values.map((x) => (x - mean[i]) / (deviation[i] || 1)))
  };
}`
};
