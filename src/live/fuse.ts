import {browserStorage} from "./browserStorage.js";

/** A mark in storage that stays when edited code freezes the tab: the next visit finds it. */
export interface Fuse {
  /** Whether the last visit ended frozen; asking forgets it. */
  blown(): boolean;
  /** Edited code is about to run. */
  light(): void;
}

/** How long after a run the page must answer for the run to count as survived, in milliseconds. */
const proof = 1000;

/** The fuse of a page; leaving the page puts it out, a frozen tab cannot. */
export function fuse(key: string, storage: Storage | null = browserStorage(), page: Window = window): Fuse {
  let timer: number | null = null;

  function putOut(): void {
    timer = null;
    storage?.removeItem(key);
  }
  page.addEventListener("pagehide", () => timer !== null && putOut());

  return {
    blown() {
      const found = storage?.getItem(key) === "lit";
      if (found) storage?.removeItem(key);
      return found;
    },
    light() {
      if (timer !== null) page.clearTimeout(timer);
      else
        try {
          storage?.setItem(key, "lit");
        } catch {
          // Storage is full: the edits are not kept either, so the next visit is safe.
        }
      timer = page.setTimeout(putOut, proof);
    }
  };
}
