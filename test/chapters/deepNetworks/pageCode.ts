import {drawnExample, type Example} from "../../../src/chapters/deepNetworks/example.js";
import type {LayerCode} from "../../../src/chapters/deepNetworks/ledger.js";
import {
  addColumn,
  combine,
  map,
  multiply,
  multiplyTransposed,
  tanh,
  transposedMultiply
} from "../../../lib/index.js";

/** The two functions as the page shows them. */
export const pageCode: LayerCode = {
  forwardLayer({weights: W, bias: b, activation: g}, A) {
    const Z = addColumn(multiply(W, A), b);
    return {Z, A: map(Z, (z) => g(z))};
  },
  backwardLayer({weights: W, activation: g}, da, z, before) {
    const dz = combine(da, z, (d, z) => d * g.derivative(z));
    const dW = multiplyTransposed(dz, before);
    return {dz, dW, db: dz, dBefore: transposedMultiply(W, dz)};
  }
};

/** The chapter's network with so many samples. */
export const courseExample = (samples = 8, activation = tanh): Example =>
  drawnExample({sizes: [3, 5, 5, 3, 1], samples, activations: [activation, activation, activation]});
