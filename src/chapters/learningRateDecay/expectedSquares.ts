/**
 * E[x²] after 0, 1, 2 … steps of noisy gradient descent on ½x² from a start, for the rate of each step:
 *
 *     E[x²] ← (1 − α)² E[x²] + α² σ²
 *
 * All along the way what the engine's `expectedSquare` says of its end.
 */
export function expectedSquares(rates: readonly number[], deviation: number, start: number): number[] {
  let square = start ** 2;
  return [
    square,
    ...rates.map((alpha) => {
      square = (1 - alpha) ** 2 * square + (alpha * deviation) ** 2;
      return square;
    })
  ];
}
