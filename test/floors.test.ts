import {readFileSync} from "node:fs";
import {dirname, join, relative, resolve} from "node:path";
import {expect, test} from "vitest";
import {filesBelow} from "../tools/files.js";

const repository = resolve(import.meta.dirname, "..");

/** Which floor a file stands on; the first rule that fits decides. */
const floors: [RegExp, number][] = [
  [/^lib\/types\.ts$/, 0],
  [/^lib\/index\.ts$/, 3],
  [/^lib\/(descend|trajectory|train|trainer|batches|checkpoint|evaluate|evaluator|predictor)\.ts$/, 3],
  [/^lib\/(diagnostics|simd|worker)\//, 3],
  [/^lib\/(network|propagation|savedNetwork)\.ts$/, 2],
  [/^lib\/optimizers\//, 2],
  [/^lib\//, 1],
  [/^src\/course\.ts$/, 0],
  [/^src\/(chapters|components|live|stills)\//, 4],
  [/^src\/.*\.md$/, 5]
];

const floorOf = (file: string): number => {
  const floor = floors.find(([pattern]) => pattern.test(file))?.[1];
  if (floor === undefined) throw new Error(`no floor for ${file}`);
  return floor;
};

const importPattern = /(?:^|\n)\s*(?:import|export)\b[^;'"]*?from\s*"([^"]+)"|\bimport\("([^"]+)"\)/g;

const sources = [
  ...filesBelow(join(repository, "lib")).map((file) => `lib/${file}`),
  ...filesBelow(join(repository, "src/components")).map((file) => `src/components/${file}`),
  ...filesBelow(join(repository, "src/[lang]")).map((file) => `src/[lang]/${file}`)
].filter((file) => /(?<!\.d)\.ts$|\.md$/.test(file) && !file.startsWith("lib/simd/kernels/"));

const imports = (file: string): string[] =>
  [...readFileSync(join(repository, file), "utf8").matchAll(importPattern)].map(([, a, b]) => a ?? b);

/** The file that a relative import names; `src/lib` is a link to `lib`. */
const target = (from: string, name: string): string =>
  relative(repository, resolve(repository, dirname(from), name))
    .replace(/^src\/(lib|data)\//, "$1/")
    .replace(/\.js$/, ".ts");

test("imports go down the floors only", () => {
  const upward = sources.flatMap((file) =>
    imports(file)
      .filter((name) => name.startsWith("."))
      .map((name) => target(file, name))
      .filter((to) => /^(lib|src)\//.test(to) && floorOf(to) > floorOf(file))
      .map((to) => `${file} imports ${to}`)
  );
  expect(upward).toEqual([]);
});

test("lib/ knows no package but d3-random", () => {
  const packages = sources
    .filter((file) => file.startsWith("lib/"))
    .flatMap((file) =>
      imports(file)
        .filter((name) => !name.startsWith(".") && name !== "d3-random")
        .map((name) => `${file}: ${name}`)
    );
  expect(packages).toEqual([]);
});

test("lib/ takes randomness and time from its caller", () => {
  const impure = sources
    .filter((file) => file.startsWith("lib/"))
    .filter((file) =>
      /Math\.random|Date\.now|performance\.now|\bdocument\b\.|\bwindow\./.test(
        readFileSync(join(repository, file), "utf8")
      )
    );
  expect(impure).toEqual([]);
});
