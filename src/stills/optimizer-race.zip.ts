import JSZip from "jszip";
import {still} from "../../tools/still.js";
import {grounds, surfaceCourse} from "../chapters/optimizerRace/courses.js";
import {racerOf} from "../chapters/optimizerRace/racers.js";
import {raceWords} from "../chapters/optimizerRace/words.js";
import {contour} from "../components/contour.js";
import {heads} from "../components/contour/heads.js";
import {trailLines} from "../components/contour/trailLines.js";
import {languages} from "../course.js";
import {rateSearch} from "../lib/diagnostics/rateSearch.js";
import {turned} from "../lib/surfaces/rotated.js";
import {trajectory} from "../lib/trajectory.js";

const angle = Math.PI / 12;
const {objective, plane, floor} = surfaceCourse("ravine", {kappa: 100, angle});
const start = turned(grounds.ravine.start, angle);
const rates = Array.from({length: 61}, (_, i) => 10 ** ((i - 50) / 10));

/** The race as the page first shows it, each optimizer at the rate that a search has found, for readers without JavaScript. */
const runs = (["gd", "momentum", "rmsprop", "adam"] as const).map((name) => {
  const {make, settings, ...line} = racerOf(name);
  const optimizer = (learningRate: number) => make({...settings, learningRate});
  const search = rateSearch({objective, optimizer, start, rates, target: floor + 1e-3, steps: 300});
  let next = search.next();
  while (!next.done) next = search.next();
  return {...line, ...trajectory(objective, optimizer(next.value.best.learningRate), start, 300)};
});

const archive = new JSZip();
for (const language of languages) {
  const {picture, grounds} = raceWords[language];
  const draw = () => {
    const label = picture.label(grounds.ravine);
    const view = contour(plane, {
      width: 720,
      height: 432,
      label,
      start,
      layers: [trailLines(), heads(picture)]
    });
    view.update(runs);
    return view;
  };
  archive.file(`race-${language}.svg`, still(draw));
}
archive.generateNodeStream().pipe(process.stdout);
