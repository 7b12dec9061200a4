import {readdirSync, statSync} from "node:fs";
import {join} from "node:path";

/** Every file below a folder, as sorted paths relative to it. */
export function filesBelow(folder: string, below = ""): string[] {
  return readdirSync(join(folder, below))
    .sort()
    .map((name) => join(below, name))
    .flatMap((path) => (statSync(join(folder, path)).isDirectory() ? filesBelow(folder, path) : [path]));
}
