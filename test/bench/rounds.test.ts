import {describe, expect, test} from "vitest";
import {type Entrant, race} from "../../bench/rounds.js";

/** Entrants that take a known time for a piece of work, on a clock that only they move. */
function clockwork(milliseconds: Readonly<Record<string, number>>) {
  const log: string[] = [];
  let now = 0;
  const skip = (time: number) => {
    now += time;
  };
  const entrants: Entrant[] = Object.entries(milliseconds).map(([name, each]) => ({
    name,
    advance(count) {
      log.push(name);
      skip(count * each);
    }
  }));
  return {entrants, log, clock: () => now, skip};
}

describe("race(entrants, options)", () => {
  test("gives the pieces of work per second, one number a round", async () => {
    const {entrants, clock} = clockwork({quick: 0.25, slow: 500});
    expect(await race(entrants, {rounds: 3, turn: 40, clock})).toEqual({
      quick: [4000, 4000, 4000],
      slow: [2, 2, 2]
    });
  });

  test("begins each round with another entrant", async () => {
    const {entrants, log, clock} = clockwork({a: 40, b: 40, c: 40});
    await race(entrants, {rounds: 3, turn: 40, clock});
    expect(log.slice(-9).join("")).toBe("abcbcacab");
  });

  test("does not count what an entrant does before its turn", async () => {
    const {entrants, clock, skip} = clockwork({a: 10});
    const prepared = entrants.map((entrant) => ({...entrant, prepare: async () => skip(1000)}));
    expect(await race(prepared, {rounds: 1, turn: 40, clock})).toEqual({a: [100]});
  });
});
