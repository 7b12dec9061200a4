import type {Entrant} from "../../components/laboratory.js";
import type {LineStyle} from "../../components/key.js";
import {depthEscapeTime} from "../../lib/diagnostics/depthEscapeTime.js";
import {escapeTime} from "../../lib/diagnostics/escapeTime.js";
import {adam} from "../../lib/optimizers/adam.js";
import {gradientDescent} from "../../lib/optimizers/gradientDescent.js";
import {momentum} from "../../lib/optimizers/momentum.js";
import type {Optimizer} from "../../lib/optimizers/optimizer.js";
import {rmsprop} from "../../lib/optimizers/rmsprop.js";
import type {Saddle} from "./saddles.js";

/** What the reader sets for all optimizers alike; β is also Adam's β₁. */
export interface Settings {
  readonly learningRate: number;
  readonly beta: number;
  readonly form: "ema" | "classical";
}

/** The optimizers of the chapter, by the name that the address has for each. */
export const rivals = {
  gd: ({learningRate}) => gradientDescent({learningRate}),
  momentum: (settings) => momentum(settings),
  rmsprop: ({learningRate, beta}) => rmsprop({learningRate, beta}),
  adam: ({learningRate, beta}) => adam({learningRate, beta1: beta})
} as const satisfies Readonly<Record<string, (settings: Settings) => Optimizer>>;

export type RivalName = keyof typeof rivals;
export const rivalNames = Object.keys(rivals) as readonly RivalName[]; // the keys of a literal are its names

const styles: Readonly<Record<RivalName, Omit<LineStyle, "label">>> = {
  gd: {color: "var(--foreground)"},
  momentum: {color: "var(--orange)", dash: "9 4"},
  rmsprop: {color: "var(--green)", dash: "2 4"},
  adam: {color: "var(--purple)", dash: "12 4 2 4"}
};

/** An optimizer of the chapter in its line's style. */
export interface Rival extends Entrant {
  readonly name: RivalName;
}

/** The optimizers that run, as the settings make them. */
export const rivalsOf = (
  names: readonly RivalName[],
  settings: Settings,
  labels: Readonly<Record<RivalName, string>>
): Rival[] =>
  names.map((name) => ({name, label: labels[name], ...styles[name], optimizer: rivals[name](settings)}));

/**
 * The steps that theory gives a rival for the escape from an offset, or null where there is no theory.
 *
 * Beside the plain saddle it is the theory of the surface's quadratic part, for nets that of small steps.
 */
export function theory(
  name: RivalName,
  {goal, depth, curvature}: Saddle,
  settings: Settings,
  start: number
): number | null {
  const {learningRate, beta, form} = settings;
  if ("cost" in goal)
    return name === "gd" && start > 0 ? depthEscapeTime({depth, learningRate, start, ...goal}) : null;
  if (curvature === 0 || (name !== "gd" && name !== "momentum")) return null;
  const memory = name === "momentum" ? {beta, form} : {};
  return escapeTime({learningRate, curvature, start, distance: goal.offset, ...memory});
}
