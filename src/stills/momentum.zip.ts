import JSZip from "jszip";
import {still} from "../../tools/still.js";
import {momentumWords} from "../chapters/momentum/words.js";
import {contour} from "../components/contour.js";
import {heads} from "../components/contour/heads.js";
import {trailLines} from "../components/contour/trailLines.js";
import {stabilityMap} from "../components/stabilityMap.js";
import {languages} from "../course.js";
import {gradientDescent} from "../lib/optimizers/gradientDescent.js";
import {momentum} from "../lib/optimizers/momentum.js";
import {quadratic} from "../lib/surfaces/quadratic.js";
import {trajectory} from "../lib/trajectory.js";

const [learningRate, kappa] = [0.019, 100];
const ravine = quadratic({a: 1, b: kappa});
const start = [-1.9, 0.8] as const;

/** The views of the chapter for readers without JavaScript, as the page first shows them. */
const archive = new JSZip();
for (const language of languages) {
  const {lines, picture, map} = momentumWords[language];
  const runs = [
    {label: lines.descent, color: "var(--foreground)", optimizer: gradientDescent({learningRate})},
    {label: lines.ema, color: "var(--orange)", dash: "9 4", optimizer: momentum({learningRate})},
    {
      label: lines.classical,
      color: "var(--purple)",
      dash: "2 4",
      optimizer: momentum({learningRate, form: "classical"})
    }
  ].map(({optimizer, ...line}) => ({...line, ...trajectory(ravine, optimizer, start, 300)}));
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
        {width: 720, height: 374, label: picture.label(kappa), start, layers: [trailLines(), heads(picture)]}
      );
      view.update(runs);
      return view;
    },
    map: () => {
      const view = stabilityMap({words: map});
      view.update({
        form: "ema",
        beta: 0.9,
        rates: [learningRate, learningRate * kappa],
        names: [map.curvature(1), map.curvature(kappa)]
      });
      return view;
    }
  };
  for (const [name, draw] of Object.entries(views)) archive.file(`${name}-${language}.svg`, still(draw));
}
archive.generateNodeStream().pipe(process.stdout);
