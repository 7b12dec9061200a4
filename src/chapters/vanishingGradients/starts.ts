import type {UnitName} from "./weightBank.js";

/** A way to choose the first weights: which unit, and how many times as large, σ_w √n, at a width and a deviation σ. */
export interface Start {
  readonly unit: UnitName;
  readonly scale: (width: number, sigma: number) => number;
}

export const startNames = ["lecun", "xavier", "he", "normal", "orthogonal", "constant", "zeros"] as const;
export type StartName = (typeof startNames)[number];

/** All layers are as wide as the inputs, so Xavier's 2 / (fanIn + fanOut) is LeCun's 1 / fanIn. */
export const starts: Readonly<Record<StartName, Start>> = {
  lecun: {unit: "normal", scale: () => 1},
  xavier: {unit: "normal", scale: () => 1},
  he: {unit: "normal", scale: () => Math.SQRT2},
  normal: {unit: "normal", scale: (width, sigma) => sigma * Math.sqrt(width)},
  orthogonal: {unit: "orthogonal", scale: () => 1},
  constant: {unit: "ones", scale: (width, sigma) => sigma * Math.sqrt(width)},
  zeros: {unit: "ones", scale: () => 0}
};
