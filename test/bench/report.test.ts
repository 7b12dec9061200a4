import {describe, expect, test} from "vitest";
import {peak, speedTables, timesFaster} from "../../bench/report.js";

describe("timesFaster(fast, slow)", () => {
  test("is the median of the ratios of the same round, not the ratio of the medians", () => {
    // a busy third round slows both
    expect(timesFaster([100, 110, 10], [10, 10, 1])).toBe(10);
    expect(timesFaster([100, 30, 40], [10, 30, 10])).toBe(4);
  });
});

const measured = {
  workload: "784-128-10, batch 64",
  samples: {Descent: [90e3, 100e3, 80e3], other: [30e3, 25e3, 20e3]},
  peaks: {plain: [50e9, 40e9, 50e9], fused: [60e9, 60e9, 60e9]},
  operationsPerSample: 400e3
};

describe("speedTables(runtimes)", () => {
  test("has samples a second, how many times slower the others are, and the share of the peak of the same round", () => {
    expect(speedTables([{name: "Node 20", measured: [measured]}])).toBe(
      [
        "| Node 20 | 784-128-10, batch 64 |",
        "| --- | ---: |",
        "| **Descent** | **90 k/s** |",
        "| other | 4× |",
        "| share of the peak | 60 % |"
      ].join("\n")
    );
  });

  test("leaves a dash where a contender did not take part", () => {
    const small = {...measured, workload: "small", samples: {...measured.samples, third: [9e3, 10e3, 8e3]}};
    expect(speedTables([{name: "Node 20", measured: [measured, small]}])).toContain("| third | – | 10× |");
  });
});

test("peak(measured) is the highest median of a loop", () => {
  expect(peak([measured])).toBe(60e9);
});
