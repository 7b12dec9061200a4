import {Architect, Neuron} from "synaptic";
import type {Workload} from "../workloads.js";
import {type Contender, fromSampleRows, sampleRows, versioned} from "./contender.js";

/** synaptic: neuron by neuron, with an update after each sample. */
export const synaptic: Contender = {
  name: `${versioned("synaptic", "synaptic")}, online`,
  online: true,
  // it writes a program for every connection, too many for a large network
  accepts: ({sizes}) => sizes[0] < 100,
  begin({sizes, batchSize, X, Y, learningRate}: Workload) {
    const net = new Architect.Perceptron(...sizes);
    for (const layer of net.layers.hidden) layer.set({squash: Neuron.squash.TANH});
    net.layers.output.set({squash: Neuron.squash.IDENTITY});
    const samples = Array.from({length: X.columns}, (_, sample) => ({
      input: Array.from(sampleRows(X, sample, 1)),
      target: Array.from(sampleRows(Y, sample, 1))
    }));
    let step = 0;
    return {
      advance(count) {
        for (let k = 0; k < count * batchSize; ++k) {
          const {input, target} = samples[step++ % samples.length];
          net.activate(input);
          // its weights begin smaller than the others', and need a larger rate
          net.propagate(learningRate, target);
        }
      },
      outputs: () =>
        fromSampleRows(
          samples.flatMap(({input}) => net.activate(input)),
          sizes.at(-1)!
        )
    };
  }
};
