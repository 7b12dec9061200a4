import type {Exercise} from "./exercise.js";

/** A function that a reader has written; its inputs are the exercise's business. */
type Answer = (...inputs: never[]) => unknown;

/** The exercises, each loaded when its cell is opened. */
export const exercises: Readonly<Record<string, () => Promise<Exercise<Answer>>>> = {
  backwardLayer: async () => (await import("./backwardLayer.js")).backwardLayer,
  initialWeights: async () => (await import("./initialWeights.js")).initialWeights,
  batches: async () => (await import("./batches.js")).batches,
  ema: async () => (await import("./ema.js")).ema,
  adamStep: async () => (await import("./adamStep.js")).adamStep,
  fitScaler: async () => (await import("./fitScaler.js")).fitScaler
};
