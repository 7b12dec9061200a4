import convnet from "convnetjs";
import {relu} from "../../lib/index.js";
import type {Workload} from "../workloads.js";
import {type Contender, fromSampleRows, sampleRows, versioned, weightsInto} from "./contender.js";

/** convnetjs: sample by sample in JavaScript, with an update after each batch. */
export const convnetjs: Contender = {
  name: versioned("convnetjs", "convnetjs"),
  begin(workload: Workload) {
    const {sizes, batchSize, X, Y} = workload;
    const classifies = workload.hidden === relu;
    const net = new convnet.Net();
    net.makeLayers([
      {type: "input", out_sx: 1, out_sy: 1, out_depth: sizes[0]},
      ...sizes.slice(1, -1).map((num_neurons) => ({
        type: "fc",
        num_neurons,
        activation: classifies ? "relu" : "tanh"
      })),
      classifies ? {type: "softmax", num_classes: 10} : {type: "regression", num_neurons: 1}
    ]);
    const dense = net.layers.filter(({layer_type}) => layer_type === "fc");
    for (const [l, {weights, bias}] of workload.begin().layers.entries()) {
      for (const [i, {w}] of dense[l].filters.entries()) w.set(weightsInto(weights, i));
      dense[l].biases.w.set(bias);
    }
    const samples = Array.from({length: X.columns}, (_, sample) => {
      const volume = new convnet.Vol(1, 1, sizes[0], 0);
      volume.w.set(sampleRows(X, sample, 1));
      const target = Array.from(sampleRows(Y, sample, 1));
      return {volume, target: classifies ? target.indexOf(1) : target};
    });
    // its loss is half the squared error
    const learning_rate = workload.learningRate * (classifies ? 1 : 2);
    const trainer = new convnet.Trainer(net, {
      learning_rate,
      momentum: 0,
      batch_size: batchSize,
      l2_decay: 0
    });
    let step = 0;
    return {
      advance(count) {
        for (let k = 0; k < count * batchSize; ++k) {
          const {volume, target} = samples[step++ % samples.length];
          trainer.train(volume, target);
        }
      },
      outputs: () =>
        fromSampleRows(
          samples.flatMap(({volume}) => {
            net.forward(volume);
            // what goes into the loss layer
            return Array.from(dense.at(-1)!.out_act.w);
          }),
          sizes.at(-1)!
        )
    };
  }
};
