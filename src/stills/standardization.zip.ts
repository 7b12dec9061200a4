import JSZip from "jszip";
import {still} from "../../tools/still.js";
import {linearUnit} from "../chapters/standardization/linearUnit.js";
import {fitTransform} from "../chapters/standardization/transforms.js";
import {standardizationWords} from "../chapters/standardization/words.js";
import {lineChart} from "../components/lineChart.js";
import {languages} from "../course.js";
import {linear} from "../lib/datasets/linear.js";
import {gradientDescent} from "../lib/optimizers/gradientDescent.js";
import {random} from "../lib/random.js";
import {trajectory} from "../lib/trajectory.js";

const {X} = linear({random: random(1), mean: [3, 3], deviation: [1, 15], correlation: 0.5});
const styles = {
  before: {X, color: "var(--orange)", dash: "9 4"},
  after: {X: fitTransform("standardize", X)(X), color: "var(--accent)"}
};

/** The cost before and after standardizing for readers without JavaScript, as the page first shows it. */
const archive = new JSZip();
for (const language of languages) {
  const {picture} = standardizationWords[language];
  archive.file(
    `bowls-${language}.svg`,
    still(() => {
      const view = lineChart({
        label: picture.cost,
        x: {label: picture.step, domain: [0, 200]},
        y: {label: picture.cost, log: true, domain: [1e-16, 100]},
        names: [picture.before, picture.after],
        width: 720
      });
      view.update(
        (["before", "after"] as const).map((side) => {
          const {X, ...line} = styles[side];
          const {objective, bestRate} = linearUnit(X, {bias: false});
          const descent = gradientDescent({learningRate: bestRate});
          const {values} = trajectory(objective, descent, [-0.9, 0.7], 200);
          return {
            ...line,
            label: picture[side],
            points: values.map((value, t) => [t, value / values[0]])
          };
        })
      );
      return view;
    })
  );
}
archive.generateNodeStream().pipe(process.stdout);
