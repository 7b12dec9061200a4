import {browserStorage} from "./browserStorage.js";

/** The key under which the browser keeps the names of the exercises that are solved; the script of every page reads it. */
export const solvedKey = "descent:exercises";

/** Adds an exercise to those that are solved. Where nothing can be kept, it is solved for this visit only. */
export function keepSolved(name: string, storage: Storage | null = browserStorage()): void {
  try {
    const solved: unknown = JSON.parse(storage?.getItem(solvedKey) ?? "[]");
    storage?.setItem(
      solvedKey,
      JSON.stringify([...new Set([...(Array.isArray(solved) ? solved : []), name])])
    );
  } catch {
    // Storage is full, or what is kept there is not ours to read.
  }
}
