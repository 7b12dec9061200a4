import * as tf from "@tensorflow/tfjs";
import {setWasmPaths} from "@tensorflow/tfjs-backend-wasm";
import {relu} from "../../lib/index.js";
import type {Workload} from "../workloads.js";
import {batchesOf, type Contender, fromSampleRows, sampleRows, versioned} from "./contender.js";

// in a page the modules lie beside it; in Node the package finds them itself
if (typeof window !== "undefined") setWasmPaths("./");

/** TensorFlow.js: the operations of its core with its own optimizer, on tensors that are made before. */
export const tensorflow = (backend: "cpu" | "wasm"): Contender => ({
  name: `${versioned("TensorFlow.js", "@tensorflow/tfjs")}, ${backend}`,
  async begin(workload: Workload) {
    const prepare = async () => void (await tf.setBackend(backend));
    await prepare();
    const {sizes, batchSize, X} = workload;
    const layers = workload.begin().layers.map(({weights, bias}) => ({
      weights: tf.variable(tf.tensor2d(Float32Array.from(weights.data), [weights.rows, weights.columns])),
      bias: tf.variable(tf.tensor1d(Float32Array.from(bias)))
    }));
    const activation = workload.hidden === relu ? "relu" : "tanh";
    const forward = (inputs: tf.Tensor2D): tf.Tensor2D =>
      layers.reduce((A, {weights, bias}, l) => {
        const Z: tf.Tensor2D = A.matMul(weights, false, true).add(bias);
        return l === layers.length - 1 ? Z : Z[activation]();
      }, inputs);
    const loss = workload.hidden === relu ? tf.losses.softmaxCrossEntropy : tf.losses.meanSquaredError;
    const batches = batchesOf(workload).map(({inputs, targets}) => ({
      inputs: tf.tensor2d(inputs, [batchSize, sizes[0]]),
      targets: tf.tensor2d(targets, [batchSize, sizes.at(-1)!])
    }));
    const optimizer = tf.train.sgd(workload.learningRate);
    let step = 0;
    return {
      prepare,
      advance(count) {
        for (let k = 0; k < count; ++k) {
          const {inputs, targets} = batches[step++ % batches.length];
          optimizer.minimize(() => loss(targets, forward(inputs)) as tf.Scalar);
        }
      },
      async outputs() {
        const all = tf.tensor2d(sampleRows(X, 0, X.columns), [X.columns, sizes[0]]);
        return fromSampleRows(await forward(all).data(), sizes.at(-1)!);
      }
    };
  }
});
