import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {checkedDays} from "../../data/checkedDays.js";

const file = "beijing-temperature.csv";
const text = readFileSync(new URL(`../../data/${file}`, import.meta.url), "utf8");
const golden = JSON.parse(readFileSync(new URL("../golden/ema.json", import.meta.url), "utf8"));

/** The file with its lines changed; line numbers count from 1, line 1 is the header. */
const edited = (edit: (lines: string[]) => void): string => {
  const lines = text.split("\n");
  edit(lines);
  return lines.join("\n");
};
const check = (edit: (lines: string[]) => void) => () => checkedDays(edited(edit), {year: 2013, file});

describe("checkedDays(text)", () => {
  it("reads 365 days whose means are those that pandas averaged", () => {
    const days = checkedDays(text, {year: 2013, file});
    expect(days.map(({mean}) => mean)).toEqual(golden.values);
    expect(days.length).toBe(365);
    expect(days[0]).toEqual({month: 1, mean: -7.208333333333333, min: -12, max: -3});
    expect(days[364].month).toBe(12);
  });

  it("reads lines that end in carriage returns", () => {
    expect(checkedDays(text.replaceAll("\n", "\r\n"), {year: 2013, file})).toEqual(
      checkedDays(text, {year: 2013, file})
    );
  });

  const faults: [string, (lines: string[]) => void, string][] = [
    ["a missing day", (lines) => lines.splice(4, 1), "csv:5: 2013-01-04 is missing"],
    ["a missing last day", (lines) => lines.splice(365, 1), "csv:366: 2013-12-31 is missing"],
    [
      "a doubled day",
      (lines) => lines.splice(4, 0, lines[3]),
      "csv:5: 2013-01-03 stands twice or out of order"
    ],
    [
      "a day of another year",
      (lines) => lines.splice(366, 0, "2014-01-01,0,0,0,24"),
      "2014-01-01 is no day of 2013"
    ],
    ["a day that no year has", replace(3, "2013-01-02", "2013-02-30"), "csv:3: 2013-02-30 is no day of 2013"],
    ["a word for a number", replace(3, "-10.5", "cold"), 'csv:3: mean must be a number; got "cold"'],
    ["an empty number", replace(3, "-13", ""), 'csv:3: min must be a number; got ""'],
    ["a number that is not finite", replace(3, "-8", "NaN"), 'csv:3: max must be a number; got "NaN"'],
    [
      "a short row",
      replace(3, ",24", ""),
      "csv:3: a row must be date,mean,min,max,hours; got 2013-01-02,-10.5,-13,-8"
    ],
    [
      "a long row",
      replace(3, ",24", ",24,1"),
      "csv:3: a row must be date,mean,min,max,hours; got 2013-01-02"
    ],
    ["an empty row", (lines) => lines.splice(2, 0, ""), "csv:3: a row must be date,mean,min,max,hours; got "],
    [
      "an impossible mean",
      replace(3, "-10.5", "10.5"),
      "csv:3: mean must lie between min and max; got -13, 10.5, -8"
    ],
    ["a day with hours missing", replace(3, ",24", ",23"), "csv:3: 2013-01-02 must have 24 hours; got 23"],
    [
      "another header",
      replace(1, "mean", "average"),
      "csv:1: the header must be date,mean,min,max,hours; got date,average"
    ]
  ];
  it.each(faults)("names the row of %s", (_, edit, message) => {
    expect(check(edit)).toThrow(RangeError);
    expect(check(edit)).toThrow(message);
  });
});

function replace(line: number, from: string, to: string) {
  return (lines: string[]): void => {
    lines[line - 1] = lines[line - 1].replace(from, to);
  };
}
