import {readFileSync} from "node:fs";
import JSZip from "jszip";
import {checkedDays} from "../../data/checkedDays.js";
import {temperatureYear} from "../../data/temperatureYear.js";
import {still} from "../../tools/still.js";
import {dailySeries} from "../chapters/movingAverages/dailySeries.js";
import {movingAveragesWords} from "../chapters/movingAverages/words.js";
import {type AverageState, averageChart} from "../components/averageChart/averageChart.js";
import {biasChart} from "../components/biasChart.js";
import {rateChart} from "../components/rateChart.js";
import {stepChart} from "../components/stepChart.js";
import {languages} from "../course.js";
import {adamStepFactor, ema, emaWeights} from "../lib/averages.js";

const file = "beijing-temperature.csv";
const text = readFileSync(new URL(`../../data/${file}`, import.meta.url), "utf8");
const beijing = temperatureYear(2013, checkedDays(text, {year: 2013, file}));
const [beta, day] = [0.98, 30];

/** The views of the chapter for readers without JavaScript, as the page shows them for β = 0.98 on 30 January. */
const archive = new JSZip();
for (const language of languages) {
  const words = movingAveragesWords[language];
  const average = ({height, ...state}: Pick<AverageState, "series" | "magnified"> & {height?: number}) => {
    const chart = averageChart({words: words.chart, language, height});
    chart.update({...state, ...averages(state.series.values)});
    return chart;
  };
  const series = dailySeries("beijing", {beijing, name: words.series.beijing});
  const swing = {...series, values: beijing.max.map((high, i) => high - beijing.min[i]), ranges: undefined};
  const views = {
    year: () => average({series, magnified: false}),
    start: () => average({series, magnified: true}),
    bias: () =>
      drawn(biasChart({words: words.bias}), {
        beta,
        measured: beijing.mean.map((_, i) => beta ** (i + 1)),
        day
      }),
    rates: () => drawn(rateChart({words: words.rates}), {beta, day}),
    steps: () =>
      drawn(stepChart({words: words.steps}), {
        corrected: steps("both"),
        uncorrected: steps("none"),
        misprint: steps("misprint"),
        t: 1
      }),
    column: () => average({series: swing, magnified: false, height: 360})
  };
  for (const [name, draw] of Object.entries(views)) archive.file(`${name}-${language}.svg`, still(draw));
}
archive.generateNodeStream().pipe(process.stdout);

function averages(values: readonly number[]): Omit<AverageState, "series" | "magnified"> {
  return {
    beta,
    average: ema(values, {beta, correctBias: false}),
    corrected: ema(values, {beta}),
    day,
    weights: emaWeights(day, {beta, correctBias: false}),
    correctedWeights: emaWeights(day, {beta})
  };
}

function drawn<State, Chart extends SVGSVGElement & {update(state: State): void}>(
  chart: Chart,
  state: State
): Chart {
  chart.update(state);
  return chart;
}

function steps(correction: "both" | "none" | "misprint"): number[] {
  return Array.from({length: 10_000}, (_, i) => adamStepFactor(i + 1, {correction}));
}
