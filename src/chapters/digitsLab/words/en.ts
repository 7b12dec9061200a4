import type {DigitsWords} from "../words.js";

export const words: DigitsWords = {
  controls: "The hyperparameters",
  hyperparameters: {tag: "hyperparameters", text: "You set them, before the training."},
  parameters: {
    tag: "parameters",
    text: (formula, count) =>
      `The training sets them: ${formula} = ${count.toLocaleString("en")} weights and biases.`
  },
  inputs: {
    layers: "Hidden layers",
    width: "Neurons in each",
    activation: "Activation",
    initializer: "First weights",
    optimizer: "Optimizer",
    alpha: "Learning rate",
    schedule: "Schedule",
    batch: "Batch size",
    scaling: "Pixels",
    split: "Held back for the test",
    seed: "Seed",
    epochs: "Epochs"
  },
  activations: {
    relu: "ReLU",
    leaky: "leaky ReLU",
    elu: "ELU",
    gelu: "GELU",
    silu: "SiLU",
    softplus: "softplus",
    tanh: "tanh",
    sigmoid: "sigmoid",
    linear: "none (linear)"
  },
  initializers: {
    he: "He, variance 2/n",
    xavier: "Xavier",
    lecun: "variance 1/n",
    orthogonal: "orthogonal",
    large: "N(0, 1)",
    tiny: "N(0, 0.01²)",
    zeros: "zeros"
  },
  schedules: {
    constant: "constant",
    inverse: "1/(1 + 0.1 epoch)",
    exponential: "0.95^epoch",
    step: "× 0.3 twice",
    cosine: "cosine",
    warmup: "warm-up, cosine",
    cycle: "one cycle"
  },
  scalings: {raw: "0 … 16", sixteenth: "÷ 16", standardized: "standardized"},
  splits: {fourth: "every fourth digit", writers: "the last 450"},
  batch: (size) => `batch ${size}`,
  seed: (seed) => `seed ${seed}`,
  questions: {
    ceiling: {
      question:
        "A network with 32 hidden neurons is trained until not one of the 1,347 training digits is wrong. How many of the 450 that it has never seen will it read?",
      answers: [
        {value: "all", label: "all of them"},
        {value: "most", label: "about 440"},
        {value: "fewer", label: "about 400"}
      ],
      right: "most",
      because:
        "It has the training set by heart, but some ten of the unseen digits are written as none of the others was."
    },
    weights: {
      question:
        "Five hidden layers instead of one, and first weights drawn from N(0, 0.01²). How many test digits does it read after 20 epochs?",
      answers: [
        {value: "better", label: "more: it is deeper"},
        {value: "same", label: "about as many"},
        {value: "chance", label: "no more than by guessing"}
      ],
      right: "chance",
      because:
        "Each layer makes the signal some 25 times smaller; after five of them nothing of the digit is left, and nothing of the gradient on the way back."
    },
    optimizers: {
      question: "Which comes to 95 % on the test set first?",
      answers: [
        {value: "adam", label: "Adam at its usual 0.001"},
        {value: "descent", label: "plain gradient descent at 0.1"},
        {value: "even", label: "neither, they are even"}
      ],
      right: "descent",
      because:
        "It needs three to five epochs, Adam at 0.001 seven to eleven. Adam at 0.01 would need one or two: a rate belongs to its optimizer and its data."
    }
  },
  desk: {
    label: "Training",
    runs: "the list of runs",
    runsRule: "must be one that this page has written, of at most four runs",
    train: "Train",
    stop: "Stop",
    resume: "Continue",
    extend: (epochs) => `Continue to ${epochs} epochs`,
    full: "Four runs are kept: drop one, or take its mark away, to train another.",
    changed:
      "The settings have changed: “Train” begins a new run with them, in place of the one that is not kept.",
    compare: "Compare:",
    comparisons: {
      scaling: "what standardizing buys",
      weights: "first weights",
      optimizers: "optimizers",
      writers: "new writers"
    },
    progress: "Epochs done",
    pace: (epochs, perSecond) => `epoch ${epochs} · ${Math.round(perSecond)} epochs a second`,
    training: (run) => `Run ${run} is training.`,
    stopped: (run, epochs) => `Run ${run} was stopped after ${epochs} epochs.`,
    finished: (run, epochs, right, all) =>
      `Run ${run} has finished ${epochs} epochs and reads ${right} of the ${all} test digits.`,
    diverged: (run, updates) => `Run ${run} diverged at update ${updates}.`,
    refused: (run, problem) => `Run ${run} cannot be trained: ${problem}.`,
    loaded: (run, right, all) => `Run ${run} comes from a file and reads ${right} of the ${all} test digits.`
  },
  table: {
    caption: "The runs",
    columns: [
      "run (chosen: shown below)",
      "epochs",
      "right, training",
      "right, test",
      "cost, test",
      "epochs to 95 %",
      "best, test",
      "keep",
      "drop"
    ],
    show: (run) => `Show run ${run}`,
    keep: (run) => `Keep run ${run} for comparison`,
    drop: (run) => `Drop run ${run}`,
    never: "—",
    statuses: {
      new: "not trained yet",
      waiting: "waiting",
      training: "training",
      stopped: "stopped",
      finished: "finished",
      diverged: "diverged",
      refused: "refused",
      loaded: "loaded"
    }
  },
  fromFile: (file) => `from ${file}`,
  curves: {test: "test", train: "training"},
  chart: {
    cost: "Cost against epochs, of each run on the test set and on the training set",
    accuracy:
      "Share of digits read right against epochs, of each run on the test set and on the training set",
    epoch: "epoch",
    costAxis: "cost",
    accuracyAxis: "right"
  },
  gallery: "Digits of the test set",
  digit: (label) => `a ${label}`,
  pixels: "The pixels of the digit",
  pixel: (row, column, value) => `row ${row}, column ${column}: ${value}`,
  confusion: {
    label: "What the test digits are taken for",
    summary: (right, all) => `What the test digits are taken for: ${right} of ${all} are right`,
    truth: "written",
    answer: "read as",
    cell: (truth, answer, count) =>
      truth === answer ? `${truth} read right: ${count}` : `${truth} read as ${answer}: ${count}`
  },
  mistakes: {
    label: "Test digits that are read wrong",
    shown: (shown, all) =>
      shown < all
        ? `The ${shown} surest of ${all} mistakes: written → read as.`
        : `All ${all} mistakes, the surest first: written → read as.`,
    of: (truth, answer) =>
      truth === answer
        ? `Digits ${truth} that are read right.`
        : `Digits ${truth} that are read as ${answer}.`,
    none: "There is none.",
    one: (truth, answer, share) => `A ${truth} of the test set, read as ${answer} with ${share}.`
  },
  activation: {
    label: (answer, share) =>
      `The digit on its way through the network, which reads a ${answer} with ${share}`,
    input: "pixels",
    hidden: (layer, neurons) => `layer ${layer}: ${neurons}`,
    output: "answer",
    neuron: (layer, neuron, value) => `layer ${layer}, neuron ${neuron + 1}: ${value}`,
    cursor: "Neuron"
  },
  inspected: {
    test: (label) => `A ${label} of the test set.`,
    train: (label) => `A ${label} of the training set.`,
    own: "The digit that you drew."
  },
  neuron: {
    title: (layer, neuron) =>
      `What excites neuron ${neuron + 1} of layer ${layer} most, of the training digits:`,
    label: "The training digits that excite the neuron most",
    one: (label, value) => `a ${label}, ${value}`,
    pictures: "Pictures of the first layer",
    added: "what the training added, W − W₀",
    weights: "the weights, W",
    weight: (neuron) => `weights of neuron ${neuron + 1}`
  },
  pad: {
    label: "Draw a digit",
    seen: "What the network gets",
    empty: "Draw a digit: with mouse, pen or finger; or with the arrow keys and the space bar.",
    answer: (digit, share, second, secondShare) =>
      `The network reads a ${digit}, with ${share}; next comes ${second}, with ${secondShare}.`
  },
  file: {
    save: "Save the weights as JSON",
    load: "Load weights from a file",
    refused: {
      damaged: (file, detail) => `${file} is damaged, and the network stays as it is: ${detail}.`,
      foreign: (file, detail) =>
        `${file} holds no network of this lab, and the network stays as it is: ${detail}.`,
      newer: (file, detail) =>
        `${file} was written by a newer version of this page, and the network stays as it is: ${detail}.`
    },
    loaded: (file) => `The network of ${file} is loaded.`,
    name: "digits-weights"
  }
};
