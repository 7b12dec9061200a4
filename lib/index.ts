export * from "./types.js";
export {random} from "./random.js";
export {matrix, toRows} from "./matrix.js";
