import {type Activation, identity, tanh} from "../../lib/activations.js";
import {normal} from "../../lib/initializers.js";
import {multiply} from "../../lib/matrix.js";
import {random} from "../../lib/random.js";
import type {Matrix, Vector} from "../../lib/types.js";
import type {Exercise, Finding} from "./exercise.js";
import {first, isAbout, mismatch} from "./findings.js";

interface Derivatives {
  readonly dZ: Matrix;
  readonly dW: Matrix;
  readonly db: Vector;
  readonly previousDA: Matrix;
}

type BackwardLayer = (
  dA: Matrix,
  Z: Matrix,
  previousA: Matrix,
  W: Matrix,
  activation: Activation
) => Derivatives;

const [neurons, inputs, m] = [3, 4, 8];

function drawn(rows: number, columns: number, seed: number): Matrix {
  return {rows, columns, data: normal(1)(rows, columns, random(seed))};
}
const layer = {W: drawn(neurons, inputs, 1), b: drawn(neurons, 1, 2), previousA: drawn(inputs, m, 3)};

function forward({W, b, previousA}: typeof layer, activation: Activation): {Z: Matrix; A: Matrix} {
  const Z = multiply(W, previousA);
  Z.data.forEach((_, i, data) => {
    data[i] += b.data[Math.floor(i / m)];
  });
  return {Z, A: {...Z, data: Z.data.map((z) => activation(z))}};
}

/** J = (1/m) Σ ½‖a‖², whose derivative by a sample's a is that a. */
const cost = (activation: Activation): number =>
  forward(layer, activation).A.data.reduce((sum, a) => sum + a ** 2 / 2, 0) / m;

/** ∂J/∂x for every number x of a matrix, by central differences. */
function differences({data}: Matrix, activation: Activation, h = 1e-5): Vector {
  return data.map((x, i) => {
    const costAt = (value: number): number => {
      data[i] = value;
      return cost(activation);
    };
    const slope = (costAt(x + h) - costAt(x - h)) / (2 * h);
    data[i] = x;
    return slope;
  });
}

const concatenated = (...parts: readonly ArrayLike<number>[]): number[] =>
  parts.flatMap((part) => Array.from(part));
const norm = (x: readonly number[]): number => Math.hypot(...x);

/** ‖a − n‖ / (‖a‖ + ‖n‖), the gradient check's measure. */
function relativeError(analytic: readonly number[], numeric: readonly number[]): number {
  if (analytic.length !== numeric.length) return Number.POSITIVE_INFINITY;
  return norm(analytic.map((a, i) => a - numeric[i])) / (norm(analytic) + norm(numeric));
}

function answered(backwardLayer: BackwardLayer, activation: Activation): Derivatives {
  const {Z, A} = forward(layer, activation);
  const {previousA, W} = structuredClone(layer); // an answer may change what it is given
  return backwardLayer(A, Z, previousA, W, activation);
}

/** How far the derivatives by all weights and biases are from central differences. */
function parameterError(backwardLayer: BackwardLayer, activation: Activation): number {
  const {dW, db} = answered(backwardLayer, activation);
  const numeric = concatenated(differences(layer.W, activation), differences(layer.b, activation));
  return relativeError(concatenated(dW.data, db), numeric);
}

/** The course's dA stacks derivatives of each sample's loss: m times those of the mean cost. */
function previousError(backwardLayer: BackwardLayer, activation: Activation): number {
  const numeric = differences(layer.previousA, activation).map((slope) => m * slope);
  return relativeError(Array.from(answered(backwardLayer, activation).previousDA.data), Array.from(numeric));
}

const tolerance = 1e-7;

function small(error: number): Finding {
  if (error < tolerance) return null;
  const off = error.toPrecision(3);
  return {
    en: `the relative error should be below ${tolerance}, and is ${off}`,
    zh: `相对误差应小于 ${tolerance}，实际是 ${off}`
  };
}

const shape = (M: Matrix | undefined): string => (M ? `${M.rows} × ${M.columns}` : String(M));
const named = (name: string) => ({en: `the shape of ${name}`, zh: `${name} 的形状`});

function shapes({dZ, dW, db, previousDA}: Derivatives): Finding {
  const sound = (name: string, got: string, expected: string) => () =>
    got === expected ? null : mismatch(named(name), expected, got);
  return first(
    sound("dZ", shape(dZ), `${neurons} × ${m}`),
    sound("dW", shape(dW), `${neurons} × ${inputs}`),
    sound("db", String(db?.length), String(neurons)),
    sound("previousDA", shape(previousDA), `${inputs} × ${m}`)
  );
}

/** One layer of the backward pass, held to central differences of the cost. */
export const backwardLayer: Exercise<BackwardLayer> = {
  name: "backwardLayer",
  task: {
    en: "Write one layer of the backward pass for $m$ samples, one a column. From $dA$ of this layer make $dZ = dA \\odot g'(Z)$, $dW = \\frac{1}{m} dZ A_{prev}^T$, $db = \\frac{1}{m} \\sum dZ$ and $dA_{prev} = W^T dZ$, which is `previousDA`. `activation.derivative(z)` is $g'$.",
    zh: "写出 $m$ 个样本（一列一个）反向传播的一层。由本层的 $dA$ 求 $dZ = dA \\odot g'(Z)$、$dW = \\frac{1}{m} dZ A_{prev}^T$、$db = \\frac{1}{m} \\sum dZ$ 和 $dA_{prev} = W^T dZ$，后者就是 `previousDA`。`activation.derivative(z)` 是 $g'$。"
  },
  stub: `import {type Activation, combine, map, type Matrix, multiply, multiplyTransposed, sumRows, transposedMultiply} from "../lib/index.js";

function backwardLayer(dA: Matrix, Z: Matrix, previousA: Matrix, W: Matrix, activation: Activation) {
  const m = previousA.columns;
  const dZ = dA;
  const dW = W;
  const db = sumRows(dZ);
  const previousDA = previousA;
  return {dZ, dW, db, previousDA};
}`,
  checks: [
    {
      title: {
        en: "Every result has the shape of what it is the derivative by.",
        zh: "每个结果的形状，与它所对的量相同。"
      },
      run: (backwardLayer) => shapes(answered(backwardLayer, tanh))
    },
    {
      title: {
        en: "For a linear layer all weights and biases pass the gradient check, below $10^{-7}$.",
        zh: "线性层的全部权重和偏置通过梯度检验，误差小于 $10^{-7}$。"
      },
      run: (backwardLayer) => small(parameterError(backwardLayer, identity))
    },
    {
      title: {en: "For a tanh layer, too.", zh: "tanh 层也通过。"},
      run: (backwardLayer) => small(parameterError(backwardLayer, tanh))
    },
    {
      title: {
        en: "What is handed to the layer before passes as well.",
        zh: "交给前一层的导数也通过。"
      },
      run: (backwardLayer) => small(previousError(backwardLayer, tanh))
    }
  ],
  fingerprints: [
    {
      hint: {
        en: "With 8 samples your error is exactly (m − 1)/(m + 1) = .7778: dW and db lack the 1/m.",
        zh: "8 个样本时，你的误差正好是 (m − 1)/(m + 1) = .7778：dW 和 db 少了 1/m。"
      },
      fits: (backwardLayer) => isAbout(parameterError(backwardLayer, identity), (m - 1) / (m + 1))
    },
    {
      hint: {
        en: "These shapes do not multiply: dW is neurons × inputs, so one factor of dZ and A must be transposed.",
        zh: "这两个形状不能相乘：dW 是神经元数 × 输入数，所以 dZ 与 A 中有一个要转置。"
      },
      fits: doesNotMultiply
    },
    {
      hint: {
        en: "A linear layer passes and a tanh layer does not: the factor g′(Z) is missing.",
        zh: "线性层通过而 tanh 层不通过：少了因子 g′(Z)。"
      },
      fits: (backwardLayer) =>
        parameterError(backwardLayer, identity) < tolerance && parameterError(backwardLayer, tanh) > tolerance
    }
  ],
  hints: [
    {
      en: "Start with dZ: entry by entry, dA times the slope of the activation at Z. combine and map of the engine do both.",
      zh: "先求 dZ：逐个元素，dA 乘以激活函数在 Z 处的斜率。引擎里的 combine 和 map 可以做到。"
    },
    {
      en: "Sums over samples are what a product with a transposed factor does: multiplyTransposed(dZ, previousA) for the weights, sumRows(dZ) for the biases. Both are sums; the cost is a mean.",
      zh: "带转置因子的乘积就是对样本求和：权重用 multiplyTransposed(dZ, previousA)，偏置用 sumRows(dZ)。它们都是和，而代价是平均。"
    },
    {
      en: "Divide dW and db by m with map; then transposedMultiply(W, dZ) carries dZ back to the layer before.",
      zh: "dW 和 db 用 map 除以 m；再用 transposedMultiply(W, dZ) 把 dZ 带回前一层。"
    }
  ],
  solution: `import {type Activation, combine, map, type Matrix, multiplyTransposed, sumRows, transposedMultiply} from "../lib/index.js";

function backwardLayer(dA: Matrix, Z: Matrix, previousA: Matrix, W: Matrix, activation: Activation) {
  const m = previousA.columns;
  const dZ = combine(dA, Z, (da, z) => da * activation.derivative(z));
  const dW = map(multiplyTransposed(dZ, previousA), (sum) => sum / m);
  const db = sumRows(dZ).map((sum) => sum / m);
  const previousDA = transposedMultiply(W, dZ);
  return {dZ, dW, db, previousDA};
}`
};

/** The engine refuses to multiply what does not fit; the reader's own loops give a wrong shape. */
function doesNotMultiply(backwardLayer: BackwardLayer): boolean {
  try {
    const {dW} = answered(backwardLayer, tanh);
    return dW.rows === inputs && dW.columns === neurons;
  } catch (error) {
    return error instanceof RangeError && /^cannot multiply/.test(error.message);
  }
}
