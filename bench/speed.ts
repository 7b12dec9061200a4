import {copyFileSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {createRequire} from "node:module";
import {cpus} from "node:os";
import {join} from "node:path";
import {setFlagsFromString} from "node:v8";
import {type BuildOptions, build} from "esbuild";
import {openBrowser} from "../test/e2e/browser.js";
import {compileKernels} from "../tools/build-kernels.js";
import {serveSite} from "../tools/site.js";
import type {measure} from "./measure.js";
import {peakEntrant} from "./peak.js";
import {type Measured, peak, type Runtime, speedTables} from "./report.js";

const here = import.meta.dirname;
const made = join(here, "dist");

const plain = await compilePeak(false);
const fused = await compilePeak(true);
const runtimes = [await inNode(), await inChromium()];
const report = describeSpeed(runtimes);
console.log(report);
if (process.argv.includes("--write")) writeReport(report);

async function compilePeak(fuses: boolean): Promise<Uint8Array<ArrayBuffer>> {
  return Uint8Array.from(await compileKernels(fuses, "bench/kernels/peak.ts"));
}

async function inNode(): Promise<Runtime> {
  await bundle({
    entryPoints: ["measure.ts"],
    platform: "node",
    packages: "external",
    format: "cjs",
    outExtension: {".js": ".cjs"}
  });
  const require = createRequire(import.meta.url);
  // what was just made of measure.ts
  const {measure: run} = require(join(made, "measure.cjs")) as {measure: typeof measure};
  const peaks = [...peakEntrant("plain", plain), ...allowingFused(() => peakEntrant("fused", fused))];
  return {name: `Node ${process.versions.node}`, measured: await run(peaks, console.log)};
}

/** Node 20 fuses only when told to; the machine's peak is what it is, told or not. */
function allowingFused<T>(make: () => T): T {
  if (WebAssembly.validate(fused)) return make();
  setFlagsFromString("--experimental-wasm-relaxed-simd");
  const result = make();
  setFlagsFromString("--no-experimental-wasm-relaxed-simd");
  return result;
}

async function inChromium(): Promise<Runtime> {
  await bundle({
    entryPoints: ["page.ts"],
    platform: "browser",
    format: "iife",
    define: {global: "globalThis"}
  });
  for (const name of ["", "-simd", "-threaded-simd"].map((kind) => `tfjs-backend-wasm${kind}.wasm`))
    copyFileSync(join(here, "node_modules/@tensorflow/tfjs-backend-wasm/dist", name), join(made, name));
  writeFileSync(
    join(made, "index.html"),
    '<!doctype html><meta charset="utf-8"><script src="page.js"></script>'
  );
  writeFileSync(join(made, "404.html"), "");
  const site = await serveSite(made);
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    page.on("console", (message) => console.log(message.text()));
    await page.goto(site.url);
    const measured = await page.evaluate<Measured[]>(`measureHere([${plain}], [${fused}])`);
    return {name: `Chromium ${browser.version().split(".")[0]}`, measured};
  } finally {
    await browser.close();
    await site.close();
  }
}

async function bundle(options: BuildOptions): Promise<void> {
  mkdirSync(made, {recursive: true});
  await build({absWorkingDir: here, bundle: true, outdir: made, logLevel: "error", ...options});
}

function describeSpeed(measured: readonly Runtime[]): string {
  const date = new Date().toISOString().slice(0, 10);
  const peaks = measured.map(({name, measured: all}) => `${(peak(all) / 1e9).toFixed(0)} GFLOP/s in ${name}`);
  return `Measured ${date} on one core of ${cpus()[0].model}; peak ${peaks.join(", ")}.\n\n${speedTables(measured)}`;
}

/** Between the marks in the README. */
function writeReport(text: string): void {
  const readme = join(here, "../README.md");
  const [before, rest] = readFileSync(readme, "utf8").split("<!-- speed -->\n");
  const after = rest.slice(rest.indexOf("<!-- /speed -->"));
  writeFileSync(readme, `${before}<!-- speed -->\n${text}\n${after}`);
}
