import {median} from "d3-array";
import {format} from "d3-format";
import type {Speeds} from "./rounds.js";

/** What one workload came to in one runtime: a number for each round. */
export interface Measured {
  readonly workload: string;
  /** Samples a second of each contender, the one whom the others are compared with first. */
  readonly samples: Speeds;
  /** Operations a second of the loops in registers. */
  readonly peaks: Speeds;
  readonly operationsPerSample: number;
}

export interface Runtime {
  readonly name: string;
  readonly measured: readonly Measured[];
}

/** How many times faster one is than another: the median of the ratios of the same round. */
export const timesFaster = (fast: readonly number[], slow: readonly number[]): number =>
  median(fast, (speed, round) => speed / slow[round])!;

/** Markdown: a table a runtime, whose columns are the workloads and whose rows the contenders. */
export function speedTables(runtimes: readonly Runtime[]): string {
  return runtimes.map(({name, measured}) => table(name, measured)).join("\n\n");
}

function table(runtime: string, measured: readonly Measured[]): string {
  const names = [...new Set(measured.flatMap(({samples}) => Object.keys(samples)))];
  const [ours, ...others] = names;
  return [
    row(
      runtime,
      measured.map(({workload}) => workload)
    ),
    `| --- |${" ---: |".repeat(measured.length)}`,
    row(
      `**${ours}**`,
      measured.map(({samples}) => `**${perSecond(median(samples[ours])!)}**`)
    ),
    ...others.map((name) =>
      row(
        name,
        measured.map(({samples}) => times(samples[ours], samples[name]))
      )
    ),
    row(
      "share of the peak",
      measured.map((one) => percent(shareOfPeak(one)))
    )
  ].join("\n");
}

const row = (head: string, cells: readonly string[]) => `| ${[head, ...cells].join(" | ")} |`;

/** The matrix products alone beside what the fastest loop in registers does in the same round. */
function shareOfPeak({samples, peaks, operationsPerSample}: Measured): number {
  const [ours] = Object.values(samples);
  const highest = (round: number) => Math.max(...Object.values(peaks).map((speeds) => speeds[round]));
  return median(ours, (speed, round) => (speed * operationsPerSample) / highest(round))!;
}

/** The highest of the peaks, in operations a second. */
export const peak = (measured: readonly Measured[]): number =>
  Math.max(...measured.flatMap(({peaks}) => Object.values(peaks).map((speeds) => median(speeds)!)));

const twoDigits = new Intl.NumberFormat("en", {maximumSignificantDigits: 2});

const perSecond = (speed: number) => `${format(".2s")(speed).replace(/(?=[kM])/, " ")}/s`;
const times = (fast: readonly number[], slow: readonly number[] | undefined) =>
  slow ? `${twoDigits.format(timesFaster(fast, slow))}×` : "–";
const percent = (share: number) => `${twoDigits.format(100 * share)} %`;
