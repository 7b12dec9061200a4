import {beale} from "../../lib/surfaces/beale.js";
import {doubleWell} from "../../lib/surfaces/doubleWell.js";
import {himmelblau} from "../../lib/surfaces/himmelblau.js";
import {plateau} from "../../lib/surfaces/plateau.js";
import {quadratic} from "../../lib/surfaces/quadratic.js";
import {rastrigin} from "../../lib/surfaces/rastrigin.js";
import {rosenbrock} from "../../lib/surfaces/rosenbrock.js";
import {rotated} from "../../lib/surfaces/rotated.js";
import {styblinskiTang} from "../../lib/surfaces/styblinskiTang.js";
import type {Surface} from "../../lib/surfaces/surface.js";
import type {Objective} from "../../lib/types.js";
import type {ContourData, Point} from "../../components/contour.js";

/** What the optimizers run over, and the plane in which their runs are drawn. */
export interface RaceCourse {
  readonly objective: Objective;
  readonly plane: ContourData;
  /** The value of the deepest minimum: costs are counted from it. */
  readonly floor: number;
  /** The parameters at a place of the plane. */
  enter(place: Point): ArrayLike<number>;
  /** The place of the plane that is nearest to parameters. */
  project(parameters: ArrayLike<number>): Point;
  /** A step takes so long that runs have to be done in portions. */
  readonly slow: boolean;
}

interface Ground {
  readonly surface: (kappa: number) => Surface;
  /** Where the race starts unless the reader says otherwise, before the surface is turned. */
  readonly start: Point;
  /** The part of the plane that is drawn, where it is not the surface's own. */
  readonly domain?: readonly [Point, Point];
}

/** The surfaces of the race, by the name that the address has for each. */
export const grounds = {
  ravine: {
    surface: (kappa) => quadratic({a: 1, b: kappa}),
    start: [-1.7, 0.6],
    domain: [
      [-2.4, 2.4],
      [-1.4, 1.4]
    ]
  },
  saddle: {surface: () => doubleWell, start: [-1.6, 0.001]},
  plateau: {surface: () => plateau, start: [-2.6, 1.2]},
  rosenbrock: {surface: () => rosenbrock, start: [-1.2, 1]},
  beale: {surface: () => beale, start: [1, 2]},
  himmelblau: {
    surface: () => himmelblau,
    start: [-0.5, -0.5]
  },
  rastrigin: {surface: () => rastrigin, start: [-3.4, 2.3]},
  styblinskiTang: {surface: () => styblinskiTang, start: [0.5, 4.2]}
} as const satisfies Readonly<Record<string, Ground>>;

export type GroundName = keyof typeof grounds;

/** Where the race starts in the plane of the network: the weights as they were drawn. */
export const networkStart = [0, 0] as const;

/** The course over a surface, turned by an angle in radians. */
export function surfaceCourse(name: GroundName, {kappa = 100, angle = 0} = {}): RaceCourse {
  const ground: Ground = grounds[name];
  const plain = ground.surface(kappa);
  const objective = angle === 0 ? plain : rotated(plain, angle);
  const {minima, saddles, domain} = objective;
  return {
    objective,
    plane: {
      value: (x, y) => objective(Float64Array.of(x, y)).value,
      domain: ground.domain ?? domain,
      minima,
      saddles
    },
    floor: plain(Float64Array.from(plain.minima[0])).value,
    enter: (place) => place,
    project: (parameters) => [parameters[0], parameters[1]],
    slow: false
  };
}
