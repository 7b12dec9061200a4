import {mailbox} from "./mailbox.js";
import type {Ending, FromWorker, Report, ToWorker, TrainingTask} from "./messages.js";
import type {Port} from "./port.js";

/** A training at the other end of a port: its reports, one after the other, and in the end how it ended. */
export interface RemoteTraining extends AsyncGenerator<Report, Ending, void> {
  /** Ends it after the update under way; the reports until there come still, and the ending has a checkpoint. */
  stop(): void;
  /** Ends it at once, also where a report is awaited. */
  cancel(): void;
}

/** What the page does between reports, and after the last. */
export interface RemoteOptions {
  /** Is awaited before a report is acknowledged: while it waits, the training rests. */
  readonly ready?: () => Promise<unknown>;
  /** Is called when the training has ended, however: frees what the port belongs to. */
  readonly close?: () => void;
}

/**
 * Has a training done at the other end of a port, where `serveTraining` is:
 *
 *     for await (const {epochs, parameters} of remoteTraining(port, task)) draw(epochs, parameters);
 *
 * Whoever asks for the next report acknowledges the one before, so a slow reader slows the training down instead of
 * being flooded; leaving the loop cancels it.
 *
 * @throws at the first report what `trainingSession` does, as if it had happened here
 */
export function remoteTraining(
  port: Port,
  task: TrainingTask,
  {ready = async () => {}, close = () => {}}: RemoteOptions = {}
): RemoteTraining {
  const inbox = mailbox<FromWorker>();
  let cancelled = false;
  const say = (message: ToWorker): void => port.postMessage(message, []);

  async function* reports(): AsyncGenerator<Report, Ending, void> {
    try {
      for (;;) {
        const message = await inbox.take();
        if (cancelled) return cancellation;
        if (message.type === "error") throw errorOf(message);
        if (message.type === "ending") return message.ending;
        yield message.report;
        ready().then(() => say({type: "acknowledge"}));
      }
    } finally {
      close();
    }
  }
  function cancel(): void {
    close();
    cancelled = true;
    inbox.put({type: "ending", ending: cancellation});
  }

  port.addEventListener("message", ({data}) => inbox.put(data as FromWorker)); // what `serveTraining` says
  port.addEventListener("error", ({message = "it could not be loaded"}) =>
    inbox.put({type: "error", name: "Error", message: `the worker failed: ${message}`})
  );
  say({type: "start", task});
  const generator = reports();
  const leave = generator.return.bind(generator);
  return Object.assign(generator, {
    stop: () => say({type: "stop"}),
    cancel,
    return(value: Ending | PromiseLike<Ending>) {
      cancel();
      return leave(value);
    }
  });
}

const cancellation: Ending = {how: "cancelled", checkpoint: null};

/** An error as it was thrown there. */
const errorOf = ({name, message}: {readonly name: string; readonly message: string}): Error =>
  new (({RangeError, TypeError})[name] ?? Error)(message);
