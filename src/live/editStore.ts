import {browserStorage} from "./browserStorage.js";
import {type KeptCell, readKept, writeKept} from "./kept.js";

/** How keeping went: `full` and `forbidden` mean that the edits live only until the page is left. */
export type Keeping = "kept" | "full" | "forbidden";

/** The place in the reader's browser where the edits of a page stay. */
export interface EditStore {
  /** What was kept; nothing where that cannot be read. */
  read(): KeptCell[];
  write(cells: readonly KeptCell[]): Keeping;
}

/** The store under a key. */
export function editStore(key: string, storage: Storage | null = browserStorage()): EditStore {
  return {
    read() {
      try {
        const text = storage?.getItem(key);
        return text ? readKept(text) : [];
      } catch {
        return [];
      }
    },
    write(cells) {
      if (!storage) return "forbidden";
      try {
        if (cells.length) storage.setItem(key, writeKept(cells));
        else storage.removeItem(key);
        return "kept";
      } catch {
        return "full";
      }
    }
  };
}
