import type {FromWorker, Report, ToWorker, TrainingTask} from "./messages.js";
import type {Port} from "./port.js";
import {type TrainingSession, trainingSession} from "./trainingSession.js";

/**
 * Trains for whoever is at the other end of a port: `remoteTraining`.
 *
 * It works only while it answers a message, and that gives its pace: after a report it trains one slice ahead, then waits
 * with what it has until the report is acknowledged. A page that does not answer, because it is slow or hidden, lets it rest.
 */
export function serveTraining(
  port: Port,
  {now, slice = 20}: {readonly now: () => number; readonly slice?: number}
): void {
  let session: TrainingSession | null = null;
  let ahead: Report | null = null;
  let answered = Promise.resolve();
  const say = (message: FromWorker, transfer: ArrayBuffer[] = []): void =>
    port.postMessage(message, transfer);

  async function begin(task: TrainingTask): Promise<void> {
    session = await trainingSession(task, {now, slice});
    ahead = session.next();
    proceed();
  }
  function proceed(): void {
    if (session && ahead) {
      say({type: "report", report: ahead}, buffersOf(ahead));
      ahead = session.next();
    } else end();
  }
  function end(): void {
    const ending = session?.ending();
    session = null;
    if (ending) say({type: "ending", ending});
  }
  function stop(): void {
    if (session && ahead) say({type: "report", report: ahead}, buffersOf(ahead));
    end();
  }
  async function answer(message: ToWorker): Promise<void> {
    if (message.type === "start") await begin(message.task);
    if (message.type === "acknowledge") proceed();
    if (message.type === "stop") stop();
  }
  function fail(error: unknown): void {
    session = null;
    const {name, message} = error instanceof Error ? error : new Error(String(error));
    say({type: "error", name, message});
  }
  port.addEventListener("message", ({data}) => {
    // one after the other; the messages are those of `remoteTraining`
    answered = answered.then(() => answer(data as ToWorker)).catch(fail);
  });
}

/** What a report hands over instead of having it copied. */
const buffersOf = ({costs, parameters}: Report): ArrayBuffer[] =>
  [costs, parameters].map(({buffer}) => buffer as ArrayBuffer); // made by us, and not shared
