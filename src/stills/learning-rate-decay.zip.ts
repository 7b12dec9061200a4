import {cumsum, range} from "d3-array";
import JSZip from "jszip";
import {still} from "../../tools/still.js";
import {costBand, thinned} from "../chapters/learningRateDecay/costBand.js";
import {expectedSquares} from "../chapters/learningRateDecay/expectedSquares.js";
import {type ScheduleName, scheduleKinds} from "../chapters/learningRateDecay/scheduleKinds.js";
import {seededNoise} from "../chapters/learningRateDecay/seededNoise.js";
import {decayWords} from "../chapters/learningRateDecay/words.js";
import {lineChart} from "../components/lineChart.js";
import {travelBar} from "../components/travelBar.js";
import {languages} from "../course.js";
import {sigmoid, tanh} from "../lib/activations.js";
import {ema} from "../lib/averages.js";
import {moons} from "../lib/datasets/moons.js";
import {rangeTest} from "../lib/diagnostics/rangeTest.js";
import {glorotUniform} from "../lib/initializers.js";
import {binaryCrossEntropy} from "../lib/losses.js";
import {network} from "../lib/network.js";
import {noiseFloor} from "../lib/noise.js";
import {gradientDescent} from "../lib/optimizers/gradientDescent.js";
import {random} from "../lib/random.js";

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
  const data = moons({random: random(4), samples: 256, noise: 0.15});
  const tested = rangeTest({
    ...data,
    network: network({
      sizes: [2, 8, 8, 4, 1],
      activations: [tanh, tanh, tanh, sigmoid],
      initializer: glorotUniform,
      random: random(5)
    }),
    loss: binaryCrossEntropy,
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
    y: {label: chart.batchCost, log: true},
    names: [chart.smoothed, chart.averaged],
    width
  });
  view.update([
    {
      label: chart.smoothed,
      color: "var(--muted)",
      kind: "dots",
      points: tested.map(({learningRate, cost}) => [learningRate, cost])
    },
    {
      label: chart.averaged,
      color: accent,
      points: thinned(tested.length).map((i) => [tested[i].learningRate, smooth[i]])
    }
  ]);
  return view;
}

/** The views of the chapter for readers without JavaScript. */
const archive = new JSZip();
for (const language of languages) {
  const words = decayWords[language];
  const pictures = {cost: costPicture, rates: ratesPicture, travel: travelPicture, range: rangePicture};
  for (const [name, draw] of Object.entries(pictures))
    archive.file(
      `${name}-${language}.svg`,
      still(() => draw(words))
    );
}
archive.generateNodeStream().pipe(process.stdout);
