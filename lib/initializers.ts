import {randomUniform} from "d3-random";
import {checkFinite, checkInteger, checkNonNegative} from "./checks.js";
import {normalSampler} from "./normalSampler.js";
import type {Random, Vector} from "./types.js";

/**
 * The first weights of a layer: a fanOut × fanIn matrix, row by row.
 *
 * All throw a RangeError when fanOut or fanIn is not a positive integer.
 */
export type Initializer = (fanOut: number, fanIn: number, random: Random) => Vector;

/** Zeros: w = 0. All units of a layer stay the same for ever. */
export const zeros: Initializer = drawn(() => () => 0);

/**
 * One constant: w = c. As zeros, it leaves the units of a layer alike.
 *
 * @throws RangeError when c is not finite
 */
export function constantWeights(c: number): Initializer {
  checkFinite({c});
  return drawn(() => () => c);
}

/**
 * Uniform weights: w ~ U[low, high).
 *
 * @throws RangeError when a bound is not finite or low is above high
 */
export function uniform(low: number, high: number): Initializer {
  checkFinite({low, high});
  if (low > high) throw new RangeError(`low must be at most high; got ${low} and ${high}`);
  return drawn((_, __, random) => randomUniform.source(random)(low, high));
}

/**
 * Normal weights: w ~ N(0, deviation²).
 *
 * @throws RangeError when the deviation is negative or not finite
 */
export function normal(deviation: number): Initializer {
  checkNonNegative({deviation});
  return drawn((_, __, random) => normalSampler(random, 0, deviation));
}

/** Glorot's (Xavier's) uniform weights: Var(w) = 2 / (fanIn + fanOut), for tanh (Glorot & Bengio 2010). */
export const glorotUniform = uniformOf((fanOut, fanIn) => 2 / (fanIn + fanOut));

/** Glorot's (Xavier's) normal weights: Var(w) = 2 / (fanIn + fanOut). */
export const glorotNormal = normalOf((fanOut, fanIn) => 2 / (fanIn + fanOut));

/** He's uniform weights: Var(w) = 2 / fanIn, for ReLU (He et al. 2015, arXiv:1502.01852). */
export const heUniform = uniformOf((_, fanIn) => 2 / fanIn);

/** He's normal weights: Var(w) = 2 / fanIn, not truncated. */
export const heNormal = normalOf((_, fanIn) => 2 / fanIn);

/** LeCun's uniform weights: Var(w) = 1 / fanIn, which keeps Var(z) at that of standardized inputs (LeCun et al. 1998). */
export const lecunUniform = uniformOf((_, fanIn) => 1 / fanIn);

/** LeCun's normal weights: Var(w) = 1 / fanIn, not truncated. */
export const lecunNormal = normalOf((_, fanIn) => 1 / fanIn);

/**
 * Orthogonal weights: gain times orthonormal columns, WᵀW = gain² I, or rows where fanOut < fanIn (Saxe et al. 2013).
 *
 * @throws RangeError when the gain is not finite
 */
export function orthogonal(gain = 1): Initializer {
  checkFinite({gain});
  return (fanOut, fanIn, random) => {
    const draw = normal(1)(fanOut, fanIn, random);
    const [count, size] = fanOut < fanIn ? [fanOut, fanIn] : [fanIn, fanOut];
    const vectors = orthonormalize(
      Array.from({length: count}, (_, k) => draw.slice(k * size, (k + 1) * size))
    );
    return Float64Array.from({length: fanOut * fanIn}, (_, index) => {
      const [i, j] = [Math.floor(index / fanIn), index % fanIn];
      return gain * (fanOut < fanIn ? vectors[i][j] : vectors[j][i]);
    });
  };
}

/**
 * The weights of another initializer times a gain: scaled(lecunNormal, √2) draws as heNormal.
 *
 * @throws RangeError when the gain is not finite
 */
export function scaled(initializer: Initializer, gain: number): Initializer {
  checkFinite({gain});
  return (fanOut, fanIn, random) => initializer(fanOut, fanIn, random).map((w) => gain * w);
}

const fixed = {
  zeros,
  glorotUniform,
  glorotNormal,
  heUniform,
  heNormal,
  lecunUniform,
  lecunNormal
};
const families = {constantWeights, uniform, normal, orthogonal};

/**
 * The initializer of that name: "heNormal", "normal(0.01)", "uniform(-1, 1)".
 *
 * @throws RangeError when no initializer has the name, or as the initializer does for its numbers
 */
export function initializerNamed(name: string): Initializer {
  if (Object.hasOwn(fixed, name)) return fixed[name as keyof typeof fixed]; // a name of its own
  const [, family, numbers] = /^(\w+)\(([^()]*)\)$/.exec(name) ?? [];
  if (!Object.hasOwn(families, family ?? "")) throw new RangeError(`initializer must be known; got ${name}`);
  const make: (...numbers: number[]) => Initializer = families[family as keyof typeof families]; // likewise
  return make(...numbers.split(",").map(Number));
}

/** An initializer whose weights come one by one from a sampler made for the fans. */
function drawn(sampler: (fanOut: number, fanIn: number, random: Random) => () => number): Initializer {
  return (fanOut, fanIn, random) => {
    checkInteger({fanOut, fanIn});
    const next = sampler(fanOut, fanIn, random);
    const weights = new Float64Array(fanOut * fanIn);
    for (let i = 0; i < weights.length; ++i) weights[i] = next();
    return weights;
  };
}

function uniformOf(variance: (fanOut: number, fanIn: number) => number): Initializer {
  return drawn((fanOut, fanIn, random) => {
    const bound = Math.sqrt(3 * variance(fanOut, fanIn));
    return randomUniform.source(random)(-bound, bound);
  });
}

function normalOf(variance: (fanOut: number, fanIn: number) => number): Initializer {
  return drawn((fanOut, fanIn, random) => normalSampler(random, 0, Math.sqrt(variance(fanOut, fanIn))));
}

/** Gram–Schmidt, each vector freed of the others twice, because once loses orthogonality to rounding. */
function orthonormalize(vectors: Vector[]): Vector[] {
  const done: Vector[] = [];
  for (const vector of vectors) {
    for (const other of [...done, ...done]) {
      const overlap = dot(vector, other);
      for (let i = 0; i < vector.length; ++i) vector[i] -= overlap * other[i];
    }
    const length = Math.sqrt(dot(vector, vector));
    done.push(vector.map((x) => x / length));
  }
  return done;
}

function dot(a: Vector, b: Vector): number {
  let sum = 0;
  for (let i = 0; i < a.length; ++i) sum += a[i] * b[i];
  return sum;
}
