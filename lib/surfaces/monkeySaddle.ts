import {surface} from "./surface.js";

/** The monkey saddle: f = x³ − 3xy², whose Hessian at the saddle is zero and decides nothing. */
export const monkeySaddle = surface({
  name: "monkeySaddle",
  domain: [
    [-1.5, 1.5],
    [-1.5, 1.5]
  ],
  saddles: [[0, 0]],
  value: (x, y) => x * (x * x - 3 * y * y),
  gradient: (x, y) => [3 * (x * x - y * y), -6 * x * y],
  hessian: (x, y) => [6 * x, -6 * y, -6 * x]
});
