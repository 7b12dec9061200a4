import {momentum} from "../../lib/optimizers/momentum.js";

interface Rule {
  readonly beta: number;
  readonly form: "ema" | "classical";
}

/** The largest αλ with which momentum's runs on a curvature λ still shrink, found by halving between runs. */
export function measuredEdge(rule: Rule): number {
  let [low, high] = [0, 1000];
  while (high - low > 1e-6 * high) {
    const middle = (low + high) / 2;
    if (grows(middle, rule)) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}

/** Whether a run on ½x² is farther out after 2T steps than after T, T long enough to forget its start. */
function grows(learningRate: number, {beta, form}: Rule): boolean {
  const {init, update} = momentum({learningRate, beta, form});
  const [x, state] = [Float64Array.of(1), init(1)];
  const steps = Math.ceil(20 / (1 - beta));
  const run = (): number => {
    for (let t = 0; t < steps; ++t) update(x, x.slice(), state);
    return Math.abs(x[0]);
  };
  const [before, after] = [run(), run()];
  return !(after < before || after < 1e-200);
}
