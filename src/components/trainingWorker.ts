import {serveTraining} from "../lib/worker/serveTraining.js";

// The worker that `trainInWorker` starts: in it, `self` is the end of the channel to the page.
serveTraining(self as unknown as Worker, {now: () => performance.now()});
