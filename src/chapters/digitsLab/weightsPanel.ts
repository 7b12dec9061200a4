import {create} from "d3-selection";
import {identifier} from "../../components/identifier.js";
import {message} from "../../components/message.js";
import type {Network} from "../../lib/network.js";
import type {Prepared} from "./prepare.js";
import type {Run} from "./runBook.js";
import type {Settings} from "./settings.js";
import type {Refusal} from "./weightsFile.js";

export interface WeightsWords {
  readonly save: string;
  readonly load: string;
  readonly refused: Readonly<Record<Refusal["refused"], (file: string, detail: string) => string>>;
  readonly loaded: (file: string) => string;
  /** The name of the file that is saved, without its ending. */
  readonly name: string;
}

export interface WeightsOptions {
  readonly words: WeightsWords;
  /** The run whose network is saved. */
  readonly shown: () => Run;
  readonly prepare: (settings: Pick<Settings, "split" | "scaling">) => Prepared;
  /** Takes in the network of a file, or says why it cannot. */
  readonly load: (network: Network, run: Pick<Run, "settings" | "marks" | "file">) => string | null;
}

/** Saves the weights to a file and loads them again; a file that cannot be used is refused with a reason. */
export function weightsPanel({words, shown, prepare, load}: WeightsOptions): HTMLElement {
  const id = identifier("weights");
  const root = create("div").attr("class", "weights-panel");
  const row = root.append("div").attr("class", "buttons");
  const save = row.append("button").attr("type", "button").text(words.save);
  row.append("label").attr("for", id).text(words.load);
  const field = row
    .append("input")
    .attr("type", "file")
    .attr("id", id)
    .attr("accept", ".json,application/json");
  const [problem, news] = [message(), message("status")];
  root.append(() => problem);
  root.append(() => news);

  // what reads and writes files is loaded when there is one
  save.on("click", async () => {
    const {writeWeights} = await import("./weightsFile.js");
    const {network, settings} = shown();
    const text = new Blob([writeWeights(network, settings)], {type: "application/json"});
    const address = URL.createObjectURL(text);
    create("a").attr("href", address).attr("download", `${words.name}.json`).node()!.click();
    URL.revokeObjectURL(address);
  });
  field.on("change", async () => {
    const [file] = field.node()!.files!; // a file field has them
    if (!file) return;
    const refusal = await taken(file);
    field.property("value", ""); // the same file may be chosen again
    problem.say(refusal);
    news.say(refusal === null ? words.loaded(file.name) : null);
  });
  async function taken(file: File): Promise<string | null> {
    const {readWeights} = await import("./weightsFile.js");
    const {loadedRun} = await import("./loadedRun.js");
    const loaded = readWeights(await file.text());
    if ("refused" in loaded) return words.refused[loaded.refused](file.name, loaded.detail);
    return load(loaded.network, loadedRun(loaded, prepare(loaded), file.name));
  }
  return root.node()!;
}
