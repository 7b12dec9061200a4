import {constant} from "../../lib/schedules/constant.js";
import {cosineDecay} from "../../lib/schedules/cosineDecay.js";
import {cosineRestarts} from "../../lib/schedules/cosineRestarts.js";
import {exponentialDecay} from "../../lib/schedules/exponentialDecay.js";
import {inverseSqrt} from "../../lib/schedules/inverseSqrt.js";
import {inverseTimeDecay} from "../../lib/schedules/inverseTimeDecay.js";
import {linearWarmup} from "../../lib/schedules/linearWarmup.js";
import {oneCycle} from "../../lib/schedules/oneCycle.js";
import {polynomialDecay} from "../../lib/schedules/polynomialDecay.js";
import {sequence} from "../../lib/schedules/sequence.js";
import {stepDecay} from "../../lib/schedules/stepDecay.js";
import {travel} from "../../lib/schedules/travel.js";
import type {Schedule} from "../../lib/types.js";

/** All that a reader can set of a schedule; `floor` and `warmup` are shares, of α₀ and of the epochs. */
export interface Knobs {
  readonly learningRate: number;
  readonly epochs: number;
  readonly decayRate: number;
  readonly base: number;
  readonly factor: number;
  readonly every: number;
  readonly power: number;
  readonly floor: number;
  readonly period: number;
  readonly multiplier: number;
  readonly warmup: number;
  readonly divisor: number;
  readonly finalDivisor: number;
}

export type Knob = Exclude<keyof Knobs, "learningRate" | "epochs">;

/** Σα and Σα² over all epochs, without end. */
export interface Sums {
  readonly travel: number;
  readonly squares: number;
}

export interface ScheduleKind {
  /** The knobs that it has besides α₀ and the number of epochs. */
  readonly knobs: readonly Knob[];
  make(knobs: Knobs): Schedule;
  /** The epoch at which the rate is half its largest; ∞ where it never is. */
  halfLife(knobs: Knobs): number;
  /** Of a schedule that ends with the training, the sums up to there. */
  sums(knobs: Knobs): Sums;
}

const endless: Sums = {travel: Infinity, squares: Infinity};

/** The share of half a cosine at which a rate that falls from 1 to a floor has come to ½. */
const cosineHalf = (floor: number): number =>
  floor > 0.5 ? Infinity : Math.acos((2 * (0.5 - floor)) / (1 - floor) - 1) / Math.PI;

/** Sums of a schedule that ends with the training. */
const ended =
  (make: (knobs: Knobs) => Schedule) =>
  (knobs: Knobs): Sums => ({
    travel: travel(make(knobs), knobs.epochs),
    squares: travel(make(knobs), knobs.epochs, 2)
  });

const polynomial = ({learningRate, power, epochs}: Knobs): Schedule =>
  polynomialDecay({learningRate, power, epochs});
const cosine = ({learningRate, floor, epochs}: Knobs): Schedule =>
  cosineDecay({learningRate, minimum: floor * learningRate, epochs});
const warmupCosine = ({learningRate, floor, warmup, epochs}: Knobs): Schedule =>
  sequence(
    linearWarmup({learningRate, startFactor: 0, epochs: warmup * epochs}),
    warmup * epochs,
    cosineDecay({learningRate, minimum: floor * learningRate, epochs: (1 - warmup) * epochs})
  );
const cycle = ({learningRate, warmup, divisor, finalDivisor, epochs}: Knobs): Schedule =>
  oneCycle({maximum: learningRate, warmup, divisor, finalDivisor, epochs});

/** The schedules of the chapter, in the order in which it tells of them. */
export const scheduleKinds = {
  constant: {
    knobs: [],
    make: ({learningRate}) => constant(learningRate),
    halfLife: () => Infinity,
    sums: () => endless
  },
  "inverse-time": {
    knobs: ["decayRate"],
    make: ({learningRate, decayRate}) => inverseTimeDecay({learningRate, decayRate}),
    halfLife: ({decayRate}) => 1 / decayRate,
    sums: ({learningRate, decayRate}) => ({
      travel: Infinity,
      squares: learningRate ** 2 * inverseSquares(decayRate)
    })
  },
  exponential: {
    knobs: ["base"],
    make: ({learningRate, base}) => exponentialDecay({learningRate, base}),
    halfLife: ({base}) => Math.log(0.5) / Math.log(base),
    sums: ({learningRate, base}) => ({
      travel: learningRate / (1 - base),
      squares: learningRate ** 2 / (1 - base ** 2)
    })
  },
  step: {
    knobs: ["factor", "every"],
    make: ({learningRate, factor, every}) => stepDecay({learningRate, factor, every}),
    halfLife: ({factor, every}) => every * Math.ceil(Math.log(0.5) / Math.log(factor) - 1e-12),
    sums: ({learningRate, factor, every}) => ({
      travel: (every * learningRate) / (1 - factor),
      squares: (every * learningRate ** 2) / (1 - factor ** 2)
    })
  },
  polynomial: {
    knobs: ["power"],
    make: polynomial,
    halfLife: ({power, epochs}) => epochs * (1 - 0.5 ** (1 / power)),
    sums: ended(polynomial)
  },
  "inverse-root": {
    knobs: [],
    make: ({learningRate}) => inverseSqrt({learningRate}),
    halfLife: () => 3,
    sums: () => endless
  },
  cosine: {
    knobs: ["floor"],
    make: cosine,
    halfLife: ({floor, epochs}) => epochs * cosineHalf(floor),
    sums: ended(cosine)
  },
  restarts: {
    knobs: ["period", "multiplier", "floor"],
    make: ({learningRate, floor, period, multiplier}) =>
      cosineRestarts({learningRate, minimum: floor * learningRate, period, multiplier}),
    halfLife: ({floor, period}) => period * cosineHalf(floor),
    sums: () => endless
  },
  "warmup-cosine": {
    knobs: ["warmup", "floor"],
    make: warmupCosine,
    halfLife: ({warmup, floor, epochs}) => epochs * (warmup + (1 - warmup) * cosineHalf(floor)),
    sums: ended(warmupCosine)
  },
  "one-cycle": {
    knobs: ["warmup", "divisor", "finalDivisor"],
    make: cycle,
    halfLife({warmup, divisor, finalDivisor, epochs}) {
      const [peak, end] = [warmup * epochs - 1, epochs - 1];
      return peak + (end - peak) * cosineHalf(1 / (divisor * finalDivisor));
    },
    sums: ended(cycle)
  }
} satisfies Record<string, ScheduleKind>;

export type ScheduleName = keyof typeof scheduleKinds;

/** Σ 1/(1 + k e)²: the first thousand terms, and the integral over the rest, from half a step before it. */
function inverseSquares(k: number): number {
  let sum = 0;
  for (let e = 0; e < 1000; ++e) sum += 1 / (1 + k * e) ** 2;
  return sum + 1 / (k * (1 + k * 999.5));
}
