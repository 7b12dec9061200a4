import {type RemoteTraining, remoteTraining} from "../lib/worker/remoteTraining.js";
import type {TrainingTask} from "../lib/worker/messages.js";

/**
 * Trains in a worker of its own, while the page goes on; a hidden tab makes it rest.
 *
 *     for await (const {epochs, parameters} of trainInWorker(task)) draw(epochs, parameters);
 */
export function trainInWorker(task: TrainingTask): RemoteTraining {
  const worker = new Worker(import.meta.resolve("./trainingWorker.js"), {type: "module"});
  return remoteTraining(worker, task, {ready: shown, close: () => worker.terminate()});
}

/** Waits while the tab is hidden. */
function shown(): Promise<unknown> {
  return new Promise((resolve) => {
    if (!document.hidden) return resolve(null);
    document.addEventListener("visibilitychange", resolve, {once: true});
  });
}
