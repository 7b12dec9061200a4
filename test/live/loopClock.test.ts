import {expect, test} from "vitest";
import {loopClock} from "../../src/live/loopClock.js";

/** A clock whose time and pauses are the test's. */
function clock() {
  let time = 0;
  let looks = 0;
  let resume = () => {};
  const check = loopClock(
    () => new Error("stopped"),
    () => {
      looks++;
      return time;
    },
    (next) => {
      resume = next;
    }
  );
  return {
    check,
    pass: (milliseconds: number) => {
      time += milliseconds;
    },
    pause: () => resume(),
    looks: () => looks
  };
}

test("a loop without a pause is stopped once four seconds have gone", () => {
  const {check, pass} = clock();
  let turns = 0;
  expect(() => {
    for (;;) {
      check();
      pass(10);
      turns++;
    }
  }).toThrow("stopped");
  expect(turns).toBeGreaterThanOrEqual(400);
  expect(turns).toBeLessThan(410);
});

test("a loop with pauses may go on", () => {
  const {check, pass, pause} = clock();
  for (let turn = 0; turn < 2000; turn++) {
    check();
    pass(10);
    if (turn % 100 === 0) pause();
  }
});

test("of quick turns few look at the clock, of slow ones each", () => {
  const quick = clock();
  for (let turn = 0; turn < 100_000; turn++) quick.check();
  expect(quick.looks()).toBeLessThan(600);
  const slow = clock();
  for (let turn = 0; turn < 100; turn++) {
    slow.check();
    slow.pass(5);
  }
  expect(slow.looks()).toBe(100);
});

test("turns that become slow are stopped although quick ones went before", () => {
  const {check, pass} = clock();
  for (let turn = 0; turn < 10_000; turn++) check();
  let slow = 0;
  expect(() => {
    for (; slow < 2000; slow++) {
      pass(20);
      check();
    }
  }).toThrow("stopped");
  expect(slow).toBeLessThan(600);
});

test("with the browser's own clock a task is a pause and a resolved promise is none", async () => {
  const check = loopClock(() => new Error("stopped"));
  check();
  await Promise.resolve();
  check();
  await new Promise((resolve) => setTimeout(resolve));
  check();
});
