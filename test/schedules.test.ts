import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {
  constant,
  cosineDecay,
  cosineRestarts,
  exponentialDecay,
  inverseSqrt,
  inverseTimeDecay,
  linearWarmup,
  oneCycle,
  perEpoch,
  polynomialDecay,
  type Schedule,
  sequence,
  stepDecay,
  travel
} from "../lib/index.js";
import golden from "./golden/schedules.json" with {type: "json"};
import {sizes} from "./support/arbitrary.js";
import {expectClose} from "./support/close.js";

type Config = (typeof golden.cases)[number]["config"];

/** A rate that falls at the milestones is a sequence of constant ones. */
function falling(rate: number, factor: number, lengths: number[]): Schedule {
  const [length, ...rest] = lengths;
  return rest.length === 0
    ? constant(rate)
    : sequence(constant(rate), length, falling(rate * factor, factor, rest));
}

const make: Record<string, (config: Config) => Schedule> = {
  constant: ({lr}) => constant(lr),
  inverse_time: ({lr, decay}) => inverseTimeDecay({learningRate: lr, decayRate: decay!}),
  exponential: ({lr, gamma}) => exponentialDecay({learningRate: lr, base: gamma}),
  step: ({lr, step_size, gamma}) => stepDecay({learningRate: lr, factor: gamma!, every: step_size!}),
  multistep: ({lr, gamma}) => falling(lr, gamma!, [15, 15, 15, 15]),
  polynomial: ({lr, total, power}) => polynomialDecay({learningRate: lr, power, epochs: total!}),
  cosine: ({lr, T_max, eta_min}) => cosineDecay({learningRate: lr, minimum: eta_min, epochs: T_max!}),
  cosine_restarts: ({lr, T_0, T_mult, eta_min}) =>
    cosineRestarts({learningRate: lr, minimum: eta_min, period: T_0!, multiplier: T_mult}),
  linear_warmup: ({lr, start_factor, total}) =>
    linearWarmup({learningRate: lr, startFactor: start_factor!, epochs: total!}),
  one_cycle: ({lr, total, pct_start, anneal, div_factor, final_div_factor}) =>
    oneCycle({
      maximum: lr,
      epochs: total!,
      warmup: pct_start,
      shape: anneal === "cos" ? "cosine" : "linear",
      divisor: div_factor,
      finalDivisor: final_div_factor
    }),
  warmup_cosine: ({lr, start_factor, warmup, T_max, eta_min}) =>
    sequence(
      linearWarmup({learningRate: lr, startFactor: start_factor!, epochs: warmup!}),
      warmup!,
      cosineDecay({learningRate: lr, minimum: eta_min, epochs: T_max!})
    ),
  inverse_sqrt: ({lr}) => inverseSqrt({learningRate: lr})
};

const epochs = Array.from({length: 60}, (_, e) => e);

test.each(golden.cases)("$id follows PyTorch's for 60 epochs", ({schedule, config, values}) => {
  expectClose(epochs.map(make[schedule](config)), values, {relative: 1e-12, absolute: 1e-17});
});

describe("defaults", () => {
  test("exponentialDecay has the base .95, polynomialDecay the power 1", () => {
    expect(exponentialDecay({learningRate: 1})(1)).toBe(0.95);
    expect(polynomialDecay({learningRate: 1, epochs: 4})(1)).toBe(0.75);
  });

  test("cosineDecay falls to 0 and rises again, cosineRestarts restarts at the same period", () => {
    const cosine = cosineDecay({learningRate: 2, epochs: 10});
    expectClose([0, 5, 10, 15, 20].map(cosine), [2, 1, 0, 1, 2], {absolute: 1e-15});
    const restarts = cosineRestarts({learningRate: 2, period: 10});
    expectClose([0, 5, 10, 15, 20].map(restarts), [2, 1, 2, 1, 2], {absolute: 1e-15});
  });

  test("oneCycle starts at a 25th, peaks at the end of its first 30 %, and holds its last rate", () => {
    const rate = oneCycle({maximum: 1, epochs: 100});
    expectClose([0, 29, 99, 120].map(rate), [1 / 25, 1, 1 / 25e4, 1 / 25e4], {relative: 1e-12});
  });
});

test("the half-life of .95 an epoch is 13.51 epochs", () => {
  const rate = exponentialDecay({learningRate: 1});
  expect(rate(Math.log(0.5) / Math.log(0.95))).toBeCloseTo(0.5, 14);
  expect(rate(13.51)).toBeCloseTo(0.5, 3);
});

test("all steps of .95^epoch together go 20 α₀, so that on |x| from 30 they stall at 10.000", () => {
  const gone = travel(exponentialDecay({learningRate: 1}), 10_000);
  expect(gone).toBeCloseTo(20, 12);
  expect((30 - gone).toFixed(3)).toBe("10.000");
});

test.each([
  [0.05, 68],
  [0.1, 182]
])("on |x| from 30 the rate 1/(1 + %d t) arrives at step %i", (decayRate, step) => {
  const rate = inverseTimeDecay({learningRate: 1, decayRate});
  expect(travel(rate, step)).toBeGreaterThanOrEqual(30);
  expect(travel(rate, step - 1)).toBeLessThan(30);
});

test("travel(schedule, epochs, 2) sums the squares: π²/6 for 1/t, without end for 1/√t", () => {
  const inverse = inverseTimeDecay({learningRate: 1, decayRate: 1});
  expect(travel(inverse, 100_000, 2)).toBeCloseTo(Math.PI ** 2 / 6, 4);
  const root = inverseSqrt({learningRate: 1});
  expect(travel(root, 20_000, 2) - travel(root, 10_000, 2)).toBeCloseTo(Math.log(2), 4);
  expect(travel(root, 0)).toBe(0);
});

test("cosineRestarts starts again at α₀ after period · (1 + multiplier + multiplier² …) epochs", () => {
  fc.assert(
    fc.property(sizes(10), sizes(3), sizes(5), (period, multiplier, cycles) => {
      const rate = cosineRestarts({learningRate: 0.1, minimum: 0.01, period, multiplier});
      const start = epochs.slice(0, cycles).reduce((sum, k) => sum + period * multiplier ** k, 0);
      expect(rate(start)).toBe(0.1);
    })
  );
});

test("cosineRestarts finds its place at once, however short its period", () => {
  const rate = cosineRestarts({learningRate: 0.1, minimum: 0.02, period: 2 ** -40});
  expect(rate(60)).toBe(0.1);
  expect(rate(60 + 2 ** -41)).toBeCloseTo(0.06, 15);
});

const shape: unknown = "square";
const nothing: unknown = 5;

test.each([
  [() => constant(0), "learningRate must be positive and finite; got 0"],
  [() => constant(-0.1), "learningRate must be positive and finite; got -0.1"],
  [
    () => inverseTimeDecay({learningRate: -1, decayRate: 1}),
    "learningRate must be positive and finite; got -1"
  ],
  [
    () => inverseTimeDecay({learningRate: 1, decayRate: -1}),
    "decayRate must be finite and not negative; got -1"
  ],
  [() => inverseSqrt({learningRate: Number.NaN}), "learningRate must be positive and finite; got NaN"],
  [() => exponentialDecay({learningRate: 1, base: 0}), "base must be positive and finite; got 0"],
  [
    () => exponentialDecay({learningRate: Infinity}),
    "learningRate must be positive and finite; got Infinity"
  ],
  [
    () => stepDecay({learningRate: -1, factor: 1, every: 1}),
    "learningRate must be positive and finite; got -1"
  ],
  [() => stepDecay({learningRate: 1, factor: 0, every: 1}), "factor must be positive and finite; got 0"],
  [
    () => stepDecay({learningRate: 1, factor: 0.5, every: 0}),
    "every must be an integer of at least 1; got 0"
  ],
  [() => polynomialDecay({learningRate: 1, epochs: 0}), "epochs must be positive and finite; got 0"],
  [() => polynomialDecay({learningRate: 1, epochs: 1, power: 0}), "power must be positive and finite; got 0"],
  [() => cosineDecay({learningRate: 1, epochs: -1}), "epochs must be positive and finite; got -1"],
  [() => cosineDecay({learningRate: 1, epochs: 9, minimum: 2}), "minimum must be in [0, 1]; got 2"],
  [() => cosineRestarts({learningRate: 1, period: 0}), "period must be positive and finite; got 0"],
  [() => cosineRestarts({learningRate: 1, period: 5, minimum: -1}), "minimum must be in [0, 1]; got -1"],
  [
    () => cosineRestarts({learningRate: 1, period: 5, multiplier: 0.5}),
    "multiplier must be finite and at least 1; got 0.5"
  ],
  [
    () => linearWarmup({learningRate: 1, startFactor: 0.1, epochs: 0}),
    "epochs must be positive and finite; got 0"
  ],
  [
    () => linearWarmup({learningRate: 1, startFactor: 1.1, epochs: 5}),
    "startFactor must be in [0, 1]; got 1.1"
  ],
  [() => sequence(constant(1), -1, constant(2)), "epochs must be finite and not negative; got -1"],
  [() => oneCycle({maximum: 0, epochs: 10}), "maximum must be positive and finite; got 0"],
  [
    () => oneCycle({maximum: 1, epochs: 10, finalDivisor: -1}),
    "finalDivisor must be positive and finite; got -1"
  ],
  [() => oneCycle({maximum: 1, epochs: 10, warmup: 0}), "warmup must be positive and finite; got 0"],
  [() => oneCycle({maximum: 1, epochs: 10, divisor: 0}), "divisor must be positive and finite; got 0"],
  [
    () => oneCycle({maximum: 1, epochs: 10, warmup: 0.1}),
    "warmup · epochs must be above 1 and below epochs; got 1"
  ],
  [
    () => oneCycle({maximum: 1, epochs: 10, warmup: 1}),
    "warmup · epochs must be above 1 and below epochs; got 10"
  ],
  [
    () => oneCycle({maximum: 1, epochs: 10, shape: shape as "linear"}),
    'shape must be "cosine" or "linear"; got "square"'
  ],
  [() => travel(constant(1), -1), "epochs must be an integer of at least 0; got -1"],
  [() => travel(constant(1), 1, Number.NaN), "power must be finite; got NaN"]
])("%o is refused", (build, message) => {
  expect(build).toThrow(new RangeError(message));
});

test("sequence refuses what is no schedule", () => {
  expect(() => sequence(nothing as Schedule, 5, constant(1))).toThrow(
    new TypeError("first must be a schedule; got 5")
  );
  expect(() => sequence(constant(1), 5, nothing as Schedule)).toThrow(
    new TypeError("second must be a schedule; got 5")
  );
});

describe("perEpoch(schedule, updates)", () => {
  test("gives all updates of an epoch its rate", () => {
    const schedule = perEpoch((epoch) => 10 - epoch, 3);
    expect([0, 1, 2, 3, 5, 6, 30].map(schedule)).toEqual([10, 10, 10, 9, 9, 8, 0]);
  });

  test("refuses no updates, and what is no schedule", () => {
    expect(() => perEpoch(constant(1), 0)).toThrow(
      new RangeError("updates must be an integer of at least 1; got 0")
    );
    // @ts-expect-error a rate
    expect(() => perEpoch(0.1, 3)).toThrow(new TypeError("schedule must be a schedule; got 0.1"));
  });
});
