import {readFileSync} from "node:fs";
import {gunzipSync} from "node:zlib";
import {cumsum, range} from "d3-array";
import JSZip from "jszip";
import {checkedDigits} from "../../data/checkedDigits.js";
import {packDigits} from "../../data/packDigits.js";
import {still} from "../../tools/still.js";
import {prepare} from "../chapters/digitsLab/prepare.js";
import {readDigits} from "../chapters/digitsLab/readDigits.js";
import {costBand, thinned} from "../chapters/learningRateDecay/costBand.js";
import {digitsNetwork} from "../chapters/digitsLab/digitsNetwork.js";
import {type DigitRuns, digitRuns} from "../chapters/learningRateDecay/digitRuns.js";
import {expectedSquares} from "../chapters/learningRateDecay/expectedSquares.js";
import {type ScheduleName, scheduleKinds} from "../chapters/learningRateDecay/scheduleKinds.js";
import {seededNoise} from "../chapters/learningRateDecay/seededNoise.js";
import {decayWords} from "../chapters/learningRateDecay/words.js";
import {lineChart} from "../components/lineChart.js";
import {travelBar} from "../components/travelBar.js";
import {languages} from "../course.js";
import {ema} from "../lib/averages.js";
import {updatesPerEpoch} from "../lib/batches.js";
import {rangeTest} from "../lib/diagnostics/rangeTest.js";
import {softmaxCrossEntropy} from "../lib/losses.js";
import {noiseFloor} from "../lib/noise.js";
import {gradientDescent} from "../lib/optimizers/gradientDescent.js";
import {random} from "../lib/random.js";
import {perEpoch} from "../lib/schedules/perEpoch.js";

const [width, epochs] = [720, 200];
const knobs = {
  epochs,
  decayRate: 0.05,
  base: 0.95,
  factor: 0.5,
  every: 40,
  power: 1,
  floor: 0,
  period: 40,
  multiplier: 1,
  warmup: 0.3,
  divisor: 25,
  finalDivisor: 1e4
};
const rates = (name: ScheduleName, learningRate: number): number[] =>
  range(epochs).map(scheduleKinds[name].make({...knobs, learningRate}));
const accent = "var(--accent)";

const file = "digits.csv.gz";
const text = gunzipSync(readFileSync(new URL(`../../data/${file}`, import.meta.url))).toString("utf8");
const packed = new Uint8Array(packDigits(checkedDigits(text, file))).buffer;
const digits = prepare(await readDigits(packed), {split: "fourth", scaling: "standardized"});

function costPicture({chart}: (typeof decayWords)["en"]): SVGSVGElement {
  const view = lineChart({
    label: chart.cost,
    x: {label: chart.epoch},
    y: {label: "J", log: true},
    names: [chart.mean],
    width
  });
  const noiseOf = seededNoise();
  const falling = rates("inverse-time", 0.5);
  const runs = range(50).map((seed) => {
    let x = 30;
    return [x, ...falling.map((alpha, t) => (x -= alpha * (x + noiseOf(seed, epochs)[t])))];
  });
  const spread = costBand(runs, (x) => (x * x) / 2);
  const theory = expectedSquares(falling, 1, 30);
  view.update(
    [
      {label: chart.band, color: accent, kind: "band", points: spread.map((s) => [s.step, s.low, s.high])},
      {label: chart.mean, color: accent, points: spread.map((s) => [s.step, s.mean])},
      {
        label: "theory",
        color: "var(--foreground)",
        kind: "theory",
        points: theory.map((square, t) => [t, square / 2])
      }
    ],
    {rules: [{y: noiseFloor(0.5) / 2, label: chart.floor}]}
  );
  return view;
}

function ratesPicture({chart, schedules}: (typeof decayWords)["en"]): SVGSVGElement {
  const shown = [
    {name: "inverse-time", color: accent},
    {name: "exponential", color: "var(--orange)", dash: "9 4"},
    {name: "step", color: "var(--purple)", dash: "2 4"},
    {name: "cosine", color: "var(--green)", dash: "14 4 2 4"},
    {name: "one-cycle", color: "var(--red)", dash: "5 3"}
  ] as const;
  const view = lineChart({
    label: chart.rates,
    x: {label: chart.epoch},
    y: {label: chart.rate, include: [0]},
    names: shown.map(({name}) => schedules[name]),
    width
  });
  view.update(
    shown.map(({name, ...line}) => ({
      ...line,
      label: schedules[name],
      points: rates(name, 1).map((alpha, e) => [e, alpha])
    }))
  );
  return view;
}

function travelPicture({travel}: (typeof decayWords)["en"]): SVGSVGElement {
  const view = travelBar({words: travel, width});
  const total = cumsum(rates("exponential", 1))[epochs - 1];
  view.update({distance: 30, gone: total, total, limit: 20});
  return view;
}

function rangePicture({chart}: (typeof decayWords)["en"]): SVGSVGElement {
  const {X, Y} = digits.train;
  const tested = rangeTest({
    X,
    Y,
    network: digitsNetwork(random(5)),
    loss: softmaxCrossEntropy,
    batchSize: 32,
    random: random(6),
    optimizer: (learningRate) => gradientDescent({learningRate}),
    lowest: 1e-4,
    highest: 100,
    steps: 200
  });
  const smooth = ema(
    tested.map(({cost}) => cost),
    {beta: 0.9}
  );
  const view = lineChart({
    label: chart.range,
    x: {label: chart.rate, log: true, domain: [1e-4, 100]},
    y: {label: chart.batchCost, log: true, domain: [0.001, 100]},
    names: [chart.smoothed, chart.averaged],
    width
  });
  view.update([
    {
      label: chart.smoothed,
      color: "var(--muted)",
      kind: "dots",
      points: tested.map(({learningRate, cost}) => [
        learningRate,
        cost < 100 ? cost : Number.POSITIVE_INFINITY
      ])
    },
    {
      label: chart.averaged,
      color: accent,
      points: thinned(tested.length)
        .map((i) => [tested[i].learningRate, smooth[i]])
        .filter(([, cost]) => cost < 100)
    }
  ]);
  return view;
}

/** The costs of a network that learns the digits; in double precision, whose bits are the same on every machine. */
function learntDigits(name: ScheduleName, batchSize: number): DigitRuns["costs"] {
  const schedule = scheduleKinds[name].make({...knobs, learningRate: 0.5});
  const rate = perEpoch(schedule, updatesPerEpoch(digits.train.labels.length, batchSize));
  const learning = digitRuns(digits, {rate, batchSize, epochs: 30, runs: 1, precision: "double"});
  let {costs}: Pick<DigitRuns, "costs"> = {costs: []};
  for (const _ of range(31)) ({costs} = finish(learning.next()));
  return costs;
}

function finish<Result>(work: Generator<unknown, Result>): Result {
  for (;;) {
    const {done, value} = work.next();
    if (done) return value as Result;
  }
}

const learnt = [
  {name: "constant", batchSize: 32, color: accent},
  {name: "exponential", batchSize: 32, color: "var(--orange)", dash: "9 4"},
  {name: "constant", batchSize: 8, color: "var(--purple)", dash: "2 4"},
  {name: "exponential", batchSize: 8, color: "var(--green)", dash: "14 4 2 4"}
] as const;
const medians = learnt.map((line) => ({
  ...line,
  spread: costBand(learntDigits(line.name, line.batchSize), (cost) => cost)
}));

function digitsPicture({chart, schedules}: (typeof decayWords)["en"]): SVGSVGElement {
  const labelled = medians.map((line) => ({
    ...line,
    label: `${schedules[line.name]}, B = ${line.batchSize}`
  }));
  const view = lineChart({
    label: "J",
    x: {label: chart.epoch},
    y: {label: "J", log: true, domain: [1e-4, 1e3]},
    names: labelled.map(({label}) => label),
    width
  });
  view.update(
    labelled.map(({label, spread, ...line}) => ({
      ...line,
      label,
      points: spread.map(({step, median}) => [step, median])
    }))
  );
  return view;
}

/** The views of the chapter for readers without JavaScript. */
const archive = new JSZip();
for (const language of languages) {
  const words = decayWords[language];
  const pictures = {
    cost: costPicture,
    rates: ratesPicture,
    digits: digitsPicture,
    travel: travelPicture,
    range: rangePicture
  };
  for (const [name, draw] of Object.entries(pictures))
    archive.file(
      `${name}-${language}.svg`,
      still(() => draw(words))
    );
}
archive.generateNodeStream().pipe(process.stdout);
