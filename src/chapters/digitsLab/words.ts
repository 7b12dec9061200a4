import type {PredictOptions} from "../../components/predict.js";
import type {ActivationWords} from "./activationView.js";
import type {InputWords} from "./labInputs.js";
import type {CurveWords} from "./runCurves.js";
import type {DeskWords} from "./runDesk.js";
import type {RunTableWords} from "./runTable.js";
import type {WeightsWords} from "./weightsPanel.js";

type Question = Omit<PredictOptions<string>, "language">;

/** What the chapter's pictures, inputs and measurements say; each language stands in a file of its own. */
export interface DigitsWords extends InputWords {
  readonly controls: string;
  readonly hyperparameters: {readonly tag: string; readonly text: string};
  readonly parameters: {readonly tag: string; readonly text: (formula: string, count: number) => string};
  readonly questions: Readonly<Record<"ceiling" | "weights" | "optimizers", Question>>;
  readonly desk: DeskWords;
  readonly table: RunTableWords;
  readonly fromFile: (file: string) => string;
  readonly curves: CurveWords;
  readonly chart: Readonly<Record<"cost" | "accuracy" | "epoch" | "costAxis" | "accuracyAxis", string>>;
  readonly gallery: string;
  readonly digit: (label: number) => string;
  readonly pixels: string;
  readonly pixel: (row: number, column: number, value: number) => string;
  readonly confusion: {
    readonly label: string;
    readonly summary: (right: number, all: number) => string;
    readonly truth: string;
    readonly answer: string;
    readonly cell: (truth: number, answer: number, count: number) => string;
  };
  readonly mistakes: {
    readonly label: string;
    readonly shown: (shown: number, all: number) => string;
    readonly of: (truth: number, answer: number) => string;
    readonly none: string;
    readonly one: (truth: number, answer: number, share: string) => string;
  };
  readonly activation: ActivationWords;
  readonly inspected: Readonly<Record<"test" | "train", (label: number) => string>> & {readonly own: string};
  readonly neuron: {
    readonly title: (layer: number, neuron: number) => string;
    readonly label: string;
    readonly one: (label: number, value: string) => string;
    readonly pictures: string;
    readonly added: string;
    readonly weights: string;
    readonly weight: (neuron: number) => string;
  };
  readonly pad: {
    readonly label: string;
    readonly seen: string;
    readonly empty: string;
    readonly answer: (digit: number, share: string, second: number, secondShare: string) => string;
  };
  readonly file: WeightsWords;
}
