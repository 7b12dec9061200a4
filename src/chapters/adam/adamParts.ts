import type {AnatomyPanel, Part} from "../../components/stepAnatomy.js";
import {formatNumber} from "../../components/formatNumber.js";
import type {Objective} from "../../lib/types.js";

/** One coordinate of one step of Adam: the gradient, both moments before and after correction, and the change. */
export interface AdamParts {
  readonly t: number;
  readonly g: number;
  readonly v: number;
  readonly s: number;
  readonly vHat: number;
  readonly sHat: number;
  readonly change: number;
}

export interface AdamRates {
  readonly alpha: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
}

/** How the second moment is corrected: rightly, as the original chapter prints it, or, like the first, not at all. */
export type Correction = "both" | "none" | "misprint";

const atRest: AdamParts = {t: 0, g: 0, v: 0, s: 0, vHat: 0, sHat: 0, change: 0};

/** A walk whose steps are laid open: where it was after each step, and the parts of the step for each coordinate. */
export interface OpenWalk {
  readonly points: readonly (readonly number[])[];
  readonly parts: readonly (readonly AdamParts[])[];
}

/** Walks by a rule for one coordinate, up to a number of steps or to where a number leaves its range. */
export function openWalk(
  objective: Objective,
  step: (g: number, before: AdamParts) => AdamParts,
  {start, steps}: {start: readonly number[]; steps: number}
): OpenWalk {
  const points = [start];
  const parts = [start.map(() => atRest)];
  for (let t = 1; t <= steps; ++t) {
    const {gradient} = objective(Float64Array.from(points[t - 1]));
    const next = parts[t - 1].map((before, i) => step(gradient[i], before));
    const point = points[t - 1].map((at, i) => at + next[i].change);
    if (!point.every(Number.isFinite)) break;
    parts.push(next);
    points.push(point);
  }
  return {points, parts};
}

/** What the anatomy of a step shows: every quantity with the arithmetic that gave it. */
export function anatomyOf(
  titles: readonly string[],
  {parts}: OpenWalk,
  step: number,
  {alpha, beta1, beta2, epsilon, correction}: AdamRates & {correction: Correction}
): AnatomyPanel[] {
  const at = Math.min(step, parts.length - 1);
  return titles.map((title, i) => {
    const [before, now] = [parts[Math.max(0, at - 1)][i], parts[at][i]];
    const [first, second] = correctionFactors(now.t, {beta1, beta2, correction});
    const n = (value: number): string => formatNumber(value, {digits: 3});
    const factor = (value: number): string => (value < 0 ? `(${n(value)})` : n(value));
    const written = (part: Part): Part => (now.t === 0 ? {...part, formula: ""} : part);
    return {
      title,
      parts: [
        {symbol: "g", value: now.g, formula: `∂f/∂${"xy"[i]}`, color: "var(--foreground)", group: 0},
        {
          symbol: "v",
          value: now.v,
          formula: `${n(beta1)} · ${factor(before.v)} + ${n(1 - beta1)} · ${factor(now.g)}`,
          color: "var(--orange)",
          group: 0
        },
        {
          symbol: "v̂",
          value: now.vHat,
          formula: `${n(now.v)} / ${n(first)}`,
          color: "var(--orange)",
          group: 0
        },
        {
          symbol: "√s",
          value: Math.sqrt(now.s),
          formula: `√(${n(beta2)} · ${n(before.s)} + ${n(1 - beta2)} · ${factor(now.g)}²)`,
          color: "var(--green)",
          group: 0
        },
        {
          symbol: "√ŝ",
          value: Math.sqrt(now.sHat),
          formula: `√(${n(now.s)} / ${n(second)})`,
          color: "var(--green)",
          group: 0
        },
        {
          symbol: "Δ",
          value: now.change,
          formula: `−${n(alpha)} · ${factor(now.vHat)} / (${n(Math.sqrt(now.sHat))} + ${n(epsilon)})`,
          color: "var(--purple)",
          group: 1
        }
      ].map(written)
    };
  });
}

/** What divides v and s at step t. */
export function correctionFactors(
  t: number,
  {beta1, beta2, correction}: Pick<AdamRates, "beta1" | "beta2"> & {correction: Correction}
): readonly [number, number] {
  if (correction === "none") return [1, 1];
  return [1 - beta1 ** t, 1 - (correction === "misprint" ? beta1 : beta2) ** t];
}
