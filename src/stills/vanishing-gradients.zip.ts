import JSZip from "jszip";
import {still} from "../../tools/still.js";
import {firstSteps, gains} from "../chapters/vanishingGradients/firstSteps.js";
import {repeatedLines, signalLines, stepLines} from "../chapters/vanishingGradients/lines.js";
import {measureSignal} from "../chapters/vanishingGradients/measureSignal.js";
import {sizesThrough, square} from "../chapters/vanishingGradients/repeated.js";
import {activations} from "../chapters/vanishingGradients/units.js";
import {unitLayers, weightBank} from "../chapters/vanishingGradients/weightBank.js";
import {vanishingGradientsWords} from "../chapters/vanishingGradients/words.js";
import {type Line, lineChart} from "../components/lineChart.js";
import {ridges} from "../components/ridges.js";
import {languages} from "../course.js";
import {meanField} from "../lib/diagnostics/meanField.js";

const depth = 30;
const activation = activations.relu;
const layers = [...unitLayers(weightBank(1), "normal", {width: 64, depth})];
const signal = measureSignal(layers, {activation, scale: 1, standardized: true, seed: 1});
const theory = meanField({activation, depth, weightScale: 1});
const steps = [...firstSteps()];
const matrices = {
  halves: square(5, () => 0.5),
  reflection: square(5, (i, j) => (i === j ? 0.6 : -0.4)),
  fives: square(5, (i, j) => (j > i ? 5 : 0))
};

/** The views of the chapter for readers without JavaScript, as the page first shows them. */
const archive = new JSZip();
for (const language of languages) {
  const words = vanishingGradientsWords[language];
  const drawn = (options: Parameters<typeof lineChart>[0], lines: readonly Line[]) => () => {
    const chart = lineChart(options);
    chart.update(lines);
    return chart;
  };
  const views = {
    repeated: drawn(
      {
        label: words.repeated,
        x: {label: words.layer, domain: [0, 30]},
        y: {label: words.size, log: true, include: [1e-2, 1e12]},
        names: Object.values(words.matrices),
        height: 280
      },
      repeatedLines(
        Object.values(matrices).map((W) => sizesThrough(W, 30)),
        Object.values(words.matrices)
      )
    ),
    signal: drawn(
      {
        label: words.signal,
        x: {label: words.layer},
        y: {label: words.size, log: true, include: [1e-4, 1e2]},
        names: Object.values(words.lines),
        height: 320
      },
      signalLines(signal, theory, words.lines)
    ),
    ridges: () => {
      const view = ridges({
        label: words.histograms,
        x: {label: words.layer},
        y: {label: words.lines.activation}
      });
      view.update(
        signal.activations.map(({data}, at) => ({at, values: data})),
        {
          places: [0, depth],
          at: 10,
          describe: () => ""
        }
      );
      return view;
    },
    trained: drawn(
      {
        label: words.trained,
        x: {label: words.step, domain: [1, 30]},
        y: {label: words.length, log: true, domain: [1e-14, 1e18]},
        names: gains.map(words.trainedGain),
        height: 280
      },
      stepLines(steps, words.trainedGain)
    )
  };
  for (const [name, draw] of Object.entries(views)) archive.file(`${name}-${language}.svg`, still(draw));
}
archive.generateNodeStream().pipe(process.stdout);
