/**
 * bⁿ for a whole n ≥ 0, by multiplication: b¹³ = b⁸ · b⁴ · b.
 *
 * JavaScript leaves the last bits of `**` to the engine; products are the same everywhere. The relative error is
 * about n/2 units in the last place, so that 1 − βⁿ has no more of it than β's own rounding gives.
 */
export function wholePower(base: number, n: number): number {
  let result = 1;
  let square = base;
  for (let rest = n; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result *= square;
    square *= square;
  }
  return result;
}
