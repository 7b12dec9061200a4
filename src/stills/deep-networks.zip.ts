import JSZip from "jszip";
import {still} from "../../tools/still.js";
import {costLines} from "../chapters/deepNetworks/costLines.js";
import {drawnExample} from "../chapters/deepNetworks/example.js";
import {recording} from "../chapters/deepNetworks/recording.js";
import {dataOf, drawn, rivalNames, shapesOf} from "../chapters/deepNetworks/rivals.js";
import {curveOf, tents} from "../chapters/deepNetworks/tents.js";
import {slopeLines, uCurve} from "../chapters/deepNetworks/uCurve.js";
import {deepNetworksWords} from "../chapters/deepNetworks/words.js";
import {lineChart} from "../components/lineChart.js";
import {networkDiagram} from "../components/networkDiagram.js";
import {languages} from "../course.js";
import {tanh} from "../lib/activations.js";
import {binaryCrossEntropy} from "../lib/losses.js";
import {objective} from "../lib/network.js";

const {network, X, Y} = drawnExample({sizes: [3, 5, 5, 3, 1], samples: 8, activations: [tanh, tanh, tanh]});
const pass = network.forward(X);
const cost = objective(network, binaryCrossEntropy, X, Y);
const {gradient} = network.backward(X, Y, binaryCrossEntropy, pass);
const curve = [...uCurve(cost, network.parameters, gradient)].at(-1)!;
const epochs = 1500;
const trainings = rivalNames.map((name) => {
  const data = dataOf("spirals", 1.5);
  const training = recording({network: drawn(shapesOf(6)[name], tanh, 1), data, learningRate: 0.01, epochs});
  while (training.advance());
  return training;
});

/** The views of the chapter for readers without JavaScript, as the page first shows them. */
const archive = new JSZip();
for (const language of languages) {
  const words = deepNetworksWords[language];
  const styles = [{color: "var(--orange)", dash: "9 4"}, {color: "var(--accent)"}];
  const views = {
    folds() {
      const chart = lineChart({
        label: words.folds.label(4),
        x: {label: "x", domain: [0, 1]},
        y: {label: words.folds.pieces, domain: [0, 1]},
        height: 220
      });
      chart.update([{label: "", color: "var(--accent)", points: curveOf(tents(4))}]);
      return chart;
    },
    network() {
      const diagram = networkDiagram({words: words.network});
      diagram.update({
        sizes: network.sizes,
        weights: network.layers.map(({weights}) => weights),
        outputs: [X, ...pass.A].map(({columns, data}) => data.filter((_, k) => k % columns === 0)),
        description: words.network.label
      });
      return diagram;
    },
    error() {
      const chart = lineChart({
        label: words.curve.label,
        x: {label: words.curve.h, log: true, domain: [1e-13, 0.1]},
        y: {label: words.curve.error, log: true, domain: [1e-12, 1]},
        names: [words.curve.curve],
        width: 720,
        height: 280
      });
      const slopes = slopeLines(curve).map((points) => ({
        label: "theory",
        color: "var(--muted)",
        kind: "theory" as const,
        points
      }));
      chart.update([{label: words.curve.curve, color: "var(--accent)", points: curve}, ...slopes]);
      return chart;
    },
    costs() {
      const chart = lineChart({
        label: words.contest.cost,
        x: {label: words.contest.epoch},
        y: {label: words.contest.cost, log: true},
        names: Object.values(words.rivals),
        width: 720,
        height: 240
      });
      chart.update(
        costLines(
          trainings.map(({costs}, i) => ({label: words.rivals[rivalNames[i]], ...styles[i], costs})),
          epochs
        )
      );
      return chart;
    }
  };
  for (const [name, draw] of Object.entries(views)) archive.file(`${name}-${language}.svg`, still(draw));
}
archive.generateNodeStream().pipe(process.stdout);
