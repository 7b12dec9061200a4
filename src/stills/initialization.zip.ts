import JSZip from "jszip";
import {still} from "../../tools/still.js";
import {
  costLines,
  highest,
  histogramLines,
  neuronLines,
  scaleLines
} from "../chapters/initialization/lines.js";
import {factors, scaleRuns, steps as scaleSteps} from "../chapters/initialization/scaleRuns.js";
import {predictedDeviation, sums} from "../chapters/initialization/sums.js";
import {steps, trainings} from "../chapters/initialization/symmetry.js";
import {initializationWords} from "../chapters/initialization/words.js";
import {type Line, type LineChartState, lineChart} from "../components/lineChart.js";
import {languages} from "../course.js";

const sum = {n: 400, sigma: 0.1};
const z = sums(sum);
const trained = [...trainings()].flatMap((training) => training ?? []);
const runs = [...scaleRuns({unit: "relu", depth: 8, learningRate: 0.3})];

/** The views of the chapter for readers without JavaScript, as the page first shows them. */
const archive = new JSZip();
for (const language of languages) {
  const words = initializationWords[language];
  const drawn =
    (options: Parameters<typeof lineChart>[0], lines: readonly Line[], state?: LineChartState) => () => {
      const chart = lineChart(options);
      chart.update(lines, state);
      return chart;
    };
  const step = {label: words.step, domain: [0, steps]} as const;
  const views = {
    histogram: drawn(
      {
        label: words.histogram,
        x: {label: words.z},
        y: {label: words.density, include: [0, 0.5]},
        height: 260
      },
      histogramLines(z, predictedDeviation(sum), words)
    ),
    neurons: drawn(
      {
        label: words.neurons,
        x: step,
        y: {label: words.weight, include: [0, 1]},
        names: [1, 2, 3, 4].map(words.neuron),
        height: 280
      },
      neuronLines(trained.find(({beginning}) => beginning === "equal")!, words.neuron)
    ),
    costs: drawn(
      {
        label: words.costs,
        x: step,
        y: {label: words.cost, domain: [0, 0.8]},
        height: 280
      },
      costLines(trained, words.beginnings)
    ),
    scales: drawn(
      {
        label: words.scales,
        x: {label: words.step, domain: [0, scaleSteps]},
        y: {label: words.cost, log: true, domain: [1e-4, highest]},
        names: factors.map(words.scale),
        height: 300
      },
      scaleLines(runs, words.scale),
      {rules: [{y: Math.LN2, label: words.stuck}]}
    )
  };
  for (const [name, draw] of Object.entries(views)) archive.file(`${name}-${language}.svg`, still(draw));
}
archive.generateNodeStream().pipe(process.stdout);
