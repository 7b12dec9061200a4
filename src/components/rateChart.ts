import {averagingRate} from "../lib/averages.js";
import {formatNumber} from "./formatNumber.js";
import {type LineChart, lineChart} from "./lineChart.js";

export interface RateState {
  readonly beta: number;
  /** The day of the cursor. */
  readonly day: number;
}

export interface RateWords {
  readonly title: string;
  readonly day: string;
  readonly rate: string;
  readonly mean: string;
  readonly corrected: string;
  readonly uncorrected: string;
  readonly describe: (beta: string) => string;
}

export interface RateChart extends Omit<LineChart, "update"> {
  update(state: RateState): void;
}

const days = 365;
const smallest = 5e-4;

/** The step sizes of three averages taken as gradient descent: plain mean, corrected and uncorrected. */
export function rateChart({words, width = 720}: {words: RateWords; width?: number}): RateChart {
  const chart = lineChart({
    label: words.title,
    cursor: "whole",
    x: {log: true, domain: [1, days], ticks: [1, 3, 10, 30, 100, 300], format: String, label: words.day},
    y: {log: true, domain: [smallest, 1], ticks: [1, 0.1, 0.01, 0.001], format: String, label: words.rate},
    names: [words.mean, words.corrected, words.uncorrected],
    width
  });
  const {update} = chart;
  return Object.assign(chart, {
    update({beta, day}: RateState) {
      const lines = rates(beta, words);
      update(
        lines.map(({rate, ...line}) => ({
          ...line,
          points: Array.from({length: days}, (_, i) => [i + 1, Math.max(smallest, rate(i + 1))])
        })),
        {
          at: day,
          label: words.describe(formatNumber(beta)),
          read: (t) => [
            {text: `t = ${t}`},
            ...lines.map(({label, color, rate}) => ({
              text: `${label} ${formatNumber(rate(t), {digits: 3})}`,
              color
            }))
          ]
        }
      );
    }
  });
}

const rates = (beta: number, words: RateWords) => [
  {label: words.mean, color: "var(--green)", dash: "2 4", rate: (t: number) => 1 / t},
  {label: words.uncorrected, color: "var(--orange)", dash: "7 3", rate: () => 1 - beta},
  {label: words.corrected, color: "var(--blue)", rate: (t: number) => averagingRate(t, beta)}
];
