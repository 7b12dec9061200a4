import {evaluator} from "../../lib/evaluator.js";
import {softmaxCrossEntropy} from "../../lib/losses.js";
import type {Prepared, Samples} from "./prepare.js";
import type {Run} from "./runBook.js";
import {usual} from "./settings.js";
import type {LabNetwork} from "./weightsFile.js";

/** A run of a network that was trained before, measured on both sets. */
export function loadedRun(
  {network, scaling, split}: LabNetwork,
  {train, test}: Prepared,
  file: string
): Pick<Run, "settings" | "marks" | "file"> {
  const {sizes} = network;
  const measure = ({X, Y}: Samples) =>
    evaluator({network, loss: softmaxCrossEntropy, X, Y, precision: "single"})();
  return {
    file,
    settings: {...usual, scaling, split, layers: sizes.length - 2, width: sizes[1]},
    marks: [{epoch: 0, train: measure(train), test: measure(test)}]
  };
}
