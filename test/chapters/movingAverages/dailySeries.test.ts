import {deviation, mean} from "d3-array";
import {readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {checkedDays} from "../../../data/checkedDays.js";
import {temperatureYear} from "../../../data/temperatureYear.js";
import {daily, dailySeries, seriesKinds} from "../../../src/chapters/movingAverages/dailySeries.js";

const file = "beijing-temperature.csv";
const text = readFileSync(new URL(`../../../data/${file}`, import.meta.url), "utf8");
const beijing = temperatureYear(2013, checkedDays(text, {year: 2013, file}));
const options = {beijing, name: "x"};

describe("dailySeries(kind)", () => {
  test.each(seriesKinds)("%s has 365 days and is the same each time", (kind) => {
    const {values} = dailySeries(kind, {...options, deviation: 2});
    expect(values.length).toBe(365);
    expect(dailySeries(kind, {...options, deviation: 2}).values).toEqual(values);
  });

  test("beijing is the temperatures, with their daily ranges and their unit", () => {
    const series = dailySeries("beijing", options);
    expect(series.values).toEqual(beijing.mean);
    expect(series.ranges).toBe(beijing);
    expect([series.year, series.unit]).toEqual([2013, "°"]);
  });

  test("beijing with noise is no longer within its daily ranges, so they are left out", () => {
    expect(dailySeries("beijing", {...options, deviation: 1}).ranges).toBeUndefined();
  });

  test("constant, ramp and step are what their names say", () => {
    const day = (kind: "constant" | "ramp" | "step", t: number) => dailySeries(kind, options).values[t - 1];
    expect([1, 200, 365].map((t) => day("constant", t))).toEqual([10, 10, 10]);
    expect(day("ramp", 365) - day("ramp", 355)).toBeCloseTo(1, 12);
    expect([180, 181].map((t) => day("step", t))).toEqual([0, 20]);
  });

  test("white noise has mean 0 and deviation 5; added noise adds to its variance", () => {
    const plain = dailySeries("noise", options).values;
    expect(Math.abs(mean(plain)!)).toBeLessThan(3 * (5 / Math.sqrt(365)));
    expect(deviation(plain)! / 5).toBeGreaterThan(0.9);
    expect(deviation(plain)! / 5).toBeLessThan(1.1);
    const more = dailySeries("noise", {...options, deviation: 12}).values;
    expect(deviation(more)! / deviation(plain)!).toBeCloseTo(13 / 5, 10);
  });
});

test("daily(monthly) repeats each month's value on its days", () => {
  const months = daily([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], 2013);
  expect(months.length).toBe(365);
  expect([31, 32, 59, 60, 365].map((day) => months[day - 1])).toEqual([1, 2, 2, 3, 12]);
  expect(dailySeries("beijing", {...options, monthly: true}).monthly![0]).toBe(beijing.monthlyMeans[0]);
});
