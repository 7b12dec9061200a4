import {expect, test} from "vitest";
import {dayName, dayTicks} from "../../../src/components/chartParts/dayTicks.js";

const whole = {year: 2013, days: [1, 365]} as const;

test("dayName(day) is the date in the page's language, or the number where there is no year", () => {
  expect(dayName(30, {year: 2013, language: "en"})).toBe("30 January");
  expect(dayName(229, {year: 2013, language: "en"})).toBe("17 August");
  expect(dayName(30, {year: 2013, language: "zh"})).toBe("1月30日");
  expect(dayName(30, {year: null, language: "en"})).toBe("day 30");
  expect(dayName(30, {year: null, language: "zh"})).toBe("第 30 天");
});

test("dayTicks of a year are its months, each named in its middle", () => {
  const ticks = dayTicks({...whole, language: "en", scale: 1.5});
  expect(ticks.map(({text}) => text).join(" ")).toBe("Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec");
  expect(ticks.map(({day}) => day + 0.5)).toEqual([1, 32, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335]);
  expect(ticks[1].middle).toBe(45.5); // February: days 32 … 59
});

test("dayTicks where a month has little room are initials, or every other Chinese month", () => {
  const text = (language: "en" | "zh"): string =>
    dayTicks({...whole, language, scale: 0.7})
      .map((tick) => tick.text)
      .join("");
  expect(text("en")).toBe("JFMAMJJASOND");
  expect(text("zh")).toBe("1月3月5月7月9月11月");
});

test("dayTicks of a few days are single days", () => {
  const ticks = dayTicks({year: 2013, language: "en", days: [1, 30], scale: 20});
  expect(ticks.map(({text}) => text)).toEqual([
    "1 Jan",
    "5 Jan",
    "10 Jan",
    "15 Jan",
    "20 Jan",
    "25 Jan",
    "30 Jan"
  ]);
});

test("dayTicks without a year are numbers", () => {
  const ticks = dayTicks({year: null, language: "zh", days: [1, 365], scale: 1.5});
  expect(ticks.map(({text}) => text)).toEqual(["1", "50", "100", "150", "200", "250", "300", "350"]);
});
