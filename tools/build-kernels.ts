import {readFileSync, writeFileSync} from "node:fs";
import {basename, join} from "node:path";
import {fileURLToPath} from "node:url";
import asc from "assemblyscript/asc";

const root = fileURLToPath(new URL("..", import.meta.url));
const target = "lib/simd/kernelBytes.ts";

const common = ["--outFile", "kernels.wasm", "-O3", "--converge"];
const bare = ["--runtime", "stub", "--noAssert", "--use", "abort=", "--importMemory", "--enable", "simd"];

/** The module that kernels compile to, the engine's or those of a file, with fused multiply-add (relaxed SIMD) or without. */
export async function compileKernels(fused: boolean, file = "lib/simd/kernels/step.ts"): Promise<Uint8Array> {
  const written = new Map<string, Uint8Array>();
  const features = fused ? ["--enable", "relaxed-simd"] : [];
  const {error, stderr} = await asc.main([file, ...common, ...bare, ...features], {
    readFile: (name, base) => readOrNull(join(root, base, name)),
    writeFile: (name, contents) => void written.set(basename(name), contents as Uint8Array),
    listFiles: () => []
  });
  if (error) throw new Error(`the kernels do not compile\n${stderr}`, {cause: error});
  return written.get("kernels.wasm")!;
}

/** How many digits of each module stand in a piece. */
const piece = 4096;

/** The text of `lib/simd/kernelBytes.ts`: both modules, two digits a byte. */
export async function kernelBytesSource(): Promise<string> {
  const modules = [await compileKernels(false), await compileKernels(true)];
  const digits = modules.map((bytes) => Buffer.from(bytes).toString("hex"));
  const count = Math.ceil(Math.max(...digits.map(({length}) => length)) / piece);
  const pieces = Array.from({length: count}, (_, k) =>
    digits.map((text) => `    "${text.slice(k * piece, (k + 1) * piece)}"`).join(",\n")
  );
  return `/**
 * What \`tools/build-kernels.ts\` compiles \`lib/simd/kernels\` to, in hexadecimal: pieces of the module without fused
 * multiply-add and of the one with it in turn, for they are much alike, and a compressor looks back only so far.
 */
export const kernelBytes = [
${pieces.map((pair) => `  [\n${pair}\n  ]`).join(",\n")}
] as const;
`;
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null; // the compiler looks for a module in several places
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(join(root, target), await kernelBytesSource());
}
