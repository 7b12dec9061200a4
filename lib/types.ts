/** A flat vector in double precision: all parameters, one gradient, one feature. */
export type Vector = Float64Array;

/** A rows × columns matrix, row-major: entry (i, j) is `data[i * columns + j]`. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly data: Vector;
}

/** What is minimized: parameters θ to its value J(θ) and gradient ∇J(θ), the gradient as long as θ. */
export type Objective = (parameters: Vector) => {value: number; gradient: Vector};

/** The learning rate in force during an epoch (or before an update), counted from 0. */
export type Schedule = (epoch: number) => number;

/** A source of uniform numbers in [0, 1); make one with `random(seed)`. */
export type Random = () => number;
