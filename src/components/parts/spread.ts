/** How far apart labels must stand, and between which ends. */
export interface SpreadOptions {
  readonly gap: number;
  readonly low: number;
  readonly high: number;
}

interface Block {
  readonly sum: number;
  readonly count: number;
}

const middle = ({sum, count}: Block): number => sum / count;

/**
 * Moves positions apart until neighbours keep a gap, with the least sum of squared moves; the order stays.
 *
 * Less i·gap, kept distances become an increasing sequence: neighbours out of order are pooled to their mean
 * (isotonic regression by pool adjacent violators, Ayer et al. 1955).
 */
export function spread(positions: readonly number[], {gap, low, high}: SpreadOptions): number[] {
  const order = positions.map((_, i) => i).sort((i, j) => positions[i] - positions[j]);
  const blocks: Block[] = [];
  order.forEach((i, rank) => {
    let block = {sum: positions[i] - rank * gap, count: 1};
    while (blocks.length && middle(blocks.at(-1)!) > middle(block)) {
      const {sum, count} = blocks.pop()!;
      block = {sum: sum + block.sum, count: count + block.count};
    }
    blocks.push(block);
  });
  const top = high - (positions.length - 1) * gap;
  const pooled = blocks.flatMap((block) => Array.from({length: block.count}, () => middle(block)));
  const moved = new Array<number>(positions.length);
  order.forEach((i, rank) => {
    moved[i] = Math.max(low, Math.min(top, pooled[rank])) + rank * gap;
  });
  return moved;
}
