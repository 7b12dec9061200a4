import {descend, type Step} from "../lib/descend.js";
import {noisy} from "../lib/noisy.js";
import type {Optimizer} from "../lib/optimizers/optimizer.js";
import {random} from "../lib/random.js";
import {type Trajectory, trajectory} from "../lib/trajectory.js";
import type {Objective, Vector} from "../lib/types.js";
import type {LineStyle} from "./key.js";

/** An optimizer, and how its line looks in every picture. */
export interface Entrant extends LineStyle {
  readonly optimizer: Optimizer;
}

/** What all run over: from where, how far, and with how much noise in the gradient. */
export interface Course {
  readonly objective: Objective;
  readonly start: ArrayLike<number>;
  readonly steps: number;
  /** The deviation σ of the noise, and the seed that gives every optimizer the same. */
  readonly noise?: {readonly deviation: number; readonly seed: number};
}

/** A run: its line, and where it went. It is a trail of the contours and of the relief. */
export interface Run extends Entrant, Trajectory {
  /** The gradients that the optimizer was given at each point. */
  readonly gradients: readonly Vector[];
  /** The whole state at a step, with gradient and the optimizer's own: the last one for a step beyond it. */
  at(step: number): Step;
}

/**
 * A laboratory that runs optimizers from one start; only what has changed runs anew.
 *
 *     const run = laboratory();                                    // once, in a cell of its own
 *     const runs = run(entrants, {objective: saddle, start, steps: 500});
 *
 * An optimizer has changed when its name or one of its options has, the course when its objective is another one.
 */
export function laboratory(): (entrants: readonly Entrant[], course: Course) => readonly Run[] {
  const kept = new Map<string, {entrant: Entrant; course: Course; run: Run}>();
  return (entrants, course) =>
    entrants.map((entrant) => {
      const before = kept.get(entrant.label);
      const same = before && sameEntrant(before.entrant, entrant) && sameCourse(before.course, course);
      const run = same ? before.run : runOf(entrant, course);
      kept.set(entrant.label, {entrant, course, run});
      return run;
    });
}

function runOf(entrant: Entrant, {objective, start, steps, noise}: Course): Run {
  const blurred = (): Objective =>
    noise?.deviation ? noisy(objective, {deviation: noise.deviation, random: random(noise.seed)}) : objective;
  const [gradients, slope]: [Vector[], Objective] = [[], blurred()];
  const heard: Objective = (parameters) => {
    const found = slope(parameters);
    gradients.push(found.gradient);
    return found;
  };
  return {
    ...entrant,
    ...trajectory(heard, entrant.optimizer, start, steps),
    gradients,
    at(step) {
      let reached: Step | undefined;
      for (reached of descend(blurred(), entrant.optimizer, start)) if (reached.step >= step) break;
      return reached!; // a descent has at least its start
    }
  };
}

const sameEntrant = (a: Entrant, b: Entrant): boolean =>
  a.color === b.color &&
  a.dash === b.dash &&
  (a.optimizer === b.optimizer ||
    (a.optimizer.name === b.optimizer.name && sameEntries(a.optimizer.options, b.optimizer.options)));

const sameCourse = (a: Course, b: Course): boolean =>
  a.objective === b.objective &&
  a.steps === b.steps &&
  sameEntries(a.noise, b.noise) &&
  sameEntries({...Array.from(a.start)}, {...Array.from(b.start)});

function sameEntries(a: object | undefined, b: object | undefined): boolean {
  if (!a || !b) return a === b;
  const [ours, theirs] = [Object.entries(a), new Map(Object.entries(b))];
  return ours.length === theirs.size && ours.every(([name, value]) => Object.is(theirs.get(name), value));
}
