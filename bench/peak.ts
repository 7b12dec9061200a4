import type {Entrant} from "./rounds.js";

/** A turn of the loop in `kernels/peak.ts`: a multiplication and an addition of four numbers in each of 12 registers. */
const operationsPerTurn = 96;
const turns = 10_000;

/** The operations of one piece of work. */
export const peakOperations = operationsPerTurn * turns;

/** The loop, from its compiled bytes, as something to race; none where the runtime does not know its instructions. */
export function peakEntrant(name: string, bytes: Uint8Array<ArrayBuffer>): Entrant[] {
  if (!WebAssembly.validate(bytes)) return [];
  // compiled as the engine's kernels are, it asks for a memory, which it does not touch
  const env = {memory: new WebAssembly.Memory({initial: 1})};
  const {exports} = new WebAssembly.Instance(new WebAssembly.Module(bytes), {env});
  // what kernels/peak.ts exports
  const peak = exports.peak as (turns: number, x: number, y: number) => number;
  return [{name, advance: (count) => void peak(count * turns, 0.75, 0.25)}];
}
