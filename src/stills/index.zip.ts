import JSZip from "jszip";
import {still} from "../../tools/still.js";
import {stylesOf} from "../chapters/home/stylesOf.js";
import {homeWords} from "../chapters/home/words.js";
import {contour} from "../components/contour.js";
import {languages} from "../course.js";
import {adam, descend, gradientDescent, momentum, rmsprop, surfaces} from "../lib/index.js";
import {take} from "../components/take.js";

const {himmelblau} = surfaces;
const start = [0.1, -3.3] as const;
const runs = [
  gradientDescent({learningRate: 0.01}),
  momentum({learningRate: 0.005, form: "classical"}),
  rmsprop({learningRate: 0.05}),
  adam({learningRate: 0.1})
].map((optimizer) => take(151, descend(himmelblau, optimizer, start)));

/** The picture of the course home for readers without JavaScript, as the page first shows it. */
const archive = new JSZip();
for (const language of languages) {
  const words = homeWords[language];
  const draw = () => {
    const plane = {...himmelblau, value: (x: number, y: number) => himmelblau(Float64Array.of(x, y)).value};
    const view = contour(plane, {width: 736, label: words.label, start});
    view.update(
      runs.map((steps, i) => ({
        ...stylesOf(words)[i],
        points: steps.map(({parameters: [x, y]}) => [x, y])
      }))
    );
    return view;
  };
  archive.file(`map-${language}.svg`, still(draw));
}
archive.generateNodeStream().pipe(process.stdout);
