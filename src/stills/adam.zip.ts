import JSZip from "jszip";
import {still} from "../../tools/still.js";
import {type AdamParts, anatomyOf, openWalk} from "../chapters/adam/adamParts.js";
import {adamWords} from "../chapters/adam/words.js";
import {stepAnatomy} from "../components/stepAnatomy.js";
import {languages} from "../course.js";
import {quadratic} from "../lib/surfaces/quadratic.js";

const [alpha, beta1, beta2, epsilon] = [0.05, 0.9, 0.999, 1e-8];
/** The first step as the engine's adam takes it: at t = 1 the correction gives g and g². */
const firstStep = (g: number): AdamParts => ({
  t: 1,
  g,
  v: (1 - beta1) * g,
  s: (1 - beta2) * g * g,
  vHat: g,
  sHat: g * g,
  change: (-alpha * g) / (Math.abs(g) + epsilon)
});

/** The view of the chapter for readers without JavaScript. */
const archive = new JSZip();
for (const language of languages) {
  const {anatomy} = adamWords[language];
  const views = {
    anatomy: () => {
      const walk = openWalk(quadratic({a: 1, b: 100}), firstStep, {start: [-1.8, 0.7], steps: 1});
      const titles = anatomy.titles.map((title) => `${title} · ${anatomy.at(1)}`);
      const view = stepAnatomy({label: anatomy.label, panels: 2, rows: 6});
      view.update(anatomyOf(titles, walk, 1, {alpha, beta1, beta2, epsilon, correction: "both"}));
      return view;
    }
  };
  for (const [name, draw] of Object.entries(views)) archive.file(`${name}-${language}.svg`, still(draw));
}
archive.generateNodeStream().pipe(process.stdout);
