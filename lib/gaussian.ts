import {exp} from "./elementary.js";

/** The density of the standard normal distribution: φ(z) = exp(−z²/2) / √(2π). */
export function gaussianDensity(z: number): number {
  // z² alone would be rounded, and exp turns that into a relative error of z²/2 ulp; h² is exact.
  const h = Math.fround(z);
  return (exp(-0.5 * h * h) * exp(-0.5 * (z - h) * (z + h))) / Math.sqrt(2 * Math.PI);
}

/**
 * The distribution function of the standard normal, Φ(z) = ∫₋∞ᶻ φ, with small relative error in both tails.
 *
 *     |z| < 2.5   Φ(z) = ½ + φ(z) (z + z³/3 + z⁵/(3·5) + z⁷/(3·5·7) + …)
 *     z ≤ −2.5    Φ(z) = φ(z) / (|z| + 1/(|z| + 2/(|z| + 3/(|z| + …))))        (Laplace)
 *
 * Abramowitz & Stegun 1964, 26.2.11 and 26.2.14.
 */
export function gaussianCumulative(z: number): number {
  if (z >= 2.5) return 1 - lowerTail(z);
  if (z <= -2.5) return lowerTail(-z);
  return 0.5 + gaussianDensity(z) * oddSeries(z);
}

function oddSeries(z: number): number {
  let term = z;
  let sum = z;
  for (let n = 3; Math.abs(term) > 1e-17 * Math.abs(sum); n += 2) {
    term *= (z * z) / n;
    sum += term;
  }
  return sum;
}

function lowerTail(z: number): number {
  if (z > 40) return 0; // below the smallest double, where φ is 0 and z may be infinite
  let fraction = z;
  // 60 levels reach double precision at z = 2.5, and need fewer beyond
  for (let k = 60; k > 0; k--) fraction = z + k / fraction;
  return gaussianDensity(z) / fraction;
}
