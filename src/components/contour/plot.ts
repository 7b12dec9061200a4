import type {ScaleLinear} from "d3-scale";
import type {Selection} from "d3-selection";
import type {LineStyle} from "../key.js";

/** A place in the plane. */
export type Point = readonly [number, number];

/** A path over the surface: where an optimizer went. A run of the laboratory is one. */
export interface Trail extends LineStyle {
  /** x and y after 0, 1, 2 … steps. */
  readonly points: readonly ArrayLike<number>[];
  /** The slope |g| at each point. */
  readonly slopes?: readonly number[];
  /** Said behind its name. */
  readonly note?: string;
  /** The step at which it left the range of numbers. */
  readonly divergedAt?: number | null;
}

/** The plane of a contour picture, as its layers see it. */
export interface Plot {
  /** Where the layer draws, in pixels of the picture; what leaves the frame is cut off. */
  readonly root: Selection<SVGGElement, undefined, null, undefined>;
  readonly x: ScaleLinear<number, number>;
  readonly y: ScaleLinear<number, number>;
}

/**
 * A part of a contour picture: it draws what stands still when it is made, and gives back what draws the rest.
 * `step` is the last step to show, possibly beyond a trail's end.
 */
export type Layer = (plot: Plot) => (trails: readonly Trail[], step: number) => void;
