import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {editStore} from "../../src/live/editStore.js";
import {type KeptCell, matchKept, readKept, writeKept} from "../../src/live/kept.js";
import {carriesCode, packHash, unpackHash} from "../../src/live/shareLink.js";
import {keepSolved, solvedKey} from "../../src/live/solvedStore.js";
import {storage} from "./storage.js";

const cell = (original: string, at: number, code: string | null = "mine"): KeptCell => ({
  original,
  at,
  code,
  waiting: false,
  below: []
});

const anyCells = fc.array(
  fc.record({
    original: fc.string({unit: "binary"}),
    at: fc.nat(50),
    code: fc.option(fc.string({unit: "binary"})),
    waiting: fc.boolean(),
    below: fc.array(fc.record({code: fc.string({unit: "binary"}), waiting: fc.boolean()}), {maxLength: 3})
  }),
  {maxLength: 4}
);

test("readKept undoes writeKept, and leaves out what else stands there", () => {
  fc.assert(
    fc.property(anyCells, (cells) => {
      expect(readKept(writeKept(cells))).toEqual(cells);
    })
  );
  const text = JSON.stringify({version: 1, cells: [{...cell("a", 0), __proto__: 1, extra: 2}], more: 3});
  expect(readKept(text)).toEqual([cell("a", 0)]);
});

test.each([
  "",
  "null",
  "[]",
  "{}",
  '{"version": 2, "cells": []}',
  '{"version": 1, "cells": {}}',
  '{"version": 1, "cells": [null]}',
  JSON.stringify({version: 1, cells: [{...cell("a", 0), original: 1}]}),
  JSON.stringify({version: 1, cells: [{...cell("a", -1)}]}),
  JSON.stringify({version: 1, cells: [{...cell("a", 0.5)}]}),
  JSON.stringify({version: 1, cells: [{...cell("a", 0), code: 1}]}),
  JSON.stringify({version: 1, cells: [{...cell("a", 0), waiting: "no"}]}),
  JSON.stringify({version: 1, cells: [{...cell("a", 0), below: "x"}]}),
  JSON.stringify({version: 1, cells: [{...cell("a", 0), below: [{code: 1, waiting: false}]}]})
])("readKept(%j) is refused", (text) => {
  expect(() => readKept(text)).toThrow(SyntaxError);
});

describe("matchKept(cells, originals)", () => {
  const places = (cells: KeptCell[], originals: string[]) =>
    matchKept(cells, originals).map(({index, changed}) => [index, changed]);

  test("finds a cell by its text, wherever it has gone", () => {
    expect(places([cell("b", 1)], ["new", "a", "b"])).toEqual([[2, false]]);
  });

  test("finds among equal texts the nearest, each once", () => {
    expect(places([cell("a", 2), cell("a", 0)], ["a", "b", "a"])).toEqual([
      [2, false],
      [0, false]
    ]);
  });

  test("says where the text has changed, at the old place or the nearest that is free", () => {
    expect(places([cell("old", 1)], ["a", "new"])).toEqual([[1, true]]);
    expect(places([cell("old", 7)], ["a", "new"])).toEqual([[1, true]]);
    expect(places([cell("old", 0), cell("a", 0)], ["a", "new"])).toEqual([
      [1, true],
      [0, false]
    ]);
  });

  test("finds a cell whose text the page has taken over: there is nothing to choose", () => {
    expect(places([cell("old", 0, "new")], ["a", "new"])).toEqual([[1, false]]);
    expect(places([cell("old", 1, "mine"), cell("gone", 0, "new")], ["a", "new"])).toEqual([
      [0, true],
      [1, false]
    ]);
  });

  test("leaves out what has no place any more", () => {
    expect(places([cell("a", 0), cell("b", 1)], ["a"])).toEqual([[0, false]]);
    expect(places([cell("a", 0)], [])).toEqual([]);
  });
});

describe("editStore(key, storage)", () => {
  test("keeps edits, and nothing where there are none", () => {
    const kept = storage();
    const store = editStore("key", kept);
    expect(store.read()).toEqual([]);
    expect(store.write([cell("a", 0)])).toBe("kept");
    expect(editStore("key", kept).read()).toEqual([cell("a", 0)]);
    expect(store.write([])).toBe("kept");
    expect(kept.length).toBe(0);
  });

  test("says that the storage is full, and what was kept stays", () => {
    const store = editStore("key", storage(200));
    store.write([cell("a", 0)]);
    expect(store.write([cell("a", 0, "x".repeat(500))])).toBe("full");
    expect(store.read()).toEqual([cell("a", 0)]);
  });

  test("says that there is no storage", () => {
    const store = editStore("key", null);
    expect(store.write([cell("a", 0)])).toBe("forbidden");
    expect(store.read()).toEqual([]);
  });

  test("takes what it cannot read for nothing", () => {
    const kept = storage();
    kept.setItem("key", "{broken");
    expect(editStore("key", kept).read()).toEqual([]);
  });
});

describe("links", () => {
  test("unpackHash undoes packHash, which holds only letters that addresses may", async () => {
    await fc.assert(
      fc.asyncProperty(anyCells, async (cells) => {
        const hash = await packHash(cells);
        expect(hash).toMatch(/^#live=[\w-]*$/);
        expect(carriesCode(hash)).toBe(true);
        expect(await unpackHash(hash)).toEqual(cells);
      })
    );
  });

  test("an edit of a long cell makes a short link, for it shares its text with the page's", async () => {
    const original = Array.from({length: 60}, (_, i) => `const value${i} = ${i * 7919};`).join("\n");
    const hash = await packHash([cell(original, 0, original.replace("7919", "1"))]);
    expect(hash.length).toBeLessThan(original.length);
  });

  test("a link that unpacks to more than 1 MiB is refused, however short it is", async () => {
    const bomb = await packHash([cell("a", 0, " ".repeat(2 ** 20 + 1))]);
    expect(bomb.length).toBeLessThan(5000);
    await expect(unpackHash(bomb)).rejects.toThrow("a link may carry 1048576 bytes of code");
    expect(await unpackHash(await packHash([cell("a", 0, " ".repeat(2 ** 20 - 200))]))).toHaveLength(1);
  });

  test.each(["#live=", "#live=!!", "#live=AAAA", "#live=q1YqUrIyMNBRKkpNzFGyAgA"])(
    "%s is refused",
    async (hash) => {
      await expect(unpackHash(hash)).rejects.toThrow();
    }
  );

  test("other hashes carry no code", () => {
    expect(["", "#momentum", "#lively=1"].map(carriesCode)).toEqual([false, false, false]);
  });
});

describe("keepSolved(name)", () => {
  test("keeps each name once", () => {
    const kept = storage();
    for (const name of ["ema", "batches", "ema"]) keepSolved(name, kept);
    expect(JSON.parse(kept.getItem(solvedKey)!)).toEqual(["ema", "batches"]);
  });

  test("does without storage, a full one, and what it cannot read", () => {
    expect(() => keepSolved("ema", null)).not.toThrow();
    expect(() => keepSolved("ema", storage(1))).not.toThrow();
    const broken = storage();
    broken.setItem(solvedKey, "{");
    expect(() => keepSolved("ema", broken)).not.toThrow();
    const strange = storage();
    strange.setItem(solvedKey, "5");
    keepSolved("ema", strange);
    expect(strange.getItem(solvedKey)).toBe('["ema"]');
  });
});
