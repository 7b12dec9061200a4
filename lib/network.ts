import type {Activation} from "./activations.js";
import {
  checkArray,
  checkEntries,
  checkFunction,
  checkInteger,
  checkKind,
  checkRandom,
  describe
} from "./checks.js";
import type {Initializer} from "./initializers.js";
import type {Loss} from "./losses.js";
import {map, shape} from "./matrix.js";
import {
  backward,
  countParameters,
  type Derivatives,
  forward,
  type Layer,
  layerViews,
  type Pass
} from "./propagation.js";
import type {Matrix, Objective, Random, Vector} from "./types.js";

/** Dense layers over one flat vector of parameters: W⁽¹⁾ row by row, b⁽¹⁾, W⁽²⁾, b⁽²⁾ … */
export interface Network {
  readonly sizes: readonly number[];
  readonly parameters: Vector;
  readonly layers: readonly Layer[];
  forward(X: Matrix): Pass;
  backward(X: Matrix, Y: Matrix, loss: Loss, pass: Pass): Derivatives;
}

/** The sizes n₀ … n_L, an activation for each of the layers 1 … L, and how the first weights are drawn. */
export interface NetworkOptions {
  readonly sizes: readonly number[];
  readonly activations: readonly Activation[];
  readonly initializer: Initializer;
  readonly random?: Random;
}

/**
 * A network of dense layers with sizes n₀, n₁ … n_L and an activation a layer; weights drawn, biases zero.
 *
 *     Z⁽ˡ⁾ = W⁽ˡ⁾ A⁽ˡ⁻¹⁾ + b⁽ˡ⁾      A⁽ˡ⁾ = g⁽ˡ⁾(Z⁽ˡ⁾)            A⁽⁰⁾ = X, n₀ × m, a column a sample
 *     dA⁽ᴸ⁾ = ∂𝓛/∂A⁽ᴸ⁾               dA⁽ˡ⁾ = W⁽ˡ⁺¹⁾ᵀ dZ⁽ˡ⁺¹⁾      dZ⁽ˡ⁾ = dA⁽ˡ⁾ * g⁽ˡ⁾′(Z⁽ˡ⁾)
 *     dW⁽ˡ⁾ = (1/m) dZ⁽ˡ⁾ A⁽ˡ⁻¹⁾ᵀ     db⁽ˡ⁾ = (1/m) Σ columns of dZ⁽ˡ⁾
 *
 * dZ and dA stack the derivatives of each sample's loss; the mean over the samples enters with dW and db.
 *
 * @throws RangeError when a size is not a positive integer, or activations or drawn weights do not fit the sizes;
 *   TypeError when an argument is of another kind, or random is missing where weights are drawn
 */
export function network({sizes, activations, initializer, random = noRandom}: NetworkOptions): Network {
  checkLayers(sizes, activations);
  checkFunction({initializer}, "an initializer");
  checkRandom(random);
  const made = networkOver(new Float64Array(countParameters(sizes)), sizes, activations);
  for (const {weights} of made.layers) {
    const drawn = initializer(weights.rows, weights.columns, random);
    if (drawn.length !== weights.data.length)
      throw new RangeError(`initializer must give ${weights.data.length} weights; got ${drawn.length}`);
    checkEntries("initial weights", drawn);
    weights.data.set(drawn);
  }
  return made;
}

/**
 * The network whose layers look into the given parameters, which are not copied.
 *
 * @throws RangeError when sizes, activations and the number of parameters do not fit each other; TypeError when they are
 *   of another kind
 */
export function networkOver(
  parameters: Vector,
  layerSizes: readonly number[],
  activations: readonly Activation[]
): Network {
  checkLayers(layerSizes, activations);
  const sizes = [...layerSizes];
  if (!(parameters instanceof Float64Array))
    throw new TypeError(`parameters must be a Float64Array; got ${describe(parameters)}`);
  const count = countParameters(sizes);
  if (parameters.length !== count)
    throw new RangeError(`parameters must have ${count} entries; got ${parameters.length}`);
  const layers = layerViews(parameters, sizes).map((view, l) => ({...view, activation: activations[l]}));
  return {
    sizes,
    parameters,
    layers,
    forward(X) {
      checkRows(sizes, X);
      return forward(layers, X);
    },
    backward(X, Y, loss, pass) {
      checkRows(sizes, X);
      const samples = pass.A[0].columns;
      if (X.columns !== samples)
        throw new RangeError(`X must be of the pass's ${samples} samples; got ${shape(X)}`);
      return backward(layers, X, Y, loss, pass);
    }
  };
}

/**
 * The cost of a network on data as a function of its parameters, with the gradient. The network stays as it is.
 *
 * @throws RangeError when X or Y does not fit the network, or holds a number that is not finite
 */
export function objective(network: Network, loss: Loss, X: Matrix, Y: Matrix): Objective {
  checkData(network, loss, X, Y);
  const {sizes} = network;
  const activations = network.layers.map(({activation}) => activation);
  return (parameters) => {
    const moved = networkOver(parameters, sizes, activations);
    const {cost, gradient} = moved.backward(X, Y, loss, moved.forward(X));
    return {value: cost, gradient};
  };
}

/**
 * Refuses data that a network cannot learn from or be measured on with a loss; messages name them after the prefix.
 *
 * @throws TypeError when network, loss or data are of another kind; RangeError when X is not n₀ × m or Y not n_L × m
 *   with the same m > 0, an entry is not finite, or a target not one that the loss allows
 */
export function checkData(network: Network, loss: Loss, X: Matrix, Y: Matrix, prefix = ""): void {
  checkKind("network", network, "forward", "a network");
  checkKind("loss", loss, "gradient", "a loss");
  const {sizes} = network;
  const outputs = sizes[sizes.length - 1];
  checkInputs(network, X, prefix);
  checkMatrix(`${prefix}Y`, Y);
  if (Y.rows !== outputs || Y.columns !== X.columns)
    throw new RangeError(
      `${prefix}Y must be ${outputs}×${X.columns}, an output a row, a sample a column; got ${shape(Y)}`
    );
  loss(
    map(Y, () => 0.5), // any prediction will do: the loss checks the targets
    Y
  );
}

/**
 * Refuses inputs that a network cannot take; messages name them after the prefix.
 *
 * @throws TypeError when X is no matrix; RangeError when it is not n₀ × m with m > 0, or an entry is not finite
 */
export function checkInputs({sizes}: Network, X: Matrix, prefix = ""): void {
  checkMatrix(`${prefix}X`, X);
  checkRows(sizes, X, `${prefix}X`);
}

function checkMatrix(name: string, M: Matrix): void {
  if (!(M?.data instanceof Float64Array)) throw new TypeError(`${name} must be a matrix; got ${describe(M)}`);
  if (!(M.columns > 0))
    throw new RangeError(`${name} must hold at least one sample, a column; got ${shape(M)}`);
  if (M.data.length !== M.rows * M.columns)
    throw new RangeError(`${name} must hold ${shape(M)} entries; got ${M.data.length}`);
  checkEntries(name, M.data);
}

function checkRows([features]: readonly number[], X: Matrix, name = "X"): void {
  if (X.rows !== features)
    throw new RangeError(`${name} must have ${features} rows, one a feature; got ${shape(X)}`);
}

function checkLayers(sizes: readonly number[], activations: readonly Activation[]): void {
  checkArray({sizes, activations});
  if (sizes.length < 2) throw new RangeError(`sizes must name inputs and outputs at least; got [${sizes}]`);
  for (const [l, size] of sizes.entries()) checkInteger({[`sizes[${l}]`]: size});
  if (activations.length !== sizes.length - 1)
    throw new RangeError(`activations must be ${sizes.length - 1}, one a layer; got ${activations.length}`);
  for (const [l, g] of activations.entries())
    checkKind(`activations[${l}]`, g, "derivative", "an activation");
}

function noRandom(): never {
  throw new TypeError("random must be given to an initializer that draws; got undefined");
}
