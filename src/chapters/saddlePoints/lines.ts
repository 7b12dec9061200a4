import type {Run} from "../../components/laboratory.js";
import type {Line} from "../../components/lineChart.js";
import {depthEscapeTime} from "../../lib/diagnostics/depthEscapeTime.js";
import {growthFactor} from "../../lib/diagnostics/escapeTime.js";
import {curvatures} from "./curvatures.js";
import {type DepthEscape, depths, learningRate as depthRate} from "./depths.js";
import type {Escape} from "./escapes.js";
import {type Rival, type Settings, theory} from "./rivals.js";
import type {Saddle} from "./saddles.js";
import {type Share, theoreticalShares} from "./signs.js";

const styleOf = ({label, color, dash}: Omit<Line, "points">) => ({label, color, dash});

/** The shares of minima among random Hessians beside those of coin flips. */
export function shareLines(shares: readonly Share[], names: {coins: string; matrices: string}): Line[] {
  const matrices = {label: names.matrices, color: "var(--red)"};
  return [
    {
      label: names.coins,
      color: "var(--muted)",
      dash: "2 4",
      points: [1, 2, 3, 4].map((n) => [n, 1 / 2 ** n])
    },
    {...matrices, kind: "theory", points: theoreticalShares.map((share, i) => [i + 1, share])},
    {...matrices, kind: "dots", points: shares.map(({size, share}) => [size, share])}
  ];
}

/** The distances of runs from the ridge until they are far, and the growth that theory gives near the saddle. */
export function distanceLines(
  saddle: Saddle,
  runs: readonly Run[],
  rivals: readonly Rival[],
  settings: Settings,
  offset: number
): Line[] {
  const walked = runs.map((run) => {
    const offsets = run.points.map((point) => Math.abs(saddle.coordinates(point)[1]));
    const far = offsets.findIndex((distance) => distance > 3);
    return {
      ...styleOf(run),
      points: (far < 0 ? offsets : offsets.slice(0, far)).map((distance, t) => [t, distance])
    };
  });
  return [...walked, ...rivals.flatMap((rival) => growthLine(saddle, rival, settings, offset) ?? [])];
}

function growthLine({curvature}: Saddle, rival: Rival, settings: Settings, offset: number): Line | null {
  const {learningRate, beta, form} = settings;
  if (offset === 0 || curvature === 0 || (rival.name !== "gd" && rival.name !== "momentum")) return null;
  const memory = rival.name === "momentum" ? {beta, form} : {};
  const end = Math.log(1 / offset) / Math.log(growthFactor({learningRate, curvature, ...memory}));
  const points = [
    [0, offset],
    [end, 1]
  ];
  return {...styleOf(rival), kind: "theory", points};
}

/** The least eigenvalue of the Hessian along each run, and as thin dashes the greatest. */
export const curvatureLines = (saddle: Saddle, runs: readonly Run[]): Line[] =>
  runs.flatMap((run) => {
    const found = curvatures(saddle, run.points);
    return [
      {...styleOf(run), points: found.map(({step, least}) => [step, least])},
      {...styleOf(run), kind: "theory", points: found.map(({step, most}) => [step, most])}
    ];
  });

/** The steps of the escapes as dots on the lines of the theory. */
export function escapeLines(
  saddle: Saddle,
  rivals: readonly Rival[],
  escapes: readonly Escape[],
  settings: Settings
): Line[] {
  const offsets = Array.from({length: 25}, (_, i) => 10 ** ((i - 24) / 2));
  return rivals.flatMap((rival) => {
    const own = escapes.filter((found) => found.rival.name === rival.name);
    return [
      {
        ...styleOf(rival),
        kind: "theory",
        points: offsets.map((x) => [x, theory(rival.name, saddle, settings, x) ?? Number.NaN])
      },
      {...styleOf(rival), kind: "dots", points: own.map(({offset, steps}) => [offset, steps]).reverse()}
    ];
  });
}

const depthColors = ["var(--blue)", "var(--ochre)", "var(--red)"];

/** The escapes of nets of each depth as dots on the lines of the theory. */
export function depthLines(found: readonly DepthEscape[], nameOf: (depth: number) => string): Line[] {
  const starts = Array.from({length: 26}, (_, i) => 10 ** (-3 + i / 10));
  return depths.flatMap((depth, k) => {
    const style = {label: nameOf(depth), color: depthColors[k]};
    const own = found.filter((run) => run.depth === depth);
    return [
      {
        ...style,
        kind: "theory",
        points: starts.map((start) => [start, depthEscapeTime({depth, learningRate: depthRate, start})])
      },
      {...style, kind: "dots", points: own.map(({start, steps}) => [start, steps]).reverse()}
    ];
  });
}
