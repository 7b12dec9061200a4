import {gradientDescent, train} from "../../lib/index.js";
import type {Workload} from "../workloads.js";
import type {Contender} from "./contender.js";

/** This engine as its callers use it: `train`, which gathers each batch from the data itself. */
export const descent = (precision: "single" | "double"): Contender => ({
  name: `Descent, ${precision === "single" ? "float32" : "float64"}`,
  begin({X, Y, loss, batchSize, learningRate, begin}: Workload) {
    const network = begin();
    const optimizer = gradientDescent({learningRate});
    const training = train({network, loss, X, Y, optimizer, batchSize, epochs: 2 ** 31, precision});
    return {
      advance(count) {
        for (let k = 0; k < count; ++k) training.next();
      },
      outputs: () => network.forward(X).A.at(-1)!
    };
  }
});
