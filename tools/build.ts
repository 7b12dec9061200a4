import {readdirSync, rmSync} from "node:fs";
import {build, FileBuildEffects} from "@observablehq/framework/dist/build.js";
import {readConfig} from "@observablehq/framework/dist/config.js";
import {checkCells, formatDiagnostic} from "./check-cells.js";
import {finish} from "./finish.js";
import {mapProblems} from "./map.js";
import {verify} from "./verify.js";
import {weights} from "./weights.js";

/** Builds the whole site into `dist/` and ends non-zero when anything in it is wrong. */
async function main(): Promise<void> {
  const config = await readConfig("observablehq.config.ts");
  const cache = `${config.root}/.observablehq/cache`;
  forgetLoaded(cache);
  stopAt(mapProblems(config.root));
  stopAt(checkCells({root: "."}).map(formatDiagnostic));
  await build({config}, new FileBuildEffects(config.output, cache, quiet));
  await finish(config.output);
  stopAt(verify(config.output));
  report(config.output);
}

/** Framework says every file it copies; only what goes wrong is worth reading, and `verify` tells that. */
const quiet = {logger: {log() {}, warn() {}, error: console.error}, output: {write() {}}};

/** What data loaders made before may be stale: what they import is not watched. */
function forgetLoaded(cache: string): void {
  for (const name of readdirSync(cache).filter((entry) => !entry.startsWith("_")))
    rmSync(`${cache}/${name}`, {recursive: true});
}

function stopAt(problems: readonly string[]): void {
  if (problems.length === 0) return;
  throw new Error(`${problems.length} problem${problems.length > 1 ? "s" : ""}:\n${problems.join("\n")}`);
}

function report(dist: string): void {
  const found = weights(dist);
  for (const {page, part, bytes, budget} of found)
    console.log(
      `${page.padEnd(32)} ${part.padEnd(10)} ${kilobytes(bytes)} of ${kilobytes(budget)} script, gzipped`
    );
  stopAt(
    found
      .filter(({bytes, budget}) => bytes > budget)
      .map(
        ({page, part, bytes, budget}) =>
          `${page}, ${part}: ${kilobytes(bytes)} of script is above ${kilobytes(budget)}`
      )
  );
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1).padStart(6)} kB`;

try {
  await main();
} catch (error) {
  console.error(`build failed: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
