import {readFileSync} from "node:fs";
import {gunzipSync} from "node:zlib";
import {range} from "d3-array";
import JSZip from "jszip";
import {checkedDigits} from "../../data/checkedDigits.js";
import {packDigits} from "../../data/packDigits.js";
import {still} from "../../tools/still.js";
import {examiner} from "../chapters/digitsLab/examiner.js";
import {prepare} from "../chapters/digitsLab/prepare.js";
import {readDigits} from "../chapters/digitsLab/readDigits.js";
import type {Run} from "../chapters/digitsLab/runBook.js";
import {runCurves} from "../chapters/digitsLab/runCurves.js";
import {networkOf, usual} from "../chapters/digitsLab/settings.js";
import {taskOf} from "../chapters/digitsLab/taskOf.js";
import {words as en} from "../chapters/digitsLab/words/en.js";
import {words as zh} from "../chapters/digitsLab/words/zh.js";
import {confusionMatrix} from "../components/confusionMatrix.js";
import {largest} from "../components/heatmap.js";
import {imageGrid} from "../components/imageGrid.js";
import {lineChart} from "../components/lineChart.js";
import {languages} from "../course.js";
import {loadNetwork} from "../lib/savedNetwork.js";
import {random} from "../lib/random.js";
import {describedNetwork} from "../lib/worker/describedNetwork.js";
import {trainingSession} from "../lib/worker/trainingSession.js";

const file = "digits.csv.gz";
const text = gunzipSync(readFileSync(new URL(`../../data/${file}`, import.meta.url))).toString("utf8");
const digits = await readDigits(new Uint8Array(packDigits(checkedDigits(text, file))).buffer);
const prepared = prepare(digits, usual);

// in double precision, whose bits are the same on every machine
const session = await trainingSession(
  {...taskOf(usual, prepared), precision: "double"},
  {now: () => 0, slice: 1}
);
const marks = session.next()!.epochs.map(({epoch, measured: {train, test}}) => ({epoch, train, test}));
const network = loadNetwork(session.ending().checkpoint!.network);
const initial = describedNetwork(networkOf(usual), random(usual.seed)).parameters;
const run: Run = {
  id: 1,
  slot: 0,
  settings: usual,
  prepared,
  network,
  initial,
  status: "finished",
  kept: false,
  marks,
  milliseconds: 0,
  updates: 0,
  checkpoint: null,
  problem: null,
  file: null
};
const {counts} = examiner().examine(run);
const right = range(10).reduce((sum, k) => sum + counts[11 * k], 0);

/** The views of the lab for readers without JavaScript, after a training as the page proposes it. */
const archive = new JSZip();
for (const language of languages) {
  const {chart, curves, confusion, neuron} = {en, zh}[language];
  const views = {
    accuracy: () => {
      const view = lineChart({
        label: chart.accuracy,
        x: {label: chart.epoch, domain: [0, usual.epochs]},
        y: {label: chart.accuracyAxis, domain: [0.8, 1], format: (value) => `${Math.round(100 * value)} %`},
        names: [curves.train],
        width: 736
      });
      view.update(runCurves([run], "accuracy", curves));
      return view;
    },
    confusion: () => {
      const view = confusionMatrix({
        ...confusion,
        classes: range(10).map(String),
        describe: confusion.cell,
        width: 360
      });
      view.update(counts, {label: confusion.summary(right, prepared.test.labels.length)});
      return view;
    },
    added: () => {
      const view = imageGrid({label: neuron.added, width: 760});
      const [{weights}] = network.layers;
      const added = weights.data.map((w, k) => w - initial[k]);
      const images = range(weights.rows).map((i) => ({
        pixels: added.subarray(64 * i, 64 * i + 64),
        description: neuron.weight(i)
      }));
      view.update(images, {limit: 0.7 * largest(added)});
      return view;
    }
  };
  for (const [name, draw] of Object.entries(views)) archive.file(`${name}-${language}.svg`, still(draw));
}
archive.generateNodeStream().pipe(process.stdout);
