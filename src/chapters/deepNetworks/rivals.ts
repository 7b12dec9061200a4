import {type Activation, relu, sigmoid} from "../../lib/activations.js";
import {circles} from "../../lib/datasets/circles.js";
import type {Dataset} from "../../lib/datasets/dataset.js";
import {moons} from "../../lib/datasets/moons.js";
import {spirals} from "../../lib/datasets/spirals.js";
import {glorotNormal, heNormal} from "../../lib/initializers.js";
import {type Network, network} from "../../lib/network.js";
import {random} from "../../lib/random.js";

export type DataName = "spirals" | "moons" | "circles";

/** A hundred points of each of two classes, within the maps. */
export function dataOf(name: DataName, turns: number): Dataset {
  const options = {random: random(1), samples: 200};
  if (name === "circles") return circles({...options, noise: 0.08});
  if (name === "moons") return fitted(moons({...options, noise: 0.1}), [0.5, 0.25]);
  return spirals({...options, turns, noise: 0.012});
}

/** The moons around the origin, as large as the others. */
function fitted({X, Y}: Dataset, middle: readonly [number, number]): Dataset {
  const data = X.data.map((x, k) => 0.85 * (x - middle[Math.floor(k / X.columns)]));
  return {X: {...X, data}, Y};
}

/** The sizes of a network with three layers of a width, and of one with a single layer and exactly as many parameters. */
export const shapesOf = (width: number): Readonly<Record<RivalName, readonly number[]>> => ({
  shallow: [2, (width * (width + 3)) / 2, 1],
  deep: [2, width, width, width, 1]
});

export const rivalNames = ["shallow", "deep"] as const;
export type RivalName = (typeof rivalNames)[number];

/** A network of such sizes with first weights of its own for every draw: He's for ReLU, else Glorot's. */
export function drawn(sizes: readonly number[], activation: Activation, draw: number): Network {
  return network({
    sizes,
    activations: [...sizes.slice(2).map(() => activation), sigmoid],
    initializer: activation === relu ? heNormal : glorotNormal,
    random: random(draw)
  });
}
