import {readdirSync, readFileSync} from "node:fs";
import {filesBelow} from "./files.js";

/**
 * The text of a module that can import what an edited cell of any page may: the engine's public names, its modules that
 * some page imports, what cells import as they run, every component, by their path from the site's root
 * (`/lib/index.js`), and the packages to draw and compute with. The literal names are what the build turns into
 * addresses.
 */
export function siteModules(root: string): string {
  const components = filesBelow(`${root}/components`).filter((file) => /^[^.]+\.ts$/.test(file));
  const own = new Set([
    "/lib/index.js",
    ...components.map((file) => `/components/${file.replace(/ts$/, "js")}`),
    ...readdirSync(`${root}/[lang]`).flatMap((page) => imports(`${root}/[lang]/${page}`))
  ]);
  const entries = [
    ...[...own]
      .sort()
      .map((path) => `${JSON.stringify(path)}: () => import(${JSON.stringify(`../..${path}`)})`),
    ...packages().map((name) => `${JSON.stringify(name)}: () => import(${JSON.stringify(name)})`)
  ];
  return `export const modules = {\n${entries.join(",\n")}\n};\n`;
}

/** By their path from the site's root; what else a page imports, it has loaded, and an edited cell finds it there. */
const imports = (page: string): string[] =>
  [...readFileSync(page, "utf8").matchAll(/\b(?:from\s*"\.\.(?=\/lib)|import\("\.\.)(\/[^"]+\.js)"/g)].map(
    ([, path]) => path
  );

/** What a page may draw and compute with: not the tools of the build, nor the editor itself. */
function packages(): string[] {
  const {dependencies} = JSON.parse(readFileSync("package.json", "utf8")) as {
    dependencies: Record<string, string>;
  };
  return Object.keys(dependencies).filter((name) => name.startsWith("d3-") || name === "arquero");
}
