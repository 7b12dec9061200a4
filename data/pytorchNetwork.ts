/** A layer of a network as PyTorch computed it: dZ and dA of each sample's loss, dW and db of the mean. */
export interface PytorchLayer {
  readonly Z: readonly number[][];
  readonly A: readonly number[][];
  readonly dZ: readonly number[][];
  readonly dA: readonly number[][];
  readonly dW: readonly number[][];
  readonly db: readonly number[][];
}

/** A small network, its samples, and what PyTorch made of them. */
export interface PytorchNetwork {
  readonly sizes: readonly number[];
  readonly activations: readonly string[];
  /** W⁽¹⁾ row by row, b⁽¹⁾, W⁽²⁾ … */
  readonly parameters: readonly number[];
  readonly X: readonly number[][];
  readonly Y: readonly number[][];
  readonly cost: number;
  readonly layers: readonly PytorchLayer[];
}

/** What is read of a case of the reference file. */
interface GoldenCase extends Omit<PytorchNetwork, "parameters" | "layers"> {
  readonly id: string;
  readonly parameters: readonly {readonly W: readonly number[][]; readonly b: readonly number[][]}[];
  readonly layers: readonly (Omit<PytorchLayer, "dZ" | "dA"> & {
    readonly course_dZ: readonly number[][];
    readonly course_dA: readonly number[][];
  })[];
}

/**
 * The case of a file of reference values that pages show.
 *
 * @throws RangeError when the file has no case of that name
 */
export function pytorchNetwork({cases}: {readonly cases: readonly GoldenCase[]}, id: string): PytorchNetwork {
  const found = cases.find((one) => one.id === id);
  if (!found) throw new RangeError(`the case must be in the file; got ${id}`);
  const {sizes, activations, parameters, X, Y, cost, layers} = found;
  return {
    sizes,
    activations,
    parameters: parameters.flatMap(({W, b}) => [...W.flat(), ...b.flat()]),
    X,
    Y,
    cost,
    layers: layers.map(({Z, A, course_dZ: dZ, course_dA: dA, dW, db}) => ({Z, A, dZ, dA, dW, db}))
  };
}
