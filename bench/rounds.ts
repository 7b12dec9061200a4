/** Something whose speed is measured: it advances by equal pieces of work. */
export interface Entrant {
  readonly name: string;
  /** Called before each turn, outside of the time. */
  prepare?(): Promise<void>;
  advance(count: number): void | Promise<void>;
}

export interface RoundOptions {
  readonly rounds: number;
  /** Milliseconds that a turn should take; a single piece of work may take longer. */
  readonly turn: number;
  /** The time in milliseconds. */
  readonly clock: () => number;
}

/** The pieces of work per second of each entrant, one number a round. */
export type Speeds = Readonly<Record<string, readonly number[]>>;

/**
 * Takes the entrants in turns, round after round, each round beginning with another: whatever else the machine does
 * meets all of them alike, and the ratios of a round tell more than the speeds.
 */
export async function race(entrants: readonly Entrant[], options: RoundOptions): Promise<Speeds> {
  const counts: number[] = [];
  for (const entrant of entrants) counts.push(await countFor(entrant, options));
  const speeds = entrants.map((): number[] => []);
  for (let round = 0; round < options.rounds; ++round)
    for (let k = 0; k < entrants.length; ++k) {
      const i = (round + k) % entrants.length;
      speeds[i].push(counts[i] / (await time(entrants[i], counts[i], options.clock)));
    }
  return Object.fromEntries(entrants.map(({name}, i) => [name, speeds[i]]));
}

/** How many pieces fill a turn; the search warms the entrant up. */
async function countFor(entrant: Entrant, {turn, clock}: RoundOptions): Promise<number> {
  for (let count = 1; ; count *= 2) {
    const milliseconds = 1000 * (await time(entrant, count, clock));
    if (milliseconds >= turn / 2) return Math.max(1, Math.round((count * turn) / milliseconds));
  }
}

async function time(entrant: Entrant, count: number, clock: () => number): Promise<number> {
  await entrant.prepare?.();
  const start = clock();
  await entrant.advance(count);
  return (clock() - start) / 1000;
}
