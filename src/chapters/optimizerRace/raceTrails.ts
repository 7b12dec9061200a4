import type {StateGlyph} from "../../components/contour/stateGlyphs.js";
import type {Point, Trail} from "../../components/contour.js";
import type {Run} from "../../components/laboratory.js";
import type {RaceCourse} from "./courses.js";

/** A run as the picture shows it, with what its optimizer remembers. */
export interface RaceTrail extends Trail {
  readonly glyph: (step: number) => StateGlyph | null;
}

/** The runs in the plane of a course. */
export const raceTrails = (runs: readonly Run[], course: RaceCourse): RaceTrail[] =>
  runs.map((run) => {
    const points = course.slow ? run.points.map(course.project) : run.points;
    const glyph = (step: number): StateGlyph | null =>
      step === 0
        ? null
        : {velocity: velocityAt(points, step), box: course.slow ? undefined : boxAt(run, step, course)};
    return {...run, points, glyph};
  });

/** What `stateGlyphs` asks for. */
export const raceGlyph = (trail: Trail, step: number): StateGlyph | null =>
  "glyph" in trail ? (trail as RaceTrail).glyph(step) : null; // only raceTrails gives a trail a glyph

/** The last step, four times as long. */
const velocityAt = (points: readonly ArrayLike<number>[], step: number): Point => {
  const [from, to] = [points[step - 1], points[step]];
  return [4 * (to[0] - from[0]), 4 * (to[1] - from[1])];
};

/** √s along each axis, the longer of the two a twentieth of the picture; undefined for an optimizer that keeps no s. */
function boxAt({optimizer, gradients}: Run, step: number, {plane}: RaceCourse): Point | undefined {
  const [state, parameters] = [optimizer.init(2), new Float64Array(2)];
  const s = squaresIn(state);
  if (!s) return undefined;
  for (let t = 0; t < step; ++t) optimizer.update(parameters, gradients[t], state); // s hears gradients alone
  const [across, up] = [Math.sqrt(s[0]), Math.sqrt(s[1])];
  const [[left, right]] = plane.domain;
  const unit = (0.05 * (right - left)) / Math.max(across, up);
  return Number.isFinite(unit) ? [unit * across, unit * up] : undefined;
}

function squaresIn(state: unknown): Float64Array | undefined {
  const parts = state as Readonly<Record<string, Float64Array>>; // a state is plain data by name
  return parts.secondMoment ?? parts.accumulator ?? parts.squaredGradient;
}
