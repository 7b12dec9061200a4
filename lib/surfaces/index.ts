import {ackley} from "./ackley.js";
import {beale} from "./beale.js";
import {booth} from "./booth.js";
import {bowl} from "./bowl.js";
import {doubleWell} from "./doubleWell.js";
import {himmelblau} from "./himmelblau.js";
import {linearNet} from "./linearNet.js";
import {matyas} from "./matyas.js";
import {monkeySaddle} from "./monkeySaddle.js";
import {plateau} from "./plateau.js";
import {quadratic} from "./quadratic.js";
import {rastrigin} from "./rastrigin.js";
import {rosenbrock} from "./rosenbrock.js";
import {saddle} from "./saddle.js";
import {styblinskiTang} from "./styblinskiTang.js";
import {threeHumpCamel} from "./threeHumpCamel.js";

export type {Point, Surface} from "./surface.js";
export {scalarNet} from "./scalarNet.js";
export {rotated, turned} from "./rotated.js";

/** All surfaces: bowls and ravines, saddles, valleys, and those of many minima. */
export const surfaces = {
  bowl,
  quadratic,
  booth,
  matyas,
  plateau,
  saddle,
  monkeySaddle,
  doubleWell,
  linearNet,
  rosenbrock,
  beale,
  himmelblau,
  styblinskiTang,
  threeHumpCamel,
  rastrigin,
  ackley
};
