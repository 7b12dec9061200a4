import {range} from "d3-array";
import {softmax} from "../../lib/activations.js";
import {classes} from "../../lib/evaluate.js";
import type {Network} from "../../lib/network.js";
import {predictor} from "../../lib/predictor.js";
import type {Matrix} from "../../lib/types.js";
import type {Prepared, Samples} from "./prepare.js";

/** The network that is examined, and its digits. */
export interface Examined {
  readonly network: Network;
  readonly prepared: Prepared;
}

/** An answer that is not what the writer meant. */
export interface Mistake {
  /** The digit's column in the test set. */
  readonly sample: number;
  readonly label: number;
  readonly answer: number;
  /** The probability that the network gave its answer. */
  readonly share: number;
}

/** How a network does on the test set. */
export interface Examination {
  readonly answers: Uint32Array;
  /** How often each digit was taken for each: digit × 10 + answer. */
  readonly counts: Uint32Array;
  /** The surest first. */
  readonly mistakes: readonly Mistake[];
}

export interface Examiner {
  examine(examined: Examined): Examination;
  /** The training digits that excite a neuron most, by column, with its activation; layers count from 1. */
  exciters(
    examined: Examined,
    layer: number,
    neuron: number,
    count: number
  ): {sample: number; value: number}[];
}

/** Examines networks; what belongs to one network and its data is made once, while they stay. */
export function examiner(): Examiner {
  const onTest = remembering(({test}) => test);
  const onTrain = remembering(({train}) => train);
  return {
    examine(examined) {
      const A = onTest(examined);
      return judge(A[A.length - 1], examined.prepared.test.labels);
    },
    exciters(examined, layer, neuron, count) {
      const {columns, data} = onTrain(examined)[layer - 1];
      const values = data.subarray(neuron * columns, (neuron + 1) * columns);
      const order = range(columns).sort((a, b) => values[b] - values[a]);
      return order.slice(0, count).map((sample) => ({sample, value: values[sample]}));
    }
  };
}

/** The layers' activations on one of the sets, of the network as it stands. */
function remembering(choose: (prepared: Prepared) => Samples): (examined: Examined) => readonly Matrix[] {
  let last: (Examined & {readonly predict: () => readonly Matrix[]}) | null = null;
  return ({network, prepared}) => {
    if (last?.network !== network || last.prepared !== prepared)
      last = {network, prepared, predict: predictor(network, choose(prepared).X, {precision: "single"})};
    return last.predict();
  };
}

function judge(logits: Matrix, labels: Uint8Array): Examination {
  const answers = classes(logits);
  const {data, columns} = softmax(logits);
  const counts = new Uint32Array(100);
  labels.forEach((label, sample) => {
    counts[10 * label + answers[sample]] += 1;
  });
  const mistakes = range(columns)
    .filter((sample) => answers[sample] !== labels[sample])
    .map((sample) => {
      const [label, answer] = [labels[sample], answers[sample]];
      return {sample, label, answer, share: data[answer * columns + sample]};
    });
  return {answers, counts, mistakes: mistakes.sort((a, b) => b.share - a.share)};
}
