import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {checkedDays} from "../../data/checkedDays.js";
import {temperatureYear} from "../../data/temperatureYear.js";

const file = "beijing-temperature.csv";
const text = readFileSync(new URL(`../../data/${file}`, import.meta.url), "utf8");
const days = checkedDays(text, {year: 2013, file});
const year = temperatureYear(2013, days);

describe("temperatureYear(2013, days)", () => {
  it("holds a column of 365 values for mean, min and max", () => {
    expect(year.mean).toEqual(days.map(({mean}) => mean));
    expect(year.min).toEqual(days.map(({min}) => min));
    expect(year.max).toEqual(days.map(({max}) => max));
  });

  it("names the extremes that the data's provenance states", () => {
    expect(year.coldestDay).toEqual({day: 4, value: -32 / 3});
    expect(year.warmestDay).toEqual({day: 229, value: 31});
    expect(year.coldestHour).toEqual({day: 4, value: -17});
    expect(year.warmestHour.value).toBe(38);
    expect(year.yearMean).toBeCloseTo(12.399, 3);
  });

  it("averages the days of each month, which together give the mean of the year", () => {
    const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    const january = days.slice(0, 31).reduce((sum, {mean}) => sum + mean, 0) / 31;
    expect(year.monthlyMeans.length).toBe(12);
    expect(year.monthlyMeans[0]).toBeCloseTo(january, 12);
    const total = year.monthlyMeans.reduce((sum, mean, i) => sum + mean * lengths[i], 0);
    expect(total / 365).toBeCloseTo(year.yearMean, 12);
  });

  it("takes the earliest of equal extremes", () => {
    const flat = temperatureYear(2013, [day(5), day(5), day(5)]);
    expect(flat.coldestDay).toEqual({day: 1, value: 5});
    expect(flat.warmestDay).toEqual({day: 1, value: 5});
  });
});

function day(value: number) {
  return {month: 1, mean: value, min: value, max: value};
}
