import {desc, from, op} from "arquero";
import type {Day} from "./checkedDays.js";

/** A day that stands out: its number in the year, counted from 1, and its temperature. */
export interface Extreme {
  readonly day: number;
  readonly value: number;
}

/** What pages know of a year of temperatures, in degrees Celsius. */
export interface TemperatureYear {
  readonly year: number;
  /** One value a day: mean, lowest and highest of its 24 hours. */
  readonly mean: readonly number[];
  readonly min: readonly number[];
  readonly max: readonly number[];
  /** The average of the daily means of each month. */
  readonly monthlyMeans: readonly number[];
  readonly yearMean: number;
  /** The extremes of the daily means, and the extreme hours. */
  readonly coldestDay: Extreme;
  readonly warmestDay: Extreme;
  readonly coldestHour: Extreme;
  readonly warmestHour: Extreme;
}

/** Columns, monthly means and extremes of a year of checked days; of equal extremes the earliest counts. */
export function temperatureYear(year: number, days: readonly Day[]): TemperatureYear {
  const table = from(days.map((values, i) => ({day: i + 1, ...values})));
  const months = table
    .groupby("month")
    .rollup({mean: op.mean("mean")})
    .orderby("month");
  const first = (column: "mean" | "min" | "max", order: string | object): Extreme => {
    const top = table.orderby(order, "day").object() as {day: number} & Day;
    return {day: top.day, value: top[column]};
  };
  return {
    year,
    mean: table.array("mean") as number[],
    min: table.array("min") as number[],
    max: table.array("max") as number[],
    monthlyMeans: months.array("mean") as number[],
    yearMean: table.rollup({mean: op.mean("mean")}).get("mean", 0),
    coldestDay: first("mean", "mean"),
    warmestDay: first("mean", desc("mean")),
    coldestHour: first("min", "min"),
    warmestHour: first("max", desc("max"))
  };
}
