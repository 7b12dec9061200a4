import {format} from "d3-format";
import {daysToBias} from "../lib/averages.js";
import {formatNumber} from "./formatNumber.js";
import {type Line, type LineChart, type LineChartState, lineChart, type Place} from "./lineChart.js";

export interface BiasState {
  readonly beta: number;
  /** The measured share |v̂ − v| / |v̂| of each day. */
  readonly measured: ArrayLike<number>;
  /** The day of the cursor. */
  readonly day: number;
}

export interface BiasWords {
  readonly title: string;
  readonly day: string;
  readonly share: string;
  readonly measured: string;
  readonly below: (day: number) => string;
  readonly describe: (beta: string) => string;
}

export interface BiasChart extends Omit<LineChart, "update"> {
  update(state: BiasState): void;
}

const days = 365;
const smallest = 1e-4;

/** How the bias of an average that started at 0 dies out: measured days on the line βᵗ, on a scale of powers. */
export function biasChart({words, width = 720}: {words: BiasWords; width?: number}): BiasChart {
  const chart = lineChart({
    label: words.title,
    cursor: "whole",
    x: {domain: [1, days], ticks: [1, 50, 100, 150, 200, 250, 300, 350], format: String, label: words.day},
    y: {
      log: true,
      domain: [smallest, 1],
      ticks: [1, 0.1, 0.01, 0.001, smallest],
      format: format("~p"),
      label: words.share
    },
    width
  });
  const {update} = chart;
  return Object.assign(chart, {
    update: (state: BiasState) => update(biasLines(state, words), readings(state, words))
  });
}

const visible = (share: number): boolean => share >= smallest;

function biasLines({beta, measured}: BiasState, words: BiasWords): Line[] {
  const theory = range(days, (t) => [t, beta ** t]).filter(([, share]) => visible(share));
  const dots = range(days, (t) => [t, measured[t - 1]]).filter(
    ([t, share]) => visible(share) && t % every(beta) === 0
  );
  const nameAt = namePlace(beta);
  return [
    {
      label: "βᵗ",
      color: "var(--foreground)",
      points: theory,
      nameAt: {...nameAt, dy: nameAt.dy - 18}
    },
    {label: words.measured, color: "var(--orange)", points: dots, kind: "dots", nameAt}
  ];
}

function readings({beta, measured, day}: BiasState, words: BiasWords): LineChartState {
  const from = daysToBias(0.01, beta);
  const side = from < 0.55 * days ? {dx: 10, dy: -8} : ({dx: -10, dy: 20, anchor: "end"} as const);
  const mark = {x: from, y: beta ** from, label: words.below(from), color: "var(--blue)", ...side};
  return {
    at: day,
    marks: from <= days && visible(mark.y) ? [mark] : [],
    read: (t) => [
      {text: `t = ${t}`},
      {text: `βᵗ = ${formatNumber(beta ** t)}`},
      {text: `${words.measured} ${formatNumber(measured[t - 1])}`, color: "var(--orange)"}
    ],
    label: words.describe(formatNumber(beta))
  };
}

/** One dot in so many days, so that on a flat line they stand apart. */
const every = (beta: number): number => Math.max(1, Math.round(12 / Math.hypot(1.4, 28 * Math.log(beta))));

/** Above the line where it has fallen to a tenth; below it where it stays flat. */
function namePlace(beta: number): Place & {readonly dy: number} {
  const tenth = Math.max(1, Math.ceil(Math.log(0.1) / Math.log(beta)));
  if (tenth <= 200) return {x: tenth, y: Math.max(smallest, beta ** tenth), dx: 10, dy: -4};
  return {x: 200, y: beta ** 200, dx: -10, dy: 46, anchor: "end"};
}

const range = <T>(count: number, value: (t: number) => T): T[] =>
  Array.from({length: count}, (_, i) => value(i + 1));
