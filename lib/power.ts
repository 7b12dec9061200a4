/**
 * The power b^e: for a whole e up to 64 by multiplication (b¹³ = b⁸ · b⁴ · b), else as exp(e ln b).
 *
 * JavaScript's own `**` is left to the engine, and its last bits differ between Node and Chromium; products, exp and
 * ln agree. Multiplication is exact where few bits are needed; exp is better where rounding would add up. The
 * relative error stays below 1e-14 while the power is between e⁻⁴⁰ and e⁴⁰.
 */
export function power(base: number, exponent: number): number {
  const few = Math.abs(exponent) <= 64 || base <= 0;
  if (!(few && Number.isInteger(exponent))) return Math.exp(exponent * Math.log(base));
  let result = 1;
  let square = base;
  for (let n = Math.abs(exponent); n > 0; n = Math.floor(n / 2)) {
    if (n % 2 === 1) result *= square;
    square *= square;
  }
  return exponent < 0 ? 1 / result : result;
}
