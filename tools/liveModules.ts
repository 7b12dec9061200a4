import {readFileSync} from "node:fs";
import {basename} from "node:path";
import {filesBelow} from "./files.js";

/**
 * The text of a module that can import everything a cell may import: the site's modules by their path from its root
 * (`/lib/adam.js`) and the packages that pages use. The literal names are what the build turns into addresses.
 */
export function siteModules(root: string): string {
  const own = ["lib", "components", "chapters", "data"].flatMap((folder) =>
    filesBelow(`${root}/${folder}`)
      .filter((file) => isModule(basename(file)) && !file.startsWith("simd/kernels/"))
      .map((file) => `/${folder}/${file.replace(/ts$/, "js")}`)
  );
  const entries = [
    ...own.map((path) => `${JSON.stringify(path)}: () => import(${JSON.stringify(`../..${path}`)})`),
    ...packages().map((name) => `${JSON.stringify(name)}: () => import(${JSON.stringify(name)})`)
  ];
  return `export const modules = {\n${entries.join(",\n")}\n};\n`;
}

/** Not types, `x.d.ts`, nor what the build runs to make a file, `x.json.ts`. */
const isModule = (name: string): boolean => /^[^.]+\.ts$/.test(name);

/** What a page may draw and compute with: not the tools of the build, nor the editor itself. */
function packages(): string[] {
  const {dependencies} = JSON.parse(readFileSync("package.json", "utf8")) as {
    dependencies: Record<string, string>;
  };
  return Object.keys(dependencies).filter((name) => name.startsWith("d3-") || name === "arquero");
}
