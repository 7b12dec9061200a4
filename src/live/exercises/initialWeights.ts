import {multiply} from "../../lib/matrix.js";
import {normal} from "../../lib/initializers.js";
import {random} from "../../lib/random.js";
import type {Matrix, Random} from "../../lib/types.js";
import {nextTask} from "../nextTask.js";
import type {Exercise, Finding} from "./exercise.js";
import {compareAll, mismatch} from "./findings.js";

type Kind = "linear" | "relu";
type InitialWeights = (fanOut: number, fanIn: number, activation: Kind, random: Random) => ArrayLike<number>;

const [width, depth, samples, seeds] = [64, 30, 4, 20];
const activations: Readonly<Record<Kind, (z: number) => number>> = {
  linear: (z) => z,
  relu: (z) => Math.max(0, z)
};

const size = (A: Matrix): number => Math.sqrt(A.data.reduce((sum, a) => sum + a * a, 0) / A.data.length);

/** The factors of the answer that is being examined: several checks and fingerprints ask for them. */
const known = new WeakMap<InitialWeights, Map<Kind, Promise<number>>>();

/** By which factor a layer changes the size of the signal. */
function layerFactor(initialWeights: InitialWeights, kind: Kind): Promise<number> {
  const factors = known.get(initialWeights) ?? new Map<Kind, Promise<number>>();
  known.set(initialWeights, factors);
  const factor = factors.get(kind) ?? measuredFactor(initialWeights, kind);
  factors.set(kind, factor);
  return factor;
}

/** The geometric mean over 30 layers and 20 seeds. */
async function measuredFactor(initialWeights: InitialWeights, kind: Kind): Promise<number> {
  let logarithms = 0;
  for (let seed = 1; seed <= seeds; seed++) {
    await new Promise<void>(nextTask);
    const source = random(seed);
    const start: Matrix = {rows: width, columns: samples, data: normal(1)(width, samples, source)};
    let A = start;
    for (let l = 0; l < depth; l++) {
      const W = {
        rows: width,
        columns: width,
        data: Float64Array.from(initialWeights(width, width, kind, source))
      };
      const Z = multiply(W, A);
      A = {...Z, data: Z.data.map(activations[kind])};
    }
    logarithms += Math.log(size(A) / size(start));
  }
  return Math.exp(logarithms / (seeds * depth));
}

async function keepsSize(initialWeights: InitialWeights, kind: Kind): Promise<Finding> {
  const factor = await layerFactor(initialWeights, kind);
  if (factor >= 0.95 && factor <= 1.05) return null;
  const shown = factor.toPrecision(3);
  return {
    en: `the factor per layer should lie in [.95, 1.05], and is ${shown}`,
    zh: `每层的倍数应在 [.95, 1.05] 之内，实际是 ${shown}`
  };
}

/** Weights of a layer of 10 neurons. */
const drawnFrom = (initialWeights: InitialWeights): number[] =>
  Array.from(initialWeights(10, 10, "relu", random(1)));
const areEqual = (weights: readonly number[]): boolean => weights.every((w) => w === weights[0]);

const near = (factor: number, expected: number): boolean => Math.abs(factor / expected - 1) < 0.03;

/** First weights that keep the size of the signal. */
export const initialWeights: Exercise<InitialWeights> = {
  name: "initialWeights",
  task: {
    en: 'Draw first weights that keep the size of the signal from layer to layer. `initialWeights(fanOut, fanIn, activation, random)` returns `fanOut * fanIn` numbers; `activation` is `"linear"` or `"relu"`, and `random()` is uniform in $[0, 1)$. What is uniform in $[-a, a)$ has variance $a^2/3$.',
    zh: '抽取让信号大小逐层不变的初始权重。`initialWeights(fanOut, fanIn, activation, random)` 返回 `fanOut * fanIn` 个数；`activation` 是 `"linear"` 或 `"relu"`，`random()` 在 $[0, 1)$ 上均匀。在 $[-a, a)$ 上均匀的数，方差是 $a^2/3$。'
  },
  stub: `function initialWeights(
  fanOut: number,
  fanIn: number,
  activation: "linear" | "relu",
  random: () => number
): number[] {
  return Array.from({length: fanOut * fanIn}, () => 0.01 * (2 * random() - 1));
}`,
  checks: [
    {
      title: {en: "There are `fanOut * fanIn` numbers.", zh: "共有 `fanOut * fanIn` 个数。"},
      run(initialWeights) {
        const {length} = initialWeights(3, 5, "relu", random(1));
        return length === 15
          ? null
          : mismatch({en: "their number for 3 and 5", zh: "3 与 5 时的个数"}, 15, length);
      }
    },
    {
      title: {en: "They differ from one another.", zh: "它们彼此不同。"},
      run: (initialWeights) =>
        areEqual(drawnFrom(initialWeights)) ? {en: "all weights are equal", zh: "所有权重都相等"} : null
    },
    {
      title: {en: "The same seed gives the same weights.", zh: "同样的种子给出同样的权重。"},
      run: (initialWeights) =>
        compareAll(
          (i) => ({en: `weight ${i + 1} of the second draw`, zh: `第二次抽取的第 ${i + 1} 个权重`}),
          initialWeights(4, 4, "relu", random(7)),
          initialWeights(4, 4, "relu", random(7)),
          0
        )
    },
    {
      title: {
        en: "Through 30 linear layers the signal keeps its size: the factor per layer lies in $[.95, 1.05]$, over 20 seeds.",
        zh: "信号穿过 30 个线性层，大小不变：20 个种子下，每层的倍数在 $[.95, 1.05]$ 之内。"
      },
      run: (initialWeights) => keepsSize(initialWeights, "linear")
    },
    {
      title: {en: "Through 30 ReLU layers, too.", zh: "穿过 30 个 ReLU 层也一样。"},
      run: (initialWeights) => keepsSize(initialWeights, "relu")
    }
  ],
  fingerprints: [
    {
      hint: {
        en: "All your weights are equal, so all neurons of a layer compute the same and learn the same: nothing breaks the symmetry.",
        zh: "你的权重都相等，同一层的神经元于是算得一样、学得也一样：没有什么打破对称。"
      },
      fits: (initialWeights) => areEqual(drawnFrom(initialWeights))
    },
    {
      hint: {
        en: "Linear layers keep the size; a ReLU layer shrinks it by .7 = √½, for it drops half of the signal. The factor 2 is missing: Var(w) = 2/n.",
        zh: "线性层保持大小；ReLU 层却缩小到 .7 = √½ 倍，因为它丢掉了一半信号。少了因子 2：Var(w) = 2/n。"
      },
      fits: async (initialWeights) =>
        near(await layerFactor(initialWeights, "relu"), Math.SQRT1_2) &&
        near(await layerFactor(initialWeights, "linear"), 1)
    },
    {
      hint: {
        en: "Each layer shrinks the signal by .58 = √⅓: a uniform number in [−a, a) has variance a²/3, so a must be √3 times the deviation.",
        zh: "每层把信号缩小到 .58 = √⅓ 倍：在 [−a, a) 上均匀的数，方差是 a²/3，所以 a 要取标准差的 √3 倍。"
      },
      fits: async (initialWeights) => near(await layerFactor(initialWeights, "linear"), Math.sqrt(1 / 3))
    },
    {
      hint: {
        en: "All your weights have the same sign: 2 * random() − 1 runs from −1 to 1.",
        zh: "你的权重都同号：2 * random() − 1 才从 −1 到 1。"
      },
      fits(initialWeights) {
        const weights = drawnFrom(initialWeights);
        return !areEqual(weights) && weights.every((w) => w > 0);
      }
    }
  ],
  hints: [
    {
      en: "A neuron adds fanIn terms, so its variance is fanIn · Var(w) times that of its inputs. Which Var(w) leaves it as it is?",
      zh: "一个神经元把 fanIn 项相加，方差是输入的 fanIn · Var(w) 倍。Var(w) 取多少，方差才不变？"
    },
    {
      en: "A linear layer needs Var(w) = 1/fanIn. A ReLU passes half of the signal's square on, so it needs twice that.",
      zh: "线性层需要 Var(w) = 1/fanIn。ReLU 只让信号平方的一半通过，所以需要它的两倍。"
    },
    {
      en: "With a = √(3 · Var(w)), the weights are a * (2 * random() − 1).",
      zh: "取 a = √(3 · Var(w))，权重就是 a * (2 * random() − 1)。"
    }
  ],
  solution: `function initialWeights(
  fanOut: number,
  fanIn: number,
  activation: "linear" | "relu",
  random: () => number
): number[] {
  const variance = (activation === "relu" ? 2 : 1) / fanIn;
  const a = Math.sqrt(3 * variance);
  return Array.from({length: fanOut * fanIn}, () => a * (2 * random() - 1));
}`
};
