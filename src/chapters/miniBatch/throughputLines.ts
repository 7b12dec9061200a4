import {mean} from "d3-array";
import type {Line} from "../../components/lineChart.js";
import type {Precision, Throughput} from "./throughput.js";

const styles: Readonly<Record<Precision, {readonly color: string; readonly dash?: string}>> = {
  single: {color: "var(--accent)"},
  double: {color: "var(--orange)", dash: "9 4"}
};

const isPower = (size: number): boolean => Number.isInteger(Math.log2(size));

/** Examples a second against the size of the batch: the medians, and the spread of the rounds. */
export function throughputLines(
  found: readonly Throughput[],
  names: Readonly<Record<Precision, string>>
): Line[] {
  return (["single", "double"] as const).flatMap((precision) => {
    const own = found.filter((one) => one.precision === precision);
    const line = {label: names[precision], ...styles[precision]};
    return [
      {...line, kind: "band" as const, points: own.map((one) => [one.size, one.slowest, one.fastest])},
      {...line, points: own.map((one) => [one.size, one.perSecond])},
      {...line, kind: "dots" as const, points: own.map((one) => [one.size, one.perSecond])}
    ];
  });
}

/**
 * Milliseconds that an example takes in batches of a size: between two sizes that were measured in proportion, by
 * factors; beyond them as at the nearest.
 */
export function paceOf(found: readonly Throughput[], precision: Precision): (size: number) => number {
  const own = found.filter((one) => one.precision === precision);
  return (size) => {
    const above = own.findIndex((one) => one.size >= size);
    const [low, high] = above < 0 ? [own.at(-1)!, own.at(-1)!] : [own[Math.max(0, above - 1)], own[above]];
    const part = low.size === high.size ? 0 : Math.log(size / low.size) / Math.log(high.size / low.size);
    return 1000 / (low.perSecond * (high.perSecond / low.perSecond) ** part);
  };
}

/**
 * How fast the sizes are that are no powers of two, as a part of what the two powers around each let expect (their
 * geometric mean, by logarithms); averaged.
 */
export function besidePowers(found: readonly Throughput[], precision: Precision): number {
  const powers = found.filter(({size}) => isPower(size));
  const pace = paceOf(powers, precision);
  const others = found.filter((one) => one.precision === precision && !isPower(one.size));
  return mean(others, ({size, perSecond}) => (perSecond * pace(size)) / 1000)!;
}
