import {extent, sum} from "d3-array";
import {format} from "d3-format";
import {scaleLinear} from "d3-scale";
import type {Language} from "../../course.js";
import {effectiveCount} from "../../lib/averages.js";
import {formatNumber} from "../formatNumber.js";
import {animate} from "../chartParts/animate.js";
import {type CursorView, cursor} from "../chartParts/cursor.js";
import {dayAxis} from "../chartParts/dayAxis.js";
import {dayName} from "../chartParts/dayTicks.js";
import {fontSize, picture, plot, textWidth} from "../chartParts/picture.js";
import {readout} from "../chartParts/readout.js";
import {valueGrid} from "../chartParts/valueGrid.js";
import {endNames} from "../lineChart/endNames.js";
import {averageLines} from "./averageLines.js";
import {dailyDots, weighedDots} from "./dailyDots.js";
import {weightStems} from "./weightStems.js";

/** A value a day, and what is known about the days. */
export interface DailySeries {
  readonly name: string;
  readonly values: readonly number[];
  /** The lowest and the highest value within each day. */
  readonly ranges?: {readonly min: ArrayLike<number>; readonly max: ArrayLike<number>};
  /** The mean of each day's month. */
  readonly monthly?: readonly number[];
  /** The year of the days; null where they only have numbers. */
  readonly year: number | null;
  /** Written behind every value, e.g. °. */
  readonly unit: string;
}

/** Everything that moves. */
export interface AverageState {
  readonly series: DailySeries;
  readonly beta: number;
  /** The average, one value a day, and the average with its bias corrected, or null. */
  readonly average: ArrayLike<number>;
  readonly corrected: ArrayLike<number> | null;
  /** The day of the cursor, from 1. */
  readonly day: number;
  /** The weights of days 1 … day in the average of that day, and in the corrected one, or null. */
  readonly weights: ArrayLike<number>;
  readonly correctedWeights: ArrayLike<number> | null;
  /** Shows the first thirty days only. */
  readonly magnified: boolean;
}

export interface AverageWords {
  readonly title: string;
  readonly cursor: string;
  readonly daily: string;
  readonly monthly: string;
  readonly average: string;
  readonly uncorrected: string;
  readonly corrected: string;
  readonly bias: string;
  /** The line above the weights; `corrected` says that they are corrected to sum to 1. */
  readonly weights: (parts: {sum: string; corrected: boolean; count: string}) => string;
  /** What the picture shows, in a sentence; `at` is the cursor's day with its values, `weights` the line above. */
  readonly describe: (parts: {
    series: string;
    beta: string;
    days: number;
    at: string;
    weights: string;
  }) => string;
}

export interface AverageOptions {
  readonly words: AverageWords;
  readonly language?: Language;
  readonly width?: number;
  readonly height?: number;
  readonly colors?: Readonly<Record<"daily" | "monthly" | "average" | "corrected" | "weights", string>>;
}

/** The picture; its value is the day of the cursor, and it dispatches "input" when the reader moves it. */
export interface AverageChart extends CursorView {
  update(state: AverageState): void;
}

/** How many days `magnified` shows. */
const magnifiedDays = 30;

const defaultColors = {
  daily: "var(--muted)",
  monthly: "var(--green)",
  average: "var(--orange)",
  corrected: "var(--blue)",
  weights: "var(--purple)"
};

/**
 * A daily series and its moving average, with and without correction, above the weights that make the average of
 * the cursor's day.
 */
export function averageChart({
  words,
  language = "en",
  width = 720,
  height = width < 520 ? 430 : 470,
  colors = defaultColors
}: AverageOptions): AverageChart {
  const narrow = width < 520;
  const size = fontSize(width);
  const widest = [words.daily, words.monthly, words.average, words.uncorrected, words.corrected];
  const namesWidth = 16 + Math.max(...widest.map((name) => textWidth(name, size)));
  const weightsFrame = {left: 52, right: width - namesWidth, top: height - 106, bottom: height - 26};
  const frame = {...weightsFrame, top: narrow ? 44 : 30, bottom: weightsFrame.top - 34};
  const {left, right, top, bottom} = frame;
  const x = scaleLinear([5, right - left - 5]);
  const y = scaleLinear([bottom - top - 6, 6]);

  const svg = picture({width, height, label: words.title, interactive: true});
  const view = svg.node() as AverageChart; // becomes one at the end
  const image = svg.append("g").attr("role", "img");
  const grid = valueGrid(image, frame);
  const days = dayAxis(image, {language, left, top, bottom: weightsFrame.bottom});
  const inside = plot(image, frame);
  const dots = dailyDots(inside, colors);
  const weighed = weighedDots(inside, {color: colors.weights});
  const lines = averageLines(inside, {bias: words.bias, colors});
  const names = endNames(image, {frame, size, inside: false});
  const values = readout(image, {left, baseline: 14});
  const stems = weightStems(image, weightsFrame, colors);
  const weightsText = image
    .append("text")
    .attr("x", left)
    .attr("y", weightsFrame.top - 12);
  weightsText.attr("fill", colors.weights);
  const handle = cursor(view, {
    label: words.cursor,
    range: () => [1, lastDay(state)],
    frames: [frame, weightsFrame],
    invert: (pixel) => Math.max(x.domain()[0], Math.min(x.domain()[1], x.invert(pixel - left)))
  });
  const spots = image.append("g").attr("stroke", "var(--background)");
  svg.append(() => handle.node);

  let state: AverageState;
  let stop = (): void => {};

  /** The lines of the picture, each with its name and colour. */
  const named = () => [
    {name: words.daily, color: colors.daily, values: state.series.values},
    ...(state.series.monthly
      ? [{name: words.monthly, color: colors.monthly, values: state.series.monthly}]
      : []),
    {name: state.corrected ? words.uncorrected : words.average, color: colors.average, values: state.average},
    ...(state.corrected ? [{name: words.corrected, color: colors.corrected, values: state.corrected}] : [])
  ];

  function drawStill(): void {
    const {series} = state;
    grid(y, y.ticks(narrow ? 5 : 6), (tick) => format("~r")(tick) + series.unit);
    days(series.year, x);
    dots(series, x, y);
  }

  function drawMoving(): void {
    const {series, average, corrected, day, weights, correctedWeights} = state;
    const at = left + x(day);
    lines(average, corrected, x, y);
    stems(weights, correctedWeights, x);
    weighed(series.values, weights, x, y);
    const last = Math.min(series.values.length, Math.floor(x.domain()[1]));
    names(
      named().map(({name, color, values}) => ({
        label: name,
        color,
        x: left + x(last),
        y: top + y(values[last - 1])
      }))
    );
    const spot = spots.selectAll("circle").data(named()).join("circle").attr("r", 4).attr("cx", at);
    spot.attr("cy", ({values}) => top + y(values[day - 1])).attr("fill", ({color}) => color);
    drawTexts(at);
  }

  function drawTexts(at: number): void {
    const {series, beta, day, weights, correctedWeights} = state;
    const name = dayName(day, {year: series.year, language});
    const items = named().map(({name, color, values}) => ({
      text: `${name} ${format(".1f")(values[day - 1])}${series.unit}`,
      color
    }));
    const known = [{text: name}, ...items.slice(0, state.corrected ? -2 : -1)];
    const averages = items.slice(known.length - 1);
    values(narrow ? [known, averages] : [[...known, ...averages]]);
    const total = formatNumber(sum(Array.from(weights)), {digits: 3});
    const weightLine = words.weights({
      sum: total,
      corrected: correctedWeights !== null && total !== "1",
      count: formatNumber(effectiveCount(weights), {digits: 3})
    });
    weightsText.text(weightLine);
    const spoken = `${name}: ${items.map(({text}) => text).join(", ")}`;
    const days = series.values.length;
    image.attr(
      "aria-label",
      words.describe({series: series.name, beta: formatNumber(beta), days, at: spoken, weights: weightLine})
    );
    handle.place(at, day, spoken);
  }

  function show([firstDay, lastDay, low, high]: readonly number[]): void {
    x.domain([firstDay, lastDay]);
    y.domain([low, high]);
    drawStill();
    drawMoving();
  }

  function update(next: AverageState): void {
    const before = state as AverageState | undefined;
    state = next;
    const sameSeries = next.series === before?.series;
    if (sameSeries && next.magnified === before.magnified) {
      drawMoving();
      return;
    }
    stop();
    const from = [...x.domain(), ...y.domain()];
    const to = shownDomain(next);
    if (sameSeries) stop = animate(700, (k) => show(to.map((end, i) => from[i] + k * (end - from[i]))));
    else show(to);
  }

  return Object.assign(view, {value: 1, update});
}

/** First and last day, lowest and highest value: 0 belongs to it, where an average may start. */
function shownDomain(state: AverageState): number[] {
  const {values, ranges} = state.series;
  const last = lastDay(state);
  const shown = [values, ...(ranges ? [ranges.min, ranges.max] : [])].flatMap((column) => [
    ...Array.prototype.slice.call(column, 0, last)
  ]);
  const [low, high] = extent([0, ...shown]) as [number, number];
  return [1, last, ...scaleLinear([low, high], [0, 1]).nice(6).domain()];
}

const lastDay = ({series, magnified}: AverageState): number =>
  magnified ? Math.min(magnifiedDays, series.values.length) : series.values.length;
