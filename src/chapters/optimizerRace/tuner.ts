import {create} from "d3-selection";
import type {Input} from "../../components/input.js";
import {type RateSearch, rateSearch} from "../../lib/diagnostics/rateSearch.js";
import type {Optimizer} from "../../lib/optimizers/optimizer.js";
import type {Objective} from "../../lib/types.js";
import {inPortions} from "../../components/inPortions.js";
import type {RacerName} from "./racers.js";

export interface Candidate {
  readonly name: RacerName;
  /** Tells hyperparameters apart, for the searches that are remembered. */
  readonly key: string;
  readonly make: (learningRate: number) => Optimizer;
}

/** What is searched: for each candidate the best rate from one start to one target. */
export interface TunerTask {
  readonly candidates: readonly Candidate[];
  readonly objective: Objective;
  readonly start: ArrayLike<number>;
  readonly target: number;
  readonly steps: number;
  readonly rates: readonly number[];
}

export interface TunerWords {
  readonly searching: (done: number, all: number) => string;
  readonly done: (rates: number, low: number, high: number) => string;
}

export type Tuned = ReadonlyMap<RacerName, RateSearch>;

/** A line that says how far the search is; its value is what was found last. */
export interface Tuner extends Input<Tuned> {
  /** Searches anew, once the reader rests; an earlier search is given up, but what it has found is remembered. */
  search(task: TunerTask): void;
}

export interface TunerOptions {
  /** Milliseconds without a new task before the search begins. */
  readonly rest?: number;
}

/** Searches the learning rates of the racers in portions while the page goes on. */
export function tuner(words: TunerWords, {rest = 150}: TunerOptions = {}): Tuner {
  const line = create("p").attr("class", "caption").attr("role", "status");
  const element = line.node()!;
  const known = new Map<Objective, Map<string, RateSearch>>();
  let value: Tuned = new Map();
  let running = new AbortController();

  async function search({candidates, rates, ...task}: TunerTask, signal: AbortSignal): Promise<void> {
    const found = new Map<RacerName, RateSearch>();
    const remembered = known.get(task.objective) ?? new Map<string, RateSearch>();
    known.set(task.objective, remembered);
    for (const {name, key, make} of candidates) {
      const id = [name, key, Array.from(task.start), task.target, task.steps].join(" ");
      const search = remembered.get(id) ?? (await run(make, id));
      if (!search) return;
      found.set(name, search);
    }
    line.text(words.done(rates.length, rates[0], rates[rates.length - 1]));
    element.dataset.state = "done";
    value = found;
    element.dispatchEvent(new Event("input", {bubbles: true}));

    async function run(optimizer: Candidate["make"], id: string): Promise<RateSearch | null> {
      line.text(words.searching(found.size, candidates.length));
      const search = await inPortions(rateSearch({...task, rates, optimizer}), {signal});
      if (search) remembered.set(id, search);
      return search;
    }
  }

  return Object.defineProperties(element, {
    value: {get: () => value},
    search: {
      value: (task: TunerTask): void => {
        running.abort();
        running = new AbortController();
        const {signal} = running;
        element.dataset.state = "searching";
        setTimeout(() => signal.aborted || search(task, signal), rest);
      }
    }
  }) as unknown as Tuner; // the type checker does not see what defineProperties adds
}
