import {describe, expect, test} from "vitest";
import {
  adam,
  descend,
  gradientDescent,
  momentum,
  type Objective,
  type Optimizer,
  type Step
} from "../lib/index.js";

const bowl: Objective = (p) => ({value: p.reduce((sum, x) => sum + x * x, 0), gradient: p.map((x) => 2 * x)});

const take = <S>(count: number, run: Generator<Step<S>, void>) =>
  Array.from({length: count}, () => run.next().value as Step<S>);

describe("descend(objective, optimizer, start)", () => {
  test("begins with the start as step 0 and follows the optimizer", () => {
    const steps = take(4, descend(bowl, gradientDescent({learningRate: 0.25}), [8, -4]));
    expect(
      steps.map(({step, parameters, value, gradient}) => [step, [...parameters], value, [...gradient]])
    ).toEqual([
      [0, [8, -4], 80, [16, -8]],
      [1, [4, -2], 20, [8, -4]],
      [2, [2, -1], 5, [4, -2]],
      [3, [1, -0.5], 1.25, [2, -1]]
    ]);
  });

  test("yields copies: later steps, and readers who write, leave the others alone", () => {
    const start = Float64Array.of(3, 5);
    const run = descend(bowl, momentum({learningRate: 0.1}), start);
    const [first, second] = take(2, run);
    const before = structuredClone([first, second]);
    second.parameters.fill(100);
    second.gradient.fill(100);
    second.state.velocity.fill(100);
    const [third] = take(1, run);
    expect(first).toEqual(before[0]);
    expect(third.parameters).toEqual(
      take(3, descend(bowl, momentum({learningRate: 0.1}), start))[2].parameters
    );
    expect([...start]).toEqual([3, 5]);
  });

  test("shows the optimizer's state at each step", () => {
    const [zero, one] = take(2, descend(bowl, adam(), [1]));
    expect(zero.state).toEqual({t: 0, firstMoment: Float64Array.of(0), secondMoment: Float64Array.of(0)});
    expect(one.state.t).toBe(1);
    expect(one.state.firstMoment[0]).toBeCloseTo(0.2, 15);
  });

  test("ends where a value is not finite, and says so", () => {
    const steps = [...descend(bowl, gradientDescent({learningRate: 1e100}), [1])];
    // x₁ = 1 − 2e100 and x₂ ≈ 4e200, whose square is out of range
    expect(steps.map(({diverged}) => diverged)).toEqual([false, false, true]);
    expect(steps[2].value).toBe(Infinity);
  });

  test("ends where only the gradient is not finite", () => {
    const root: Objective = ([x]) => ({value: Math.sqrt(x), gradient: Float64Array.of(0.5 / Math.sqrt(x))});
    const steps = [...descend(root, gradientDescent({learningRate: 1}), [0])];
    expect(steps).toHaveLength(1);
    expect(steps[0]).toMatchObject({step: 0, value: 0, diverged: true});
  });

  test("ends where only a parameter is not finite", () => {
    const flat: Objective = (p) => ({value: 0, gradient: p.map(() => 1)});
    const leap: Optimizer<null> = {name: "leap", init: () => null, update: (p) => void p.fill(Infinity)};
    expect([...descend(flat, leap, [0])].map(({diverged}) => diverged)).toEqual([false, true]);
  });

  test.each<[ArrayLike<number>, string]>([
    [[], "start.length must be an integer of at least 1; got 0"],
    [[1, Number.NaN], "start must be finite; entry 1 is NaN"],
    [[Infinity], "start must be finite; entry 0 is Infinity"]
  ])("refuses the start %j at once", (start, message) => {
    expect(() => descend(bowl, adam(), start)).toThrow(new RangeError(message));
  });

  test("refuses a gradient of another length, and other kinds of things, at once", () => {
    const plane: Objective = () => ({value: 0, gradient: new Float64Array(2)});
    expect(() => descend(plane, adam(), [1, 2, 3])).toThrow(
      new RangeError("start must have 2 entries, as the gradient; got 3")
    );
    // @ts-expect-error no objective
    expect(() => descend("bowl", adam(), [1])).toThrow(
      new TypeError('objective must be a function of the parameters; got "bowl"')
    );
    // @ts-expect-error no start
    expect(() => descend(bowl, adam(), undefined)).toThrow(
      new TypeError("start must be a list of numbers; got undefined")
    );
    // @ts-expect-error no optimizer
    expect(() => descend(bowl, adam, [1])).toThrow(
      new TypeError("optimizer must be an optimizer; got function")
    );
  });
});
