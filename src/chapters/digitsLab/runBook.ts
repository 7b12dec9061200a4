import type {Evaluation} from "../../lib/evaluate.js";
import type {Checkpoint} from "../../lib/checkpoint.js";
import type {Network} from "../../lib/network.js";
import {random} from "../../lib/random.js";
import {describedNetwork} from "../../lib/worker/describedNetwork.js";
import type {Ending, Report, TrainingTask} from "../../lib/worker/messages.js";
import type {RemoteTraining} from "../../lib/worker/remoteTraining.js";
import type {Vector} from "../../lib/types.js";
import type {Prepared} from "./prepare.js";
import {networkOf, type Settings} from "./settings.js";
import {taskOf} from "./taskOf.js";

/** How a network did after so many epochs. */
export interface Mark {
  readonly epoch: number;
  readonly train: Evaluation;
  readonly test: Evaluation;
}

export type Status =
  | "new"
  | "waiting"
  | "training"
  | "stopped"
  | "finished"
  | "diverged"
  | "refused"
  | "loaded";

/** A training of the lab: how it was set, and how far it has come. */
export interface Run {
  readonly id: number;
  /** Its place among the lines of the pictures, from 0. */
  readonly slot: number;
  readonly settings: Settings;
  readonly prepared: Prepared;
  /** Its parameters are those of the last report that was finite. */
  readonly network: Network;
  /** The parameters as they were drawn; zeros where that is not known. */
  readonly initial: Vector;
  readonly status: Status;
  /** Whether it stays when another one is begun. */
  readonly kept: boolean;
  readonly marks: readonly Mark[];
  /** How long the worker has worked on it. */
  readonly milliseconds: number;
  readonly updates: number;
  readonly checkpoint: Checkpoint | null;
  /** Why it was refused. */
  readonly problem: string | null;
  /** The file that its network comes from. */
  readonly file: string | null;
}

/** How many runs are compared at most. */
export const mostRuns = 4;

export interface RunBookOptions {
  readonly prepare: (settings: Settings) => Prepared;
  readonly train: (task: TrainingTask) => RemoteTraining;
  /** Waits until what has changed is drawn. */
  readonly drawn: () => Promise<unknown>;
}

/** The runs of the lab. One trains at a time; the others wait for it. */
export interface RunBook {
  readonly runs: readonly Run[];
  /** Tells the runs at once and whenever one changes; the answer ends that. */
  watch(listener: (runs: readonly Run[]) => unknown): () => void;
  /** Makes the new run, where there is one that was not trained yet, one of these settings. */
  draft(settings: Settings): void;
  /** Trains with these settings, in place of the runs that are not kept. */
  train(settings: Settings): void;
  /** Trains one after the other, in place of all runs. */
  compare(settings: readonly Settings[]): void;
  /** Ends the training under way, and the waiting of the others, so that they can be resumed. */
  stop(): void;
  /** Goes on with all that was stopped. */
  resume(): void;
  /** Goes on with a run that has finished, for it is to have more epochs. */
  extend(id: number, epochs: number): void;
  keep(id: number, kept: boolean): void;
  drop(id: number): void;
  /** Takes in a network that was trained before, in place of the runs that are not kept. */
  load(network: Network, run: Pick<Run, "settings" | "marks" | "file">): void;
}

/** A book with one new run. */
export function runBook({prepare, train, drawn}: RunBookOptions, first: Settings): RunBook {
  const listeners = new Set<(runs: readonly Run[]) => unknown>();
  let count = 0;
  let drafted = first;
  let active: {readonly id: number; readonly training: RemoteTraining} | null = null;
  let runs: readonly Run[] = [begun(first, [])];

  function begun(settings: Settings, others: readonly Run[], changes: Partial<Run> = {}): Run {
    const slots = others.map(({slot}) => slot);
    const network = describedNetwork(networkOf(settings), random(settings.seed));
    return {
      ...blank,
      id: ++count,
      slot: [0, 1, 2, 3].find((slot) => !slots.includes(slot))!, // there are never more than four
      settings,
      prepared: prepare(settings),
      network,
      initial: network.parameters.slice(),
      ...changes
    };
  }

  function set(changed: readonly Run[]): void {
    runs = changed;
    if (active && !runs.some(({id}) => id === active!.id)) {
      active.training.cancel();
      active = null;
    }
    for (const listener of listeners) listener(runs);
    const next = active ? undefined : runs.find(({status}) => status === "waiting");
    if (next) follow(next);
  }
  const change = (id: number, changes: Partial<Run>): void =>
    set(runs.map((run) => (run.id === id ? {...run, ...changes} : run)));
  const turn = (from: Status, to: Status): void =>
    set(runs.map((run) => (run.status === from ? {...run, status: to} : run)));

  async function follow({id, settings, prepared, checkpoint}: Run): Promise<void> {
    const training = train({...taskOf(settings, prepared), ...(checkpoint && {resume: checkpoint})});
    const isActive = (): boolean => active?.training === training;
    const end = (changes: Partial<Run>): void => {
      if (!isActive()) return;
      active = null;
      change(id, changes);
    };
    active = {id, training};
    change(id, {status: "training"});
    try {
      for (;;) {
        const {done, value} = await training.next();
        if (done) return end(endingOf(value));
        if (isActive()) take(id, value);
        await drawn();
      }
    } catch (error) {
      end({status: "refused", problem: error instanceof Error ? error.message : String(error)});
    }
  }

  function take(id: number, {parameters, epochs, milliseconds, step}: Report): void {
    const run = runs.find((other) => other.id === id)!; // the active one is among them
    if (parameters.every(Number.isFinite)) run.network.parameters.set(parameters);
    const marks = epochs.map(({epoch, measured: {train, test}}) => ({epoch, train, test}));
    change(id, {
      marks: [...run.marks, ...marks.filter(({train}) => Number.isFinite(train.cost))],
      milliseconds: run.milliseconds + milliseconds,
      updates: step
    });
  }

  /** In place of the runs that are not kept comes a new one, unless there are as many as may be. */
  function replace(settings: Settings, changes: Partial<Run>): void {
    const stay = runs.filter(({kept}) => kept);
    if (stay.length < mostRuns) set([...stay, begun(settings, stay, changes)]);
  }

  return {
    get runs() {
      return runs;
    },
    watch(listener) {
      listeners.add(listener);
      listener(runs);
      return () => listeners.delete(listener);
    },
    draft(settings) {
      drafted = settings;
      const others = runs.filter(({status}) => status !== "new");
      if (others.length < runs.length) set([...others, begun(settings, others)]);
    },
    train: (settings) => replace(settings, {status: "waiting"}),
    load(network, changes) {
      const initial = new Float64Array(network.parameters.length);
      replace(changes.settings, {...changes, network, initial, status: "loaded"});
    },
    compare(list) {
      const next: Run[] = [];
      for (const [i, settings] of list.slice(0, mostRuns).entries())
        next.push(begun(settings, next, {status: "waiting", kept: i < list.length - 1}));
      set(next);
    },
    stop() {
      turn("waiting", "stopped");
      active?.training.stop();
    },
    resume: () => turn("stopped", "waiting"),
    extend(id, epochs) {
      const {settings} = runs.find((run) => run.id === id)!; // whoever extends a run has seen it
      change(id, {status: "waiting", settings: {...settings, epochs}});
    },
    keep: (id, kept) => change(id, {kept}),
    drop(id) {
      const stay = runs.filter((run) => run.id !== id);
      set(stay.length ? stay : [begun(drafted, [])]);
    }
  };
}

const blank = {
  status: "new",
  kept: false,
  marks: [],
  milliseconds: 0,
  updates: 0,
  checkpoint: null,
  problem: null,
  file: null
} as const;

const endingOf = ({how, checkpoint}: Ending): Partial<Run> => ({
  status: how === "cancelled" ? "stopped" : how,
  checkpoint
});
