import {sigmoid, tanh} from "../../lib/activations.js";
import {moons} from "../../lib/datasets/moons.js";
import {glorotNormal} from "../../lib/initializers.js";
import {binaryCrossEntropy} from "../../lib/losses.js";
import {network, objective} from "../../lib/network.js";
import {adam} from "../../lib/optimizers/adam.js";
import {random} from "../../lib/random.js";
import {descend} from "../../lib/descend.js";
import type {Vector} from "../../lib/types.js";
import type {RaceCourse} from "./courses.js";

const [columns, rows] = [33, 21];
const referenceSteps = 150;

/**
 * The course over the weights of a network of four layers, [2, 5, 5, 3, 1], on two moons. Its plane goes through the
 * weights as drawn (0, 0), through the end of a run of Adam from there (1, 0), and through the middle of that run;
 * optimizers move in all 67 directions, and the picture shows where they are in these two. It yields while it works.
 */
export function* networkCourse(): Generator<void, RaceCourse> {
  const {X, Y} = moons({samples: 40, noise: 0.12, random: random(7)});
  const drawn = network({
    sizes: [2, 5, 5, 3, 1],
    activations: [tanh, tanh, tanh, sigmoid],
    initializer: glorotNormal,
    random: random(3)
  });
  const cost = objective(drawn, binaryCrossEntropy, X, Y);
  const origin = drawn.parameters.slice();
  const way: Vector[] = [];
  for (const {parameters, step} of descend(cost, adam({learningRate: 0.05}), origin)) {
    way.push(difference(parameters, origin));
    if (step === referenceSteps) break;
    yield;
  }
  const across = way[way.length - 1];
  const length = Math.sqrt(dot(across, across));
  const middle = way[Math.round(way.length / 4)];
  const part = dot(middle, across) / (length * length);
  const beside = middle.map((entry, i) => entry - part * across[i]);
  const scale = length / Math.sqrt(dot(beside, beside));
  const up = beside.map((entry) => entry * scale);

  const enter = ([x, y]: readonly [number, number]): Vector =>
    origin.map((entry, i) => entry + x * across[i] + y * up[i]);
  const domain = [
    [-0.6, 1.8],
    [-0.7, 0.8]
  ] as const;
  const heights: number[] = [];
  for (let k = 0; k < rows * columns; ++k) {
    const [i, j] = [k % columns, Math.floor(k / columns)];
    heights.push(cost(enter([along(domain[0], i / (columns - 1)), along(domain[1], j / (rows - 1))])).value);
    yield;
  }
  return {
    objective: cost,
    plane: {
      domain,
      value: (x, y) => between(heights, (columns - 1) * share(domain[0], x), (rows - 1) * share(domain[1], y))
    },
    floor: 0,
    enter,
    project: (parameters) => {
      const moved = difference(parameters, origin);
      return [dot(moved, across) / (length * length), dot(moved, up) / (length * length)];
    },
    slow: true
  };
}

const difference = (a: ArrayLike<number>, b: Vector): Vector => b.map((entry, i) => a[i] - entry);
const dot = (a: Vector, b: Vector): number => a.reduce((sum, entry, i) => sum + entry * b[i], 0);
const along = ([low, high]: readonly [number, number], part: number): number => low + part * (high - low);
const share = ([low, high]: readonly [number, number], value: number): number => (value - low) / (high - low);

/** The height at a place of a grid, in proportion to the four heights around it. */
function between(heights: readonly number[], column: number, row: number): number {
  const i = Math.min(Math.max(Math.floor(column), 0), columns - 2);
  const j = Math.min(Math.max(Math.floor(row), 0), rows - 2);
  const [s, t] = [column - i, row - j];
  const at = (di: number, dj: number): number => heights[(j + dj) * columns + i + di];
  return (1 - t) * ((1 - s) * at(0, 0) + s * at(1, 0)) + t * ((1 - s) * at(0, 1) + s * at(1, 1));
}
