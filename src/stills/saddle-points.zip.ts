import JSZip from "jszip";
import {still} from "../../tools/still.js";
import {crossOf} from "../chapters/saddlePoints/curvatures.js";
import {depthEscapes, depths} from "../chapters/saddlePoints/depths.js";
import {escapes} from "../chapters/saddlePoints/escapes.js";
import {depthLines, escapeLines, shareLines} from "../chapters/saddlePoints/lines.js";
import {rivalNames, rivalsOf, type Settings} from "../chapters/saddlePoints/rivals.js";
import {saddles} from "../chapters/saddlePoints/saddles.js";
import {minimaShares} from "../chapters/saddlePoints/signs.js";
import {saddlePointsWords} from "../chapters/saddlePoints/words.js";
import {contour, type Trail} from "../components/contour.js";
import {eigenCross} from "../components/contour/eigenCross.js";
import {heads} from "../components/contour/heads.js";
import {trailLines} from "../components/contour/trailLines.js";
import {laboratory} from "../components/laboratory.js";
import {type Line, lineChart} from "../components/lineChart.js";
import {relief} from "../components/relief.js";
import {languages} from "../course.js";

const {saddle} = saddles;
const settings: Settings = {learningRate: 0.01, beta: 0.9, form: "ema"};
const start = saddle.place(saddle.along, 0.01);
const last = <T>(values: Iterable<T>): T => [...values].at(-1)!; // each of the generators ends with what it has found
const shares = last(minimaShares());
const depthRuns = last(depthEscapes());

/** The views of the chapter for readers without JavaScript, as the page first shows them. */
const archive = new JSZip();
for (const language of languages) {
  const words = saddlePointsWords[language];
  const rivals = rivalsOf(rivalNames, settings, words.rivals);
  const runs = laboratory()(rivals, {objective: saddle.objective, start, steps: 345});
  const found = last(escapes(saddle, rivals, undefined));
  const names = rivals.map(({label}) => label);
  const views = {
    shares: () =>
      drawn(
        lineChart({
          label: words.shares,
          x: {label: words.size, ticks: [1, 2, 3, 4]},
          y: {label: words.shares, log: true, domain: [1e-3, 1]},
          names: [words.coins, words.matrices],
          height: 240
        }),
        shareLines(shares, words)
      ),
    saddle: () =>
      drawn(
        contour(saddle.plane, {
          equal: true,
          names: saddle.names,
          label: words.picture(words.surfaces.saddle),
          start,
          layers: [eigenCross([crossOf(saddle)]), trailLines(), heads(words)]
        }),
        runs
      ),
    relief: () =>
      drawn(relief(saddle.plane, {label: words.relief(words.surfaces.saddle), names: saddle.names}), runs),
    escapes: () =>
      drawn(
        lineChart({
          label: words.escapes(words.goal(saddle)),
          x: {label: words.epsilon, log: true},
          y: {label: words.escapes(words.goal(saddle)), include: [1]},
          names
        }),
        escapeLines(saddle, rivals, found, settings)
      ),
    depth: () =>
      drawn(
        lineChart({
          label: words.depth,
          x: {label: words.weight, log: true, domain: [1e-3, 0.3]},
          y: {label: words.steps, log: true},
          names: depths.map(words.layers)
        }),
        depthLines(depthRuns, words.layers)
      )
  };
  for (const [name, draw] of Object.entries(views)) archive.file(`${name}-${language}.svg`, still(draw));
}
archive.generateNodeStream().pipe(process.stdout);

function drawn<
  Marks extends readonly (Trail | Line)[],
  View extends SVGSVGElement & {update(marks: Marks): void}
>(view: View, marks: Marks): View {
  view.update(marks);
  return view;
}
