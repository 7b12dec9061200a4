import {formatNumber} from "./formatNumber.js";
import {type LineChart, lineChart} from "./lineChart.js";

/** Lengths of the steps 1 … n in units of α, and the step of the cursor. */
export interface StepState {
  readonly corrected: ArrayLike<number>;
  readonly uncorrected: ArrayLike<number>;
  readonly misprint: ArrayLike<number>;
  readonly t: number;
}

export interface StepWords {
  readonly title: string;
  readonly step: string;
  readonly length: string;
  readonly corrected: string;
  readonly uncorrected: string;
  readonly misprint: string;
  readonly describe: string;
}

export interface StepChart extends Omit<LineChart, "update"> {
  update(state: StepState): void;
}

const steps = 10_000;

/** How long Adam's steps are on a steady gradient: with correction, without, and with a misprinted one. */
export function stepChart({words, width = 720}: {words: StepWords; width?: number}): StepChart {
  const chart = lineChart({
    label: words.title,
    cursor: "whole",
    x: {
      log: true,
      domain: [1, steps],
      ticks: [1, 10, 100, 1000, steps],
      format: (t) => t.toLocaleString("en"),
      label: words.step
    },
    y: {
      log: true,
      domain: [0.7, 14],
      ticks: [1, 2, 5, 10],
      format: (factor) => `${factor} α`,
      label: words.length
    },
    width
  });
  const {update} = chart;
  return Object.assign(chart, {
    update({t, misprint, ...rest}: StepState) {
      const lines = curves({misprint, ...rest}, words);
      update(
        lines.map(({factors, side, ...line}) => ({
          ...line,
          points: sampled.map((t) => [t, factors[t - 1]]),
          nameAt: {x: 1, y: factors[0], ...side}
        })),
        {
          at: t,
          label: words.describe,
          marks: [1, 100, 1000].map((t) => ({
            x: t,
            y: misprint[t - 1],
            label: written(misprint[t - 1]),
            color: "var(--red)",
            ...(t === 1 ? {dx: 10, dy: 20} : {dx: 8, dy: -8})
          })),
          read: (t) => [
            {text: `t = ${t}`},
            ...lines.map(({label, color, factors}) => ({text: `${label} ${written(factors[t - 1])}`, color}))
          ]
        }
      );
    }
  });
}

const curves = ({corrected, uncorrected, misprint}: Omit<StepState, "t">, words: StepWords) => [
  {label: words.corrected, color: "var(--blue)", factors: corrected, side: {dx: 8, dy: 20}},
  {
    label: words.uncorrected,
    color: "var(--orange)",
    dash: "7 3",
    factors: uncorrected,
    side: {dx: 8, dy: 24}
  },
  {label: words.misprint, color: "var(--red)", dash: "2 4", factors: misprint, side: {dx: 8, dy: -10}}
];

const written = (factor: number): string => `${formatNumber(factor, {digits: 3})} α`;

/** Whole numbers from 1 to the last step, evenly spread over its powers. */
const sampled = [...new Set(Array.from({length: 240}, (_, i) => Math.round(steps ** (i / 239))))];
