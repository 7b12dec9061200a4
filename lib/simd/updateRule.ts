import {type LearningRate, type Optimizer, rateAt} from "../optimizers/optimizer.js";
import {wholePower} from "../wholePower.js";
import type {OptimizerKind} from "./plan.js";
import type {Coefficients} from "./singleNetwork.js";

/** How the kernels do what an optimizer does. */
export interface UpdateRule {
  readonly kind: OptimizerKind;
  /** The part of the optimizer's state that each moment is. */
  readonly firstMoment?: string;
  readonly secondMoment?: string;
  /** The coefficients of step t, counted from 1. */
  at(t: number): Coefficients;
}

interface Options {
  readonly learningRate: LearningRate;
  readonly beta: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  readonly epsilonInside: boolean;
  readonly form: "ema" | "classical";
  readonly correctBias: boolean;
  readonly weightDecay: number;
}

/** The rule of an optimizer that the kernels know, from its name and options; of any other there is none. */
export function updateRule<State>({name, options}: Optimizer<State>): UpdateRule | undefined {
  // a reader's own optimizer may be called as ours, but tells no options
  if (!options || !Object.hasOwn(rules, name)) return undefined;
  // the options of that name's optimizer, which has checked them
  return rules[name](options as unknown as Options);
}

const rules: Readonly<Record<string, (options: Options) => UpdateRule>> = {
  gradientDescent({learningRate}) {
    const rate = rateAt(learningRate);
    return {kind: "gradientDescent", at: (t) => ({rate: rate(t)})};
  },

  momentum({learningRate, beta, form, correctBias}) {
    const rate = rateAt(learningRate);
    const share = form === "ema" ? 1 - beta : 1;
    const at = (t: number) => ({
      rate: rate(t) / (correctBias ? 1 - wholePower(beta, t) : 1),
      keep: beta,
      share
    });
    return {kind: "momentum", firstMoment: "velocity", at};
  },

  nesterov({learningRate, beta}) {
    const rate = rateAt(learningRate);
    return {kind: "nesterov", firstMoment: "velocity", at: (t) => ({rate: rate(t), keep: beta})};
  },

  rmsprop({learningRate, beta, ...options}) {
    const rate = rateAt(learningRate);
    const constant = {keep2: beta, share2: 1 - beta, ...epsilons(options)};
    return {kind: "rmsprop", secondMoment: "secondMoment", at: (t) => ({rate: rate(t), ...constant})};
  },

  adam: (options) => adam({...options, weightDecay: 0}),
  adamw: (options) => adam(options)
};

function adam({learningRate, beta1, beta2, weightDecay, ...options}: Options): UpdateRule {
  const rate = rateAt(learningRate);
  const constant = {keep: beta1, share: 1 - beta1, keep2: beta2, share2: 1 - beta2, ...epsilons(options)};
  return {
    kind: "adam",
    firstMoment: "firstMoment",
    secondMoment: "secondMoment",
    at: (t) => ({
      rate: rate(t) / (1 - wholePower(beta1, t)),
      correction2: 1 / (1 - wholePower(beta2, t)),
      shrink: 1 - rate(t) * weightDecay,
      ...constant
    })
  };
}

const epsilons = ({epsilon, epsilonInside}: Pick<Options, "epsilon" | "epsilonInside">) =>
  epsilonInside ? {inside: epsilon} : {outside: epsilon};
