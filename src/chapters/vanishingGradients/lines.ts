import type {Line, Rule} from "../../components/lineChart.js";
import type {MeanField} from "../../lib/diagnostics/meanField.js";
import type {Spectrum} from "../../lib/diagnostics/productSpectra.js";
import {type FirstStep, steps as firstStepCount, gains} from "./firstSteps.js";
import type {Signal} from "./measureSignal.js";

export interface SignalNames {
  readonly activation: string;
  readonly gradient: string;
}

/** A line that ends before the others do is named where it ends; what has no place on a logarithmic axis has ended. */
function named<L extends Line>(line: L, last: number): L {
  const end = line.points.findLast((point) => point[1] > 0 && Number.isFinite(point[1]));
  return end && end[0] < 0.85 * last ? {...line, nameAt: {x: end[0], y: end[1], dx: 8, dy: 4}} : line;
}

const blue = {color: "var(--accent)"};
const orange = {color: "var(--orange)", dash: "9 4"};

/** The sizes of activations and gradients in each layer, and what the theory of wide layers says where it applies. */
export function signalLines(
  {activationSizes, gradientSizes}: Signal,
  theory: MeanField | null,
  names: SignalNames
): Line[] {
  const [activation, gradient] = [
    {label: names.activation, ...blue},
    {label: names.gradient, ...orange}
  ];
  const from = (first: number, sizes: readonly number[]) => sizes.map((size, i) => [first + i, size]);
  return [
    named({...activation, points: from(0, activationSizes)}, gradientSizes.length),
    {...gradient, points: from(1, gradientSizes)},
    ...(theory
      ? [
          {...activation, kind: "theory" as const, points: from(1, theory.A)},
          {...gradient, kind: "theory" as const, points: from(1, theory.dZ)}
        ]
      : [])
  ];
}

/** Where a signal ends: the layer from which on it is exactly 0, or no number any more. */
export interface End {
  readonly layer: number;
  readonly kind: "zero" | "beyond";
}

/** The first end on the way of the signal; sizes in the order in which it passes. */
function endOf(sizes: readonly number[], layerOf: (index: number) => number): End | null {
  const index = sizes.findIndex((size) => size === 0 || !Number.isFinite(size));
  return index < 0 ? null : {layer: layerOf(index), kind: sizes[index] === 0 ? "zero" : "beyond"};
}

/** Where the activations end on their way forward, and the gradients on their way back. */
export const endsOf = ({
  activationSizes,
  gradientSizes
}: Signal): {forward: End | null; backward: End | null} => ({
  forward: endOf(activationSizes, (index) => index),
  backward: endOf([...gradientSizes].reverse(), (index) => gradientSizes.length - index)
});

/** The ends as rules of the chart. */
export function endRules(
  ends: ReturnType<typeof endsOf>,
  marks: Readonly<Record<"forward" | "backward", Readonly<Record<End["kind"], string>>>>
): Rule[] {
  return (["forward", "backward"] as const).flatMap((way) => {
    const end = ends[way];
    return end ? [{x: end.layer, label: marks[way][end.kind]}] : [];
  });
}

export interface ShareNames {
  readonly saturated: string;
  readonly dead: string;
  readonly zero: string;
}

/** The shares of each layer that hardly pass a gradient, that never do, and that are silent. */
export function shareLines({statistics}: Signal, names: ShareNames): Line[] {
  const points = (share: (layer: (typeof statistics)[number]) => number) =>
    statistics.map((layer, l) => [l + 1, share(layer)]);
  return [
    {label: names.saturated, color: "var(--purple)", points: points(({saturatedShare}) => saturatedShare)},
    {label: names.zero, color: "var(--green)", dash: "2 4", points: points(({zeroShare}) => zeroShare)},
    {label: names.dead, color: "var(--red)", dash: "9 4", points: points(({deadShare}) => deadShare)}
  ];
}

export interface SpectrumNames {
  readonly largest: string;
  readonly middle: string;
  readonly smallest: string;
}

/** The largest, the middle and the smallest singular value of the product of the first weights, scaled; νˡ beside them. */
export function spectrumLines(
  spectra: readonly Spectrum[],
  {scale, depth}: {scale: number; depth: number},
  names: SpectrumNames
): Line[] {
  const points = (value: (values: Spectrum["values"]) => number) =>
    spectra.map(({factors, values}) => [factors, value(values) * scale ** factors]);
  const band = spectra.map(({factors, values}) => [
    factors,
    values[values.length - 1] * scale ** factors,
    values[0] * scale ** factors
  ]);
  return [
    {label: "", ...blue, kind: "band", points: band},
    {label: names.largest, ...blue, points: points((values) => values[0])},
    {
      label: names.middle,
      color: "var(--purple)",
      dash: "2 4",
      points: points((values) => values[values.length >> 1])
    },
    {
      label: names.smallest,
      color: "var(--foreground)",
      dash: "9 4",
      points: points((values) => values[values.length - 1])
    },
    {
      label: "νˡ",
      color: "var(--muted)",
      kind: "theory",
      points: Array.from({length: depth}, (_, l) => [l + 1, scale ** (l + 1)])
    }
  ];
}

/** After how many factors the singular values are looked at: each of the first, then ever fewer, and the last. */
export const isLookedAt = (factors: number, depth: number): boolean =>
  factors === depth ||
  factors <= 4 ||
  (factors <= 10 ? factors % 2 === 0 : factors <= 30 ? factors % 5 === 0 : factors % 10 === 0);

const three = [
  {color: "var(--orange)"},
  {color: "var(--accent)", dash: "9 4"},
  {color: "var(--purple)", dash: "2 4"}
];

/** The size of a signal after each layer, for each of the repeated matrices. */
export const repeatedLines = (sizes: readonly (readonly number[])[], names: readonly string[]): Line[] =>
  sizes.map((size, k) =>
    named({label: names[k], ...three[k], points: size.map((y, l) => [l, y])}, size.length - 1)
  );

/** The lengths of the first steps at each gain; a mark at the first and where there are no numbers any more. */
export function stepLines(steps: readonly FirstStep[], name: (gain: number) => string): Line[] {
  const styles = [three[1], {color: "var(--foreground)"}, three[0]];
  return gains.flatMap((gain, k): Line[] => {
    const points = steps.filter((step) => step.gain === gain).map(({step, length}) => [step, length]);
    const ends = points.filter(([step, length]) => step === 1 || !Number.isFinite(length));
    const line = {label: name(gain), ...styles[k]};
    return [named({...line, points}, firstStepCount), {...line, kind: "dots", points: ends}];
  });
}
