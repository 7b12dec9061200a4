import {randomNormal} from "d3-random";
import type {TemperatureYear} from "../../data/temperatureYear.js";
import type {DailySeries} from "../../components/averageChart/averageChart.js";
import {random} from "../../lib/random.js";

/** The series that the chapter averages: a real one, and four whose averages are known. */
export const seriesKinds = ["beijing", "constant", "ramp", "step", "noise"] as const;
export type SeriesKind = (typeof seriesKinds)[number];

export interface DailySeriesOptions {
  readonly beijing: TemperatureYear;
  /** What the series is called. */
  readonly name: string;
  /** The standard deviation of the noise that is added to every day. */
  readonly deviation?: number;
  /** Shows the monthly means of the temperatures. */
  readonly monthly?: boolean;
}

/** A year of daily values. Made series run through as many days; white noise has the deviation 5 by itself. */
export function dailySeries(
  kind: SeriesKind,
  {beijing, name, deviation = 0, monthly = false}: DailySeriesOptions
): DailySeries {
  const ownNoise = kind === "noise" ? 5 : 0;
  const noise = randomNormal.source(random(2013))(0, Math.hypot(ownNoise, deviation));
  const value = {
    beijing: (i: number) => beijing.mean[i],
    constant: () => 10,
    ramp: (i: number) => (i + 1) / 10,
    step: (i: number) => (i < 180 ? 0 : 20),
    noise: () => 0
  }[kind];
  const values = beijing.mean.map((_, i) => value(i) + noise());
  if (kind !== "beijing") return {name, values, year: null, unit: ""};
  return {
    name,
    values,
    year: beijing.year,
    unit: "°",
    ranges: deviation ? undefined : beijing,
    monthly: monthly ? daily(beijing.monthlyMeans, beijing.year) : undefined
  };
}

/** A value for each day of a year from a value for each month. */
export const daily = (monthly: readonly number[], year: number): number[] =>
  monthly.flatMap((value, m) =>
    Array.from({length: new Date(Date.UTC(year, m + 1, 0)).getUTCDate()}, () => value)
  );
