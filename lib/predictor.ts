import {checkInputs, type Network} from "./network.js";
import {kernelModule} from "./simd/kernelModule.js";
import {singlePredictor} from "./simd/singlePredictor.js";
import type {Matrix} from "./types.js";

/**
 * What the layers of a network make of the same samples again and again, each time as the network stands then:
 * A⁽¹⁾ … A⁽ᴸ⁾, a column a sample, in single precision in a fraction of the time that `forward` takes.
 *
 * @throws RangeError when X does not fit the network; TypeError in single precision when an activation is not the engine's
 */
export function predictor(
  network: Network,
  X: Matrix,
  {precision = "double"}: {readonly precision?: "single" | "double"} = {}
): () => readonly Matrix[] {
  checkInputs(network, X);
  const module = precision === "single" && kernelModule();
  return module ? singlePredictor(module, network, X) : () => network.forward(X).A;
}
