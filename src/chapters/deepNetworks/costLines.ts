import type {Line} from "../../components/lineChart.js";
import type {LineStyle} from "../../components/key.js";

/** The costs of trainings up to an epoch as lines, some three hundred points each. */
export function costLines(
  trainings: readonly (LineStyle & {readonly costs: readonly number[]})[],
  epoch: number
): readonly Line[] {
  const every = Math.max(1, Math.ceil(epoch / 300));
  return trainings.map(({costs, ...style}) => ({
    ...style,
    points: costs
      .slice(0, epoch + 1)
      .flatMap((cost, t) => (t % every === 0 || t === epoch ? [[t, cost]] : []))
  }));
}
