export type {Dataset, DatasetOptions} from "./dataset.js";
export {circles} from "./circles.js";
export {moons} from "./moons.js";
export {spirals} from "./spirals.js";
export {gaussians} from "./gaussians.js";
export {linear} from "./linear.js";
export {split} from "./split.js";
export {oneHot} from "./oneHot.js";
