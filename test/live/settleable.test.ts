import {expect, test} from "vitest";
import {settleable} from "../../src/live/settleable.js";

const never = new Promise<never>(() => {});
const taken = "another definition has taken the cell's place";

test("settleable(body) does what the body does", async () => {
  expect(settleable((a: number, b: number) => a + b).body(1, 2)).toBe(3);
  expect(await settleable(async (a: number) => a + 1).body(1)).toBe(2);
  await expect(settleable(() => Promise.reject(new Error("own"))).body()).rejects.toThrow("own");
  expect(
    settleable(function (this: unknown) {
      return this;
    }).body.call(5)
  ).toBe(5);
});

test("settle() ends a run that would never end", async () => {
  const {body, settle} = settleable(() => never);
  const run = body();
  settle();
  await expect(run).rejects.toThrow(taken);
});

test("settle() ends outputs that would never come: promises, and what generators wait for", async () => {
  const {body, settle} = settleable(async () => ({
    promise: never,
    generator: (async function* () {
      yield 1;
      await never;
    })(),
    value: 5
  }));
  const {promise, generator, value} = (await body()) as {
    promise: Promise<unknown>;
    generator: AsyncGenerator<number>;
    value: number;
  };
  expect(value).toBe(5);
  expect(await generator.next()).toEqual({done: false, value: 1});
  const second = generator.next();
  settle();
  await expect(promise).rejects.toThrow(taken);
  await expect(second).rejects.toThrow(taken);
});

test("a generator of values keeps giving them at once, and hears of its end", () => {
  let ended = false;
  const {body} = settleable(() => ({
    counter: (function* (): Generator<number, void, number> {
      try {
        for (let i = 0; ; i += yield i);
      } finally {
        ended = true;
      }
    })()
  }));
  const {counter} = body() as {counter: Generator<number, void, number>};
  expect([counter.next(0), counter.next(10), counter.next(5)].map(({value}) => value)).toEqual([0, 10, 15]);
  counter.return();
  expect(ended).toBe(true);
});
