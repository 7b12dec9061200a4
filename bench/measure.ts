import {contenders} from "./contenders/index.js";
import type {Contender, Training} from "./contenders/contender.js";
import {peakOperations} from "./peak.js";
import type {Measured} from "./report.js";
import {type Entrant, race} from "./rounds.js";
import {batchesPerEpoch, operations, type Workload, workloads} from "./workloads.js";

const rounds = {rounds: 11, turn: 40, clock: () => performance.now()};

/**
 * Races all contenders, and the machine's peaks beside them, over all workloads, after each has shown that it learns.
 *
 * @throws Error when one does not, or other than the first
 */
export async function measure(peaks: readonly Entrant[], say: (line: string) => void): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const workload of workloads()) {
    say(workload.name);
    measured.push(await measureOne(workload, peaks, say));
  }
  return measured;
}

async function measureOne(
  workload: Workload,
  peaks: readonly Entrant[],
  say: (line: string) => void
): Promise<Measured> {
  const entrants: Entrant[] = [];
  let reference: number | undefined;
  for (const contender of contenders.filter(({accepts}) => accepts?.(workload) ?? true)) {
    const training = await contender.begin(workload);
    const [before, after] = await learn(training, {...workload, loss: contender.loss ?? workload.loss});
    say(`  ${contender.name}: cost ${before.toFixed(4)} → ${after.toFixed(4)}`);
    reference ??= after;
    check(contender, before, after, reference);
    entrants.push({name: contender.name, ...training});
  }
  const speeds = await race([...entrants, ...peaks], rounds);
  const scaled = (names: readonly {name: string}[], unit: number) =>
    Object.fromEntries(names.map(({name}) => [name, speeds[name].map((speed) => speed * unit)]));
  return {
    workload: workload.name,
    samples: scaled(entrants, workload.batchSize),
    peaks: scaled(peaks, peakOperations),
    operationsPerSample: operations(workload) / workload.batchSize
  };
}

/** The cost of all samples before and after some epochs. */
async function learn(training: Training, {loss, Y, sizes}: Workload): Promise<[number, number]> {
  await training.prepare?.();
  const before = loss(await training.outputs(), Y);
  await training.advance(batchesPerEpoch * (sizes[0] < 100 ? 50 : 2));
  return [before, loss(await training.outputs(), Y)];
}

/** Equal work has equal results, but for rounding; who updates more often must at least learn. */
function check({name, online}: Contender, before: number, after: number, reference: number): void {
  if (!(after < 0.9 * before)) throw new Error(`${name} does not learn: cost ${before} → ${after}`);
  if (!online && Math.abs(after - reference) > 0.01 * reference)
    throw new Error(`${name} does other work: cost ${after}, not ${reference}`);
}
