import {bin} from "d3-array";
import type {Line, Place} from "../../components/lineChart.js";
import {gaussianDensity} from "../../lib/gaussian.js";
import {spread} from "../../lib/diagnostics/layerStatistics.js";
import {type Beginning, apart, sizes, type Training} from "./symmetry.js";
import {factors, type ScaleStep} from "./scaleRuns.js";
import {predictedDeviation, type SumOptions, sums} from "./sums.js";

const blue = {color: "var(--accent)"};

/** The histogram of z as a density, the bell that the formula predicts, and the bell of deviation 1 beside it. */
export function histogramLines(
  z: ArrayLike<number>,
  deviation: number,
  names: {z: string; wanted: string}
): Line[] {
  const reach = 4 * Math.max(1, deviation);
  const width = deviation / 3;
  const edges = Array.from({length: 27}, (_, k) => (k - 13) * width);
  const bins = bin().domain([edges[0], edges[26]]).thresholds(edges)(Array.from(z));
  const steps = bins.flatMap(({x0, x1, length}) => [x0!, x1!].map((x) => [x, length / (z.length * width)]));
  const bell = (sd: number) =>
    Array.from({length: 161}, (_, k) => ((k - 80) / 20) * sd).map((x) => [x, gaussianDensity(x / sd) / sd]);
  return [
    {label: names.z, ...blue, kind: "band", points: steps.map(([x, density]) => [x, 0, density])},
    {...named(names.z, -deviation, deviation), ...blue, points: steps},
    {label: names.z, color: "var(--foreground)", kind: "theory", points: bell(deviation)},
    {
      ...named(names.wanted, 1, 1),
      color: "var(--orange)",
      dash: "9 4",
      points: [[-reach, 0], ...bell(1), [reach, 0]]
    }
  ];
}

/** A bell is named beside its slope, on the side where the place is. */
const named = (label: string, x: number, deviation: number): Pick<Line, "label" | "nameAt"> => ({
  label,
  nameAt: {
    x,
    y: gaussianDensity(x / deviation) / deviation,
    dx: 12 * Math.sign(x),
    dy: -4,
    anchor: x < 0 ? "end" : "start"
  }
});

/** The numbers of inputs at which the deviation of z is measured. */
export const counts = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000] as const;

/** sd(z) at every count, in portions. */
export function* measuredDeviations(
  options: Omit<SumOptions, "n">
): Generator<readonly [number, number], void> {
  for (const n of counts) yield [n, spread(sums({...options, n})).rms];
}

/** Measured deviations of z as dots, with the present one among them, on the line √n of the formula. */
export function deviationLines(
  found: readonly (readonly [number, number])[],
  here: readonly [number, number],
  {options, name}: {options: Omit<SumOptions, "n">; name: string}
): Line[] {
  const dots = [...found.filter(([n]) => n !== here[0]), here].sort(([a], [b]) => a - b);
  return [
    {
      label: name,
      ...blue,
      kind: "theory",
      points: [1, 1000].map((n) => [n, predictedDeviation({...options, n})])
    },
    {label: name, ...blue, kind: "dots", points: dots}
  ];
}

const dashes = [undefined, "9 4", "2 4", "12 3 2 3"];
const hues = ["var(--accent)", "var(--orange)", "var(--purple)", "var(--green)"];

/** A weight of each hidden neuron, that from the first input, from step to step. */
export const neuronLines = ({parameters}: Training, name: (neuron: number) => string): Line[] =>
  hues.map((color, i) => ({
    label: name(i + 1),
    color,
    dash: dashes[i],
    points: parameters.map((all, step) => [step, all[sizes[0] * i]])
  }));

const style: Readonly<Record<Beginning, Pick<Line, "color" | "dash">>> = {
  zeros: {color: "var(--purple)", dash: "2 4"},
  equal: {color: "var(--orange)", dash: "9 4"},
  nearly: {color: "var(--green)", dash: "12 3 2 3"},
  random: blue
};

/** Where the lines of a half-width chart are named, off the lines themselves: at a step, and by pixels from there. */
const besideCost: Readonly<Record<Beginning, Omit<Place, "y">>> = {
  zeros: {x: 590, dy: -6, anchor: "end"},
  equal: {x: 590, dy: 18, anchor: "end"},
  nearly: {x: 380, dx: -6, dy: 0, anchor: "end"},
  random: {x: 200, dy: -8}
};
const besideApart = {
  nearly: {x: 250, dx: 8, dy: 8},
  random: {x: 120, dy: 16}
};

/** The cost of each training. */
export const costLines = (found: readonly Training[], names: Readonly<Record<Beginning, string>>): Line[] =>
  found.map(({beginning, costs}) => ({
    label: names[beginning],
    nameAt: {...besideCost[beginning], y: costs[besideCost[beginning].x]},
    ...style[beginning],
    points: costs.map((cost, step) => [step, cost])
  }));

/** How far apart the hidden neurons are in each training; those that are the same have no place on a logarithmic axis. */
export const apartLines = (found: readonly Training[], names: Readonly<Record<Beginning, string>>): Line[] =>
  found.flatMap(({beginning, parameters}) => {
    if (beginning !== "nearly" && beginning !== "random") return [];
    const place = besideApart[beginning];
    return {
      label: names[beginning],
      nameAt: {...place, y: apart(parameters[place.x])},
      ...style[beginning],
      points: parameters.map((all, step) => [step, apart(all)])
    };
  });

const scales = ["var(--purple)", "var(--orange)", "var(--accent)", "var(--green)", "var(--red)"];

/** The highest cost of the picture: what rises above it is said in words. */
export const highest = 1e6;

/** The cost of each scale's training; a mark where it has no numbers any more. */
export const scaleLines = (found: readonly ScaleStep[], name: (factor: number) => string): Line[] =>
  factors.flatMap((factor, k): Line[] => {
    const points = found.filter((step) => step.factor === factor).map(({step, cost}) => [step, cost]);
    const line = {
      label: name(factor),
      color: scales[k],
      dash: ["2 4", "9 4", undefined, "12 3 2 3", "5 3"][k]
    };
    const gone = points.filter(([, cost]) => !Number.isFinite(cost));
    return [
      {...line, points},
      {...line, kind: "dots", points: gone}
    ];
  });
