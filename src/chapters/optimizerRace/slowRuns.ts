import type {Course, Entrant, Run} from "../../components/laboratory.js";
import {descend, type Step} from "../../lib/descend.js";
import {inPortions} from "../../components/inPortions.js";

/** The runs of a laboratory for an objective that takes its time: each is yielded with those before it, when it is done. */
export async function* slowRuns(
  entrants: readonly Entrant[],
  course: Course
): AsyncGenerator<readonly Run[], void> {
  const ending = new AbortController();
  const runs: Run[] = [];
  yield [];
  try {
    for (const entrant of entrants) {
      const run = await inPortions(running(entrant, course), {signal: ending.signal});
      if (!run) return;
      runs.push(run);
      yield [...runs];
    }
  } finally {
    ending.abort();
  }
}

function* running(entrant: Entrant, {objective, start, steps}: Course): Generator<void, Run> {
  const reached: Step[] = [];
  for (const step of descend(objective, entrant.optimizer, start)) {
    reached.push(step);
    if (step.step === steps) break;
    yield;
  }
  const finite = reached.filter(({diverged}) => !diverged);
  return {
    ...entrant,
    points: finite.map(({parameters}) => parameters),
    values: finite.map(({value}) => value),
    slopes: finite.map(({gradient}) => Math.hypot(...gradient)),
    gradients: finite.map(({gradient}) => gradient),
    divergedAt: reached.find(({diverged}) => diverged)?.step ?? null,
    at: (step) => reached[Math.min(step, reached.length - 1)]
  };
}
