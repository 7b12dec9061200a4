import {wholePower} from "./wholePower.js";

// Elementary functions from + − × ÷ alone. JavaScript leaves the last bits of its own to each engine, and they differ
// from one version of Node or Chromium to the next; these give the same run everywhere, at about one unit in the
// last place. Each reduces its argument exactly (Cody & Waite 1980) and sums a Taylor series.

/** ln 2 and π/2 in parts: multiples of the first have no rounding error, the last holds what the others leave. */
const ln2 = [0.6931471824645996, -1.904654299957768e-9];
const halfπ = [1.5707963705062866, -4.371138828673793e-8, -1.7151244994428829e-15];

/** 1/n! for n = 0 … 19 */
const inverseFactorials = Float64Array.from({length: 20});
inverseFactorials.forEach((_, n) => {
  inverseFactorials[n] = n === 0 ? 1 : inverseFactorials[n - 1] / n;
});

/** 2ⁿ for n = −1074 … 1023, at the index n + 1074 */
const powersOfTwo = Float64Array.from({length: 2098});
powersOfTwo.forEach((_, k) => {
  powersOfTwo[k] = k === 0 ? Number.MIN_VALUE : 2 * powersOfTwo[k - 1];
});

/** eˣ = 2ᵏ eʳ with k = x / ln 2, rounded, and r = x − k ln 2. */
export function exp(x: number): number {
  if (x > 709.8) return Infinity;
  if (x < -745.2) return 0;
  const k = Math.round(x / ln2[0]);
  const [high, low] = [x - k * ln2[0], k * ln2[1]];
  const r = high - low;
  let sum = 0;
  for (let n = 13; n >= 2; n--) sum = sum * r + inverseFactorials[n];
  const lost = high - r - low;
  return timesPowerOfTwo(1 + (r + (r * r * sum + lost)), k);
}

/** eˣ − 1, small where x is. */
export function expm1(x: number): number {
  if (Math.abs(x) > 0.35) return exp(x) - 1;
  let sum = 0;
  for (let n = 14; n >= 1; n--) sum = sum * x + inverseFactorials[n];
  return x * sum;
}

/** ln x = k ln 2 + ln m with x = 2ᵏ m and m between √½ and √2. */
export function log(x: number): number {
  if (!(x > 0 && x < Infinity)) return x === 0 ? -Infinity : x > 0 ? Infinity : Number.NaN;
  const [k, m] = binaryParts(x);
  return k * ln2[0] + (k * ln2[1] + twiceArtanh((m - 1) / (m + 1)));
}

/** ln(1 + x), small where x is. */
export function log1p(x: number): number {
  return x > -0.29 && x < 0.41 ? twiceArtanh(x / (2 + x)) : log(1 + x);
}

/** tanh x = (e²ˣ − 1) / (e²ˣ + 1) */
export function tanh(x: number): number {
  if (Math.abs(x) > 22) return Math.sign(x);
  const t = expm1(2 * Math.abs(x));
  return (Math.sign(x) * t) / (t + 2);
}

/** The sine of an angle, from the angle that is left after k quarter turns. */
export function sine(x: number): number {
  return afterTurns(x, 0);
}

/** The cosine: the sine a quarter turn ahead. */
export function cosine(x: number): number {
  return afterTurns(x, 1);
}

/**
 * b^e, by multiplication where e is whole and at most 8, else as exp(e ln b). The exponential turns an absolute error
 * of its argument into a relative one, so ln b and the product carry what their rounding leaves.
 */
export function power(base: number, exponent: number): number {
  if (Number.isInteger(exponent) && exponent >= 0 && exponent <= 8) return wholePower(base, exponent);
  const [logarithm, rest] = logInParts(base);
  const argument = exponent * logarithm;
  if (!(argument !== 0 && Math.abs(argument) < 746)) return exp(argument);
  return exp(argument) * (1 + (lostByProduct(exponent, logarithm, argument) + exponent * rest));
}

/** x = 2ᵏ m with m between √½ and √2. */
function binaryParts(x: number): [k: number, m: number] {
  // an engine may round log2 as it likes: the next two lines decide
  const k = Math.round(Math.log2(x));
  const m = timesPowerOfTwo(x, -k);
  if (m > Math.SQRT2) return [k + 1, m / 2];
  return m < Math.SQRT1_2 ? [k - 1, m * 2] : [k, m];
}

/** ln x and what its rounding leaves: all but the small terms of the series are followed to twice their digits. */
function logInParts(x: number): [logarithm: number, rest: number] {
  if (!(x > 0 && x < Infinity)) return [log(x), 0];
  const [k, m] = binaryParts(x);
  const s = (m - 1) / (m + 1);
  const taken = s * (m + 1);
  const lost = (m - 1 - taken - lostByProduct(s, m + 1, taken) - s * (m - (m + 1 - 1))) / (m + 1);
  const [turns, twice] = [k * ln2[0], 2 * s];
  const head = turns + twice;
  const tail = turns - head + twice + (k * ln2[1] + 2 * lost + artanhTail(s));
  return [head + tail, head - (head + tail) + tail];
}

/** What rounding takes from a product, a b − fl(a b): from halves of the factors, whose products are exact (Dekker 1971). */
function lostByProduct(a: number, b: number, product: number): number {
  const [aHigh, bHigh] = [upperHalf(a), upperHalf(b)];
  const [aLow, bLow] = [a - aHigh, b - bHigh];
  return aHigh * bHigh - product + aHigh * bLow + aLow * bHigh + aLow * bLow;
}

/** The upper 26 of a number's 53 binary digits (Veltkamp 1968). */
function upperHalf(x: number): number {
  const scaled = x * 134217729;
  return scaled - (scaled - x);
}

/** The sine of x and so many quarter turns more. */
function afterTurns(x: number, turns: number): number {
  const k = Math.round(x / (Math.PI / 2));
  const r = x - k * halfπ[0] - k * halfπ[1] - k * halfπ[2];
  const quarter = (((k + turns) % 4) + 4) % 4;
  const value = quarter % 2 === 0 ? r * alternating(19, r * r) : alternating(18, r * r);
  return quarter < 2 ? value : -value;
}

/** The series 1/n! − x/(n + 2)! + x²/(n + 4)! − … up to 1/last!, from n = 0 or 1. */
function alternating(last: number, x: number): number {
  let sum = 0;
  for (let n = last; n >= 0; n -= 2) sum = inverseFactorials[n] - sum * x;
  return sum;
}

/** ln((1 + s) / (1 − s)) = 2 (s + s³/3 + s⁵/5 + …) for |s| < 0.18 */
function twiceArtanh(s: number): number {
  return 2 * s + artanhTail(s);
}

/** Its terms after the first, 2 (s³/3 + s⁵/5 + …) */
function artanhTail(s: number): number {
  let sum = 0;
  for (let n = 23; n >= 3; n -= 2) sum = sum * s * s + 1 / n;
  return 2 * s * s * s * sum;
}

/** x 2ᵏ in two steps, of which neither leaves the number range before its time. */
function timesPowerOfTwo(x: number, k: number): number {
  const half = Math.trunc(k / 2);
  return x * powersOfTwo[half + 1074] * powersOfTwo[k - half + 1074];
}
