import {prepare, type Prepared} from "../../src/chapters/digitsLab/prepare.js";
import {type Settings, usual} from "../../src/chapters/digitsLab/settings.js";
import {taskOf} from "../../src/chapters/digitsLab/taskOf.js";
import type {Network} from "../../lib/network.js";
import {loadNetwork} from "../../lib/savedNetwork.js";
import type {EpochReport} from "../../lib/worker/messages.js";
import {trainingSession} from "../../lib/worker/trainingSession.js";
import {pageDigits} from "./digits.js";

/** A training of the lab, done here, with what the page would show of it. */
export interface Trained {
  readonly prepared: Prepared;
  /** After 0, 1, 2 … epochs. */
  readonly epochs: readonly EpochReport[];
  /** The network at the end; none where the training diverged. */
  readonly network: Network | null;
  readonly how: string;
}

const digits = await pageDigits();

/** Trains as the page does, in single precision; what is not said is as usual. */
export async function trained(changes: Partial<Settings> = {}): Promise<Trained> {
  const settings = {...usual, ...changes};
  const prepared = prepare(digits, settings);
  const session = await trainingSession(taskOf(settings, prepared), {now: () => 0, slice: 1});
  const epochs = session.next()!.epochs;
  const {how, checkpoint} = session.ending();
  return {prepared, epochs, network: checkpoint && loadNetwork(checkpoint.network), how};
}

/** The same with the seeds 1 to 5. */
export const fiveTrained = (changes: Partial<Settings> = {}): Promise<Trained[]> =>
  Promise.all([1, 2, 3, 4, 5].map((seed) => trained({...changes, seed})));

export const testAccuracy = ({epochs}: Trained): number => epochs[epochs.length - 1].measured.test.accuracy!;

/** The first epoch after which 95 % of the test digits are read right; ∞ where there is none. */
export const epochsTo95 = ({epochs}: Trained): number =>
  epochs.find(({measured}) => measured.test.accuracy! >= 0.95)?.epoch ?? Infinity;

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
