import {averagingRate} from "../lib/averages.js";
import {type CurveChart, type CurveState, curveChart} from "./curveChart.js";
import {formatNumber} from "./formatNumber.js";

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

export interface RateChart extends Omit<CurveChart, "update"> {
  update(state: RateState): void;
}

const days = 365;
const smallest = 5e-4;

/** The step sizes of three averages taken as gradient descent: plain mean, corrected and uncorrected. */
export function rateChart({words, width}: {words: RateWords; width?: number}): RateChart {
  const chart = curveChart({
    title: words.title,
    cursor: words.day,
    x: {log: true, domain: [1, days], ticks: [1, 3, 10, 30, 100, 300], format: String, label: words.day},
    y: {log: true, domain: [smallest, 1], ticks: [1, 0.1, 0.01, 0.001], format: String, label: words.rate},
    widestName: words.uncorrected,
    width
  });
  const {update} = chart;
  return Object.assign(chart, {update: (state: RateState) => update(rateCurves(state, words))});
}

function rateCurves({beta, day}: RateState, words: RateWords): CurveState {
  const rates = [
    {name: words.mean, color: "var(--green)", dash: "2 4", rate: (t: number) => 1 / t},
    {name: words.uncorrected, color: "var(--orange)", dash: "7 3", rate: () => 1 - beta},
    {name: words.corrected, color: "var(--blue)", rate: (t: number) => averagingRate(t, beta)}
  ];
  return {
    curves: rates.map(({rate, ...style}) => ({
      ...style,
      points: Array.from({length: days}, (_, i) => [i + 1, Math.max(smallest, rate(i + 1))] as const)
    })),
    at: day,
    readout: [
      {text: `t = ${day}`},
      ...rates.map(({name, color, rate}) => ({
        text: `${name} ${formatNumber(rate(day), {digits: 3})}`,
        color
      }))
    ],
    description: words.describe(formatNumber(beta))
  };
}
