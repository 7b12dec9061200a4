import type {Line} from "../../components/lineChart.js";
import type {Run} from "./runBook.js";
import {runStyles} from "./runStyles.js";

export interface CurveWords {
  readonly test: string;
  readonly train: string;
}

/** The name of a run's line; where there is but one run, its number says nothing. */
export const lineName = (run: number, set: string, isAlone: boolean): string =>
  isAlone ? set : `${run} ${set}`;

/** The curves of the runs, on the test set as the run's own line, on the training set dotted. */
export function runCurves(runs: readonly Run[], quantity: "cost" | "accuracy", words: CurveWords): Line[] {
  const started = runs.filter(({marks}) => marks.length > 0);
  return started.flatMap(({slot, marks}) => {
    const {color, dash} = runStyles[slot];
    const curve = (set: "test" | "train", style: {readonly dash?: string}): Line => ({
      label: lineName(slot + 1, words[set], started.length === 1),
      color,
      ...style,
      points: marks.map((mark) => [mark.epoch, mark[set][quantity] ?? Number.NaN])
    });
    return [curve("test", {dash}), curve("train", {dash: "1 3"})];
  });
}

/** How far the axis of epochs reaches, and where that of accuracy begins: high, once every run is high. */
export function axesOf(runs: readonly Run[]): {readonly epochs: number; readonly floor: number} {
  const last = runs.flatMap(({marks}) => marks.slice(-1));
  const isHigh = last.length > 0 && last.every(({test}) => test.accuracy! > 0.85); // softmax has an accuracy
  return {epochs: Math.max(...runs.map(({settings}) => settings.epochs)), floor: isHigh ? 0.8 : 0};
}
