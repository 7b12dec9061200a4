import type {ContourData, Point} from "../../components/contour.js";
import {hessian} from "../../lib/diagnostics/hessian.js";
import {doubleWell} from "../../lib/surfaces/doubleWell.js";
import {linearNet} from "../../lib/surfaces/linearNet.js";
import {monkeySaddle} from "../../lib/surfaces/monkeySaddle.js";
import {saddle} from "../../lib/surfaces/saddle.js";
import {scalarNet} from "../../lib/surfaces/scalarNet.js";
import type {Surface} from "../../lib/surfaces/surface.js";
import type {Matrix, Objective, Vector} from "../../lib/types.js";

/** A surface with a saddle at the origin, and a ridge from which the ground falls to both sides. */
export interface Saddle {
  readonly names: readonly [string, string];
  readonly objective: Objective;
  readonly depth: number;
  /** The surface over the plane that is drawn, for a net of more than two weights a section through it. */
  readonly plane: ContourData;
  /** The parameters at a place of the plane. */
  parameters(place: Point): Vector;
  hessian(parameters: Vector): Matrix;
  /** The place so far along the ridge and so far off it. */
  place(along: number, offset: number): Point;
  /** How far a place, or parameters, are along the ridge and off it. */
  coordinates(place: ArrayLike<number>): Point;
  /** Where along the ridge runs start unless the reader chooses. */
  readonly along: number;
  /** What counts as escaped: a distance from the ridge, or for the nets a cost. */
  readonly goal: {readonly offset: number} | {readonly cost: number};
  /** How strongly the surface bends down across the ridge at the saddle; 0 where the Hessian decides nothing. */
  readonly curvature: number;
}

/** Where x and y are along the ridge and off it. */
const axes = {
  names: ["x", "y"] as const,
  place: (along: number, offset: number): Point => [along, offset],
  coordinates: (place: ArrayLike<number>): Point => [place[0], place[1]],
  along: 1
};

/** Equal weights lead off the ridge, opposite ones along it. */
const weights = {
  place: (along: number, offset: number): Point => [offset + along, offset - along],
  coordinates: (place: ArrayLike<number>): Point => [(place[0] - place[1]) / 2, (place[0] + place[1]) / 2],
  along: 0,
  goal: {cost: 0.05}
};

const ofSurface = (surface: Surface) => ({
  objective: surface,
  depth: 2,
  plane: {...surface, value: (x: number, y: number) => surface(Float64Array.of(x, y)).value},
  parameters: ([x, y]: Point) => Float64Array.of(x, y),
  hessian: surface.hessian
});

/** The section w₂ = … = w_D through the cost of a net of D layers of one weight. */
function ofNet(depth: number) {
  const objective = scalarNet(depth);
  const parameters = ([x, y]: Point): Vector =>
    Float64Array.from({length: depth}, (_, layer) => (layer ? y : x));
  const value = (x: number, y: number): number => objective(parameters([x, y])).value;
  const domain: readonly [Point, Point] = [
    [-1.5, 1.5],
    [-1.5, 1.5]
  ];
  return {
    objective,
    depth,
    parameters,
    plane: {
      value,
      domain,
      minima: [[1, 1]],
      saddles: [[0, 0]]
    } as ContourData,
    hessian: (p: Vector) => hessian(objective, p),
    curvature: 0
  };
}

/** The surfaces of the chapter, by the name that the address has for each. */
export const saddles = {
  saddle: {...ofSurface(saddle), ...axes, goal: {offset: 1}, curvature: 2},
  wells: {...ofSurface(doubleWell), ...axes, goal: {offset: 0.5}, curvature: 2},
  net2: {...ofSurface(linearNet), ...weights, names: ["w₁", "w₂"], curvature: 1},
  net3: {...ofNet(3), ...weights, names: ["w₁", "w₂ = w₃"]},
  net4: {...ofNet(4), ...weights, names: ["w₁", "w₂ = w₃ = w₄"]},
  monkey: {...ofSurface(monkeySaddle), ...axes, goal: {offset: 0.5}, curvature: 0}
} as const satisfies Readonly<Record<string, Saddle>>;

export type SaddleName = keyof typeof saddles;

/** Whether parameters of a value count as escaped. */
export const hasEscaped =
  ({goal, coordinates}: Saddle) =>
  (parameters: Vector, value: number): boolean =>
    "cost" in goal ? value <= goal.cost : Math.abs(coordinates(parameters)[1]) >= goal.offset;
