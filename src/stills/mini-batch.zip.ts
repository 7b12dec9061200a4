import JSZip from "jszip";
import {still} from "../../tools/still.js";
import {gradientOf, momentsOf} from "../chapters/miniBatch/batchMoments.js";
import {type BatchRun, collected, type Update} from "../chapters/miniBatch/batchRun.js";
import {batchCosts, epochMeans, fullCosts} from "../chapters/miniBatch/costLines.js";
import {expectedFloor, fallingRate, floorRuns, floorSteps} from "../chapters/miniBatch/floorRuns.js";
import {leastCost, lineCost} from "../chapters/miniBatch/lineCost.js";
import {best, lineData} from "../chapters/miniBatch/lineData.js";
import {momentsBySize, noiseLines} from "../chapters/miniBatch/noiseBySize.js";
import {progress} from "../chapters/miniBatch/progress.js";
import {miniBatchWords} from "../chapters/miniBatch/words.js";
import {contour} from "../components/contour.js";
import {heads} from "../components/contour/heads.js";
import {longTrails} from "../components/contour/longTrails.js";
import {type Line, type LineChart, lineChart} from "../components/lineChart.js";
import {languages} from "../course.js";
import {batches} from "../lib/batches.js";
import {random} from "../lib/random.js";

const [m, seed, epochs, alpha] = [2000, 1, 10, 0.1];
const start = [-1.5, 1.5] as const;
const data = lineData(m, seed);

/** The run of the page's loop. */
function* descend(size: number): Generator<Update> {
  let [w, b] = start as readonly number[];
  yield {w, b};
  const source = random(seed);
  for (let epoch = 0; epoch < epochs; ++epoch)
    for (const batch of batches(m, size, source)) {
      const [dw, db] = gradientOf(momentsOf(data, batch), w, b);
      const errors = Array.from(batch, (j) => w * data.x[j] + b - data.y[j]);
      const cost = errors.reduce((sum, error) => sum + error ** 2 / 2, 0) / batch.length;
      [w, b] = [w - alpha * dw, b - alpha * db];
      yield {w, b, batch, cost};
    }
}

const runOf = (size: number): BatchRun => [...collected(descend(size), {m, size})].at(-1)!;
const runs = [
  {run: runOf(64), style: {color: "var(--accent)"}},
  {run: runOf(1), style: {color: "var(--orange)", dash: "9 4"}},
  {run: runOf(m), style: {color: "var(--purple)", dash: "2 4"}}
];
const sizedMoments = result(momentsBySize(data, {sampling: "shuffle", seed}));

/** What a generator returns in the end. */
function result<T>(work: Generator<unknown, T>): T {
  for (;;) {
    const {done, value} = work.next();
    if (done) return value;
  }
}

/** The views of the chapter for readers without JavaScript, as the page first shows them. */
const archive = new JSZip();
for (const language of languages) {
  const words = miniBatchWords[language];
  const named = runs.map(({run, style}) => ({run, style: {...style, label: words.size(run.size)}}));
  const drawn = (view: LineChart, ...[lines, state]: Parameters<LineChart["update"]>): LineChart => {
    view.update(lines, state);
    return view;
  };
  const views = {
    paths() {
      const plane = {
        value: lineCost,
        domain: [
          [-2.2, 3],
          [-1.5, 2.7]
        ] as const,
        minima: [[best.w, best.b]] as const
      };
      const view = contour(plane, {
        height: 420,
        names: ["w", "b"],
        start,
        layers: [longTrails(), heads(words.picture)]
      });
      view.update(named.toReversed().map(({run, style}) => ({...style, points: run.points})));
      return view;
    },
    costs: () =>
      drawn(
        lineChart({
          label: words.picture.costLabel,
          x: {label: words.clocks.epochs},
          y: {
            label: words.picture.cost,
            log: true,
            domain: [0.05, 20],
            ticks: [0.1, 0.5, 1, 5, 10],
            format: String
          },
          names: [words.size(m)],
          height: 320
        }),
        named.flatMap(({run, style}): Line[] => {
          const at = progress("epochs", run, () => 1);
          return run.size === 64
            ? [
                {...style, kind: "thin", points: batchCosts(run, at)},
                {...style, points: epochMeans(run, at)}
              ]
            : [{...style, points: fullCosts(run, at)}];
        }),
        {rules: [{y: leastCost, label: words.picture.least}]}
      ),
    noise: () =>
      drawn(
        lineChart({
          label: words.noise.label,
          x: {label: words.noise.x, log: true},
          y: {label: words.noise.y, log: true},
          names: Object.values(words.noise.names)
        }),
        noiseLines(data, sizedMoments, start, {sampling: "shuffle", names: words.noise.names})
      ),
    floor: () =>
      drawn(
        lineChart({
          label: words.floor.label,
          x: {label: words.floor.x, domain: [0, floorSteps]},
          y: {label: words.floor.y, log: true, domain: [1e-6, 100]},
          names: [words.floor.constant, words.floor.falling]
        }),
        [
          {style: {label: words.floor.constant, color: "var(--accent)"}, learningRate: () => alpha},
          {
            style: {label: words.floor.falling, color: "var(--orange)", dash: "9 4"},
            learningRate: fallingRate(alpha)
          }
        ].flatMap(({style, learningRate}): Line[] => {
          const options = {size: 64, start, seed, learningRate};
          const {first, mean} = [...floorRuns(data, options)].at(-1)!;
          return [
            {...style, kind: "thin", points: first.map((excess, t) => [t, excess])},
            {...style, points: Array.from(mean, (excess, t) => [t, excess])},
            {
              ...style,
              kind: "theory",
              points: Array.from(expectedFloor(data, options), (excess, t) => [t, excess])
            }
          ];
        })
      )
  };
  for (const [name, draw] of Object.entries(views)) archive.file(`${name}-${language}.svg`, still(draw));
}
archive.generateNodeStream().pipe(process.stdout);
