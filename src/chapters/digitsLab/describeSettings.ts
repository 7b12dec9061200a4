import {formatNumber} from "../../components/formatNumber.js";
import {optimizers, type Settings, sizesOf} from "./settings.js";

export interface SettingsWords {
  readonly activations: Readonly<Record<Settings["activation"], string>>;
  readonly initializers: Readonly<Record<Settings["initializer"], string>>;
  readonly schedules: Readonly<Record<Settings["schedule"], string>>;
  readonly scalings: Readonly<Record<Settings["scaling"], string>>;
  readonly splits: Readonly<Record<Settings["split"], string>>;
  readonly batch: (size: number) => string;
  readonly seed: (seed: number) => string;
}

/** The hyperparameters of a run in one line. */
export function describeSettings(settings: Settings, words: SettingsWords): string {
  const {activation, initializer, optimizer, alpha, schedule, batch, scaling, split, seed} = settings;
  return [
    sizesOf(settings).join("–"),
    ...(settings.layers ? [words.activations[activation]] : []),
    words.initializers[initializer],
    `${optimizers[optimizer].label} α ${formatNumber(alpha)}`,
    ...(schedule === "constant" ? [] : [words.schedules[schedule]]),
    words.batch(batch),
    words.scalings[scaling],
    ...(split === "fourth" ? [] : [words.splits[split]]),
    ...(seed === 1 ? [] : [words.seed(seed)])
  ].join(" · ");
}
