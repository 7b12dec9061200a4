import JSZip from "jszip";
import {still} from "../../tools/still.js";
import {rmspropWords} from "../chapters/rmsprop/words.js";
import {contour} from "../components/contour.js";
import {heads} from "../components/contour/heads.js";
import {trailLines} from "../components/contour/trailLines.js";
import {lineChart} from "../components/lineChart.js";
import {languages} from "../course.js";
import {stepsUntil} from "../lib/diagnostics/stepsUntil.js";
import {adam} from "../lib/optimizers/adam.js";
import {gradientDescent} from "../lib/optimizers/gradientDescent.js";
import {momentum} from "../lib/optimizers/momentum.js";
import {rmsprop} from "../lib/optimizers/rmsprop.js";
import {quadratic} from "../lib/surfaces/quadratic.js";
import {trajectory} from "../lib/trajectory.js";

const ravine = quadratic({a: 1, b: 100});
const start = [-1.8, 0.8] as const;
const sizes = Array.from({length: 121}, (_, i) => 10 ** ((i - 100) / 10));
const angles = Array.from({length: 16}, (_, i) => 3 * i);

/** The views of the chapter for readers without JavaScript, as the page first shows them. */
const archive = new JSZip();
for (const language of languages) {
  const {chart, guards, lines, picture} = rmspropWords[language];
  const racers = [
    {
      label: lines.descent,
      color: "var(--foreground)",
      optimizer: gradientDescent({learningRate: 2 / 101})
    },
    {
      label: lines.momentum,
      color: "var(--orange)",
      dash: "9 4",
      optimizer: momentum({learningRate: 0.2})
    },
    {label: "RMSProp", color: "var(--green)", dash: "2 4", optimizer: rmsprop({learningRate: 0.005})},
    {label: "Adam", color: "var(--purple)", dash: "12 4 2 4", optimizer: adam({learningRate: 0.05})}
  ];
  const views = {
    ravine: () => {
      const view = contour(
        {
          value: (x, y) => ravine(Float64Array.of(x, y)).value,
          domain: [
            [-2.2, 2.2],
            [-1.1, 1.1]
          ],
          minima: ravine.minima
        },
        {
          width: 720,
          height: 374,
          label: picture.label(100, 0),
          start,
          layers: [trailLines(), heads(picture)]
        }
      );
      view.update([
        {...racers[0], ...trajectory(ravine, racers[0].optimizer, start, 300)},
        {...racers[2], ...trajectory(ravine, rmsprop({learningRate: 0.02}), start, 300)}
      ]);
      return view;
    },
    guards: () => {
      const view = lineChart({
        label: chart.guards,
        x: {label: chart.gradient, log: true, domain: [1e-10, 1e2]},
        y: {label: chart.length, domain: [0, 1.05]},
        names: Object.values(guards),
        width: 720
      });
      view.update([
        {label: guards.outside, color: "var(--blue)", points: sizes.map((g) => [g, g / (g + 1e-8)])},
        {
          label: guards.inside,
          color: "var(--orange)",
          dash: "9 4",
          points: sizes.map((g) => [g, g / Math.sqrt(g * g + 1e-8)])
        }
      ]);
      return view;
    },
    turned: () => {
      const view = lineChart({
        label: chart.turned,
        x: {label: chart.angle, domain: [0, 45]},
        y: {label: chart.steps, log: true, domain: [10, 1000]},
        names: racers.map(({label}) => label),
        width: 720
      });
      view.update(
        racers.map(({optimizer, ...line}) => ({
          ...line,
          points: angles.map((degrees) => {
            const angle = (degrees * Math.PI) / 180;
            const [c, s] = [Math.cos(angle), Math.sin(angle)];
            const surface = quadratic({a: 1, b: 100, rotation: angle});
            return [degrees, stepsUntil(surface, optimizer, [c - s, s + c], (_, cost) => cost <= 1e-3)];
          })
        }))
      );
      return view;
    }
  };
  for (const [name, draw] of Object.entries(views)) archive.file(`${name}-${language}.svg`, still(draw));
}
archive.generateNodeStream().pipe(process.stdout);
