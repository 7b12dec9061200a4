import {cpSync, mkdtempSync, symlinkSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";

const repository = resolve(import.meta.dirname, "../..");
const parts = [
  "package.json",
  "tsconfig.json",
  "biome.json",
  "observablehq.config.ts",
  "lib",
  "data",
  "test/golden",
  "tools",
  "src"
];

/** All that Framework made before, and all save the packages that it bundled: these cost a preview some seconds. */
const made = {cold: /\.observablehq[/\\]/, warm: /\.observablehq[/\\](?!cache$|cache[/\\]_node)/};

/** The project in a temporary folder, without what was built before; `leave` names what shall stay behind. */
export function copyProject({leave = /^$/, cache = "cold" as keyof typeof made} = {}): string {
  const copy = mkdtempSync(join(tmpdir(), "descent-"));
  const filter = (path: string): boolean => !made[cache].test(path) && !leave.test(path);
  for (const part of parts)
    cpSync(join(repository, part), join(copy, part), {recursive: true, verbatimSymlinks: true, filter});
  symlinkSync(join(repository, "node_modules"), join(copy, "node_modules"), "dir");
  return copy;
}
