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
  "tools",
  "src"
];

/** The project in a temporary folder, without what was built before; `leave` names what shall stay behind. */
export function copyProject(leave: RegExp = /^$/): string {
  const copy = mkdtempSync(join(tmpdir(), "descent-"));
  const filter = (path: string): boolean => !path.includes(".observablehq/") && !leave.test(path);
  for (const part of parts)
    cpSync(join(repository, part), join(copy, part), {recursive: true, verbatimSymlinks: true, filter});
  symlinkSync(join(repository, "node_modules"), join(copy, "node_modules"), "dir");
  return copy;
}
