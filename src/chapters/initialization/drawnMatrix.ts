import type {Initializer} from "../../lib/initializers.js";
import type {Matrix, Random} from "../../lib/types.js";

/** A matrix whose entries an initializer draws: weights, or inputs that are drawn as weights are. */
export const drawnMatrix = (rows: number, columns: number, draw: Initializer, source: Random): Matrix => ({
  rows,
  columns,
  data: draw(rows, columns, source)
});
