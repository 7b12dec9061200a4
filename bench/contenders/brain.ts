// the package itself asks for streams, which a page has not
import brainjs from "brain.js/dist/neural-network.js";
import {meanSquaredError, relu} from "../../lib/index.js";
import type {Workload} from "../workloads.js";
import {type Contender, fromSampleRows, sampleRows, versioned, weightsInto} from "./contender.js";

/** brain.js: sample by sample, with an update after each; one activation for all layers, and one loss. */
export const brain: Contender = {
  name: `${versioned("brain.js", "brain.js")}, online`,
  online: true,
  loss: meanSquaredError,
  begin(workload: Workload) {
    const {sizes, batchSize, X, Y, learningRate} = workload;
    const net = new brainjs.default({activation: workload.hidden === relu ? "relu" : "tanh"});
    net.sizes = sizes;
    net.initialize();
    for (const [l, {weights, bias}] of workload.begin().layers.entries()) {
      for (const [i, row] of net.weights[l + 1].entries()) row.set(weightsInto(weights, i));
      net.biases[l + 1].set(bias);
    }
    net.trainOpts = {learningRate: learningRate / batchSize, momentum: 0};
    const samples = Array.from({length: X.columns}, (_, sample) => ({
      input: Array.from(sampleRows(X, sample, 1)),
      output: Array.from(sampleRows(Y, sample, 1))
    }));
    let step = 0;
    return {
      advance(count) {
        for (let k = 0; k < count * batchSize; ++k) net.trainPattern(samples[step++ % samples.length]);
      },
      outputs: () =>
        fromSampleRows(
          samples.flatMap(({input}) => Array.from(net.runInput(input))),
          sizes.at(-1)!
        )
    };
  }
};
