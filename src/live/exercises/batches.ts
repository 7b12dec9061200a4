import {random} from "../../lib/random.js";
import type {Random} from "../../lib/types.js";
import type {Exercise} from "./exercise.js";
import {compareAll, first, mismatch} from "./findings.js";

type Batches = (m: number, size: number, random: Random) => Iterable<ArrayLike<number>>;

/** One epoch of an answer, cut off where it does not end. */
function epoch(batches: Batches, m: number, size: number, source: Random): number[][] {
  const sets: number[][] = [];
  for (const batch of batches(m, size, source)) {
    sets.push(Array.from(batch));
    if (sets.length > m) break;
  }
  return sets;
}

const flat = (sets: readonly number[][]): number[] => sets.flat();
const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);
const upTo = (m: number): number[] => Array.from({length: m}, (_, i) => i);
const same = (a: readonly number[], b: readonly number[]): boolean => a.join() === b.join();

/** The mini-batches of an epoch. */
export const batches: Exercise<Batches> = {
  name: "batches",
  task: {
    en: "Write the mini-batches of one epoch as a generator: `batches(m, size, random)` yields arrays of sample indices, `size` at a time. Together they hold each of $0 \\ldots m-1$ once, in an order drawn with `random()`, which is uniform in $[0, 1)$.",
    zh: "用生成器写出一个 epoch 的小批量：`batches(m, size, random)` 每次产出 `size` 个样本下标。合起来 $0 \\ldots m-1$ 各出现一次，次序由 $[0, 1)$ 上均匀的 `random()` 抽取。"
  },
  stub: `function* batches(m: number, size: number, random: () => number): Generator<number[]> {
  const order = Array.from({length: m}, (_, i) => i);
  yield order;
}`,
  checks: [
    {
      title: {
        en: "10 samples in batches of 3: each index comes exactly once.",
        zh: "10 个样本、每批 3 个：每个下标恰好出现一次。"
      },
      run: (batches) =>
        compareAll(
          (i) => ({en: `index ${i} in ascending order`, zh: `按升序的第 ${i} 个下标`}),
          upTo(10),
          sorted(flat(epoch(batches, 10, 3, random(1)))),
          0
        )
    },
    {
      title: {
        en: "There are $\\lceil m/B \\rceil$ batches: 4 of them, and for 12 samples as well.",
        zh: "共有 $\\lceil m/B \\rceil$ 批：这里是 4 批，12 个样本时也是 4 批。"
      },
      run: (batches) =>
        first(
          ...[10, 12].map((m) => () => {
            const {length} = epoch(batches, m, 3, random(1));
            return length === 4
              ? null
              : mismatch({en: `the number of batches for m = ${m}`, zh: `m = ${m} 时的批数`}, 4, length);
          })
        )
    },
    {
      title: {
        en: "All are full, save the last, which may be short.",
        zh: "每批都满，只有最后一批可以短。"
      },
      run: (batches) =>
        compareAll(
          (i) => ({en: `the size of batch ${i + 1}`, zh: `第 ${i + 1} 批的大小`}),
          [3, 3, 3, 1],
          epoch(batches, 10, 3, random(1)).map(({length}) => length),
          0
        )
    },
    {
      title: {
        en: "Another epoch with the same source comes in another order.",
        zh: "用同一个随机源再来一个 epoch，次序不同。"
      },
      run(batches) {
        const source = random(1);
        const [one, two] = [epoch(batches, 50, 7, source), epoch(batches, 50, 7, source)].map(flat);
        return same(one, two) || same(one, upTo(50))
          ? {en: "the order stayed the same", zh: "次序没有变"}
          : null;
      }
    },
    {
      title: {en: "The same seed gives the same order.", zh: "同样的种子给出同样的次序。"},
      run(batches) {
        const [one, two] = [random(5), random(5)].map((source) => flat(epoch(batches, 50, 7, source)));
        return same(one, two) ? null : {en: "two draws with one seed differ", zh: "同一种子的两次抽取不同"};
      }
    }
  ],
  fingerprints: [
    {
      hint: {
        en: "Of 10 samples you hand out 9: the short batch at the end is missing. There are ⌈m/B⌉ batches, not ⌊m/B⌋.",
        zh: "10 个样本你只给出了 9 个：少了最后那个短的批。批数是 ⌈m/B⌉，不是 ⌊m/B⌋。"
      },
      fits: (batches) => flat(epoch(batches, 10, 3, random(1))).length === 9
    },
    {
      hint: {
        en: "Some samples come twice and some never: that is drawing with replacement. Shuffle all indices once, then cut.",
        zh: "有的样本出现两次，有的一次也没有：这是有放回抽取。应先把全部下标打乱一次，再切开。"
      },
      fits(batches) {
        const indices = flat(epoch(batches, 40, 8, random(1)));
        return indices.length === 40 && new Set(indices).size < 40;
      }
    },
    {
      hint: {
        en: "The batches are right, but they come in the order of the samples: shuffle the indices with random() first.",
        zh: "分批对了，但次序还是样本原来的次序：先用 random() 打乱下标。"
      },
      fits: (batches) => {
        const sets = epoch(batches, 10, 3, random(1));
        return sets.length === 4 && same(flat(sets), upTo(10));
      }
    }
  ],
  hints: [
    {
      en: "Two steps: bring 0 … m − 1 into a random order, then cut that order into slices.",
      zh: "两步：先把 0 … m − 1 打乱，再切成一段一段。"
    },
    {
      en: "A fair shuffle goes from the last place to the first and swaps each with a random place up to it.",
      zh: "公平的打乱：从最后一个位置往前，每个位置与它（含）之前的随机一个位置交换。"
    },
    {
      en: "for (let start = 0; start < m; start += size) yield order.slice(start, start + size): slice cuts the last one short by itself.",
      zh: "for (let start = 0; start < m; start += size) yield order.slice(start, start + size)：slice 自己会把最后一段切短。"
    }
  ],
  solution: `function* batches(m: number, size: number, random: () => number): Generator<number[]> {
  const order = Array.from({length: m}, (_, i) => i);
  for (let last = m - 1; last > 0; last--) {
    const chosen = Math.floor(random() * (last + 1));
    [order[last], order[chosen]] = [order[chosen], order[last]];
  }
  for (let start = 0; start < m; start += size) yield order.slice(start, start + size);
}`
};
