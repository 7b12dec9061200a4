import {blockUntilReady, defaultDevice, init, jit, nn, numpy as np, valueAndGrad} from "@jax-js/jax";
import {relu} from "../../lib/index.js";
import type {Workload} from "../workloads.js";
import {batchesOf, type Contender, fromSampleRows, sampleRows, versioned} from "./contender.js";

type Parameters = {weights: np.Array; bias: np.Array}[];

/** jax-js: an update is one compiled function, on arrays that are made before. An array is used up by its use. */
export const jax: Contender = {
  name: `${versioned("jax-js", "@jax-js/jax")}, wasm`,
  async begin(workload: Workload) {
    await init("wasm");
    defaultDevice("wasm");
    const {sizes, batchSize, X, learningRate} = workload;
    const last = sizes.length - 2;
    const hidden = workload.hidden === relu ? nn.relu : np.tanh;
    const forward = (parameters: Parameters, inputs: np.Array): np.Array =>
      parameters.reduce((A, {weights, bias}, l) => {
        const Z = np.matmul(A, weights.ref).add(bias.ref);
        return l === last ? Z : hidden(Z);
      }, inputs);
    const cost = (parameters: Parameters, inputs: np.Array, targets: np.Array): np.Array => {
      const outputs = forward(parameters, inputs);
      return workload.hidden === relu
        ? nn
            .logSoftmax(outputs)
            .mul(targets)
            .sum()
            .mul(-1 / batchSize)
        : np.square(outputs.sub(targets)).mean();
    };
    const update = jit((parameters: Parameters, inputs: np.Array, targets: np.Array): Parameters => {
      const held = parameters.map(({weights, bias}) => ({weights: weights.ref, bias: bias.ref}));
      const [value, slopes] = valueAndGrad(cost)(held, inputs, targets);
      value.dispose();
      return parameters.map(({weights, bias}, l) => ({
        weights: weights.sub(slopes[l].weights.mul(learningRate)),
        bias: bias.sub(slopes[l].bias.mul(learningRate))
      }));
    });
    let parameters: Parameters = workload.begin().layers.map(({weights, bias}) => ({
      weights: np.array(Float32Array.from(weights.data)).reshape([weights.rows, weights.columns]).transpose(),
      bias: np.array(Float32Array.from(bias))
    }));
    const batches = batchesOf(workload).map(({inputs, targets}) => ({
      inputs: np.array(inputs).reshape([batchSize, sizes[0]]),
      targets: np.array(targets).reshape([batchSize, sizes.at(-1)!])
    }));
    let step = 0;
    return {
      async advance(count) {
        for (let k = 0; k < count; ++k) {
          const {inputs, targets} = batches[step++ % batches.length];
          parameters = update(parameters, inputs.ref, targets.ref);
        }
        await blockUntilReady(parameters);
      },
      async outputs() {
        const all = np.array(sampleRows(X, 0, X.columns)).reshape([X.columns, sizes[0]]);
        return fromSampleRows(await forward(parameters, all).data(), sizes.at(-1)!);
      }
    };
  }
};
