import {readFileSync, writeFileSync} from "node:fs";
import {dirname, join, normalize, relative} from "node:path";
import {group} from "d3-array";
import {init, parse} from "es-module-lexer";
import {build, type Plugin} from "esbuild";
import {JSDOM} from "jsdom";
import {filesBelow} from "./files.js";

await init;

/** One `import {…} from "…/_node/d3-scale@4.0.3/index.1a2b3c4d.js"` of a module: where its specifier stands, and its names. */
interface PackageImport {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly exports: readonly string[];
}

/**
 * Gives the course's own modules only those functions of D3 that they import: Framework serves packages whole.
 * Cells keep the whole packages, for a reader may import anything.
 */
export async function leanPackages(dist: string): Promise<void> {
  const modules = filesBelow(dist).filter((file) => /^_import\/.*\.js$/.test(file));
  const imports = modules.flatMap((file) => packageImports(file, readFileSync(join(dist, file), "utf8")));
  const lean = await bundle(dist, imports);
  for (const file of new Set(imports.map((found) => found.file))) {
    const code = readFileSync(join(dist, file), "utf8");
    const own = imports.filter((found) => found.file === file).toReversed();
    writeFileSync(
      join(dist, file),
      own.reduce((text, found) => redirect(text, found, lean.get(found.name)!), code)
    );
  }
  for (const page of filesBelow(dist).filter((file) => file.endsWith(".html"))) preloadAgain(dist, page);
}

function packageImports(file: string, code: string): PackageImport[] {
  return parse(code)[0].flatMap(({n, s, e, ss, d}) => {
    const name = /\/_node\/(d3-[a-z-]+)@[^/]+\/index\.\w+\.js$/.exec(n ?? "")?.[1];
    const list = /^import\s*\{([^}]*)\}/.exec(code.slice(ss, s))?.[1];
    if (!name || !list || d !== -1) return [];
    const exports = list
      .split(",")
      .map((item) => item.trim().split(/\s+as\s+/)[0])
      .filter(Boolean);
    return [{file, start: s, end: e, name, exports}];
  });
}

/** A module of the wanted exports a package, what they share in common chunks; the path of each by its package. */
async function bundle(dist: string, imports: readonly PackageImport[]): Promise<Map<string, string>> {
  const wanted = group(imports, ({name}) => name);
  const source = (name: string): string => {
    const names = new Set(wanted.get(name)!.flatMap(({exports}) => exports));
    return `export {${[...names].sort()}} from "${name}";`;
  };
  const entries: Plugin = {
    name: "entries",
    setup({onResolve, onLoad}) {
      onResolve({filter: /^lean:/}, ({path}) => ({path: path.slice("lean:".length), namespace: "lean"}));
      onLoad({filter: /./, namespace: "lean"}, ({path}) => ({
        contents: source(path),
        resolveDir: process.cwd()
      }));
    }
  };
  const {metafile} = await build({
    entryPoints: [...wanted.keys()].sort().map((name) => ({in: `lean:${name}`, out: name})),
    entryNames: "[name].[hash]",
    chunkNames: "shared.[hash]",
    outdir: join(dist, "_lean"),
    bundle: true,
    splitting: true,
    format: "esm",
    target: "es2022",
    minify: true,
    metafile: true,
    // names of output files hash the paths of their sources: they must not depend on where the packages are kept
    preserveSymlinks: true,
    plugins: [entries]
  });
  return new Map(
    Object.entries(metafile.outputs).flatMap(([path, {entryPoint}]) =>
      entryPoint ? [[entryPoint.replace("lean:", ""), relative(dist, path)] as const] : []
    )
  );
}

const redirect = (code: string, {file, start, end}: PackageImport, to: string): string =>
  code.slice(0, start) + relative(dirname(file), to) + code.slice(end);

/** What a page preloads follows from what its modules and cells import now. */
function preloadAgain(dist: string, page: string): void {
  const path = join(dist, page);
  const html = readFileSync(path, "utf8");
  const links = [...html.matchAll(/\n<link rel="modulepreload" href="([^"]+)">/g)];
  if (links.length === 0) return;
  const {document} = new JSDOM(html).window;
  const inline = [...document.querySelectorAll("script[type=module]:not([src])")].flatMap((script) =>
    importsOf(script.textContent!)
  );
  const sources = [...document.querySelectorAll("script[src]")].map((script) => script.getAttribute("src")!);
  const preloaded = new Set(links.map(([, href]) => normalize(join(dirname(page), href))));
  const needed = reachable(
    dist,
    [...inline, ...sources].map((name) => normalize(join(dirname(page), name))),
    preloaded
  );
  const tags = needed
    .map((file) => `\n<link rel="modulepreload" href="${relative(dirname(page), file)}">`)
    .join("");
  writeFileSync(
    path,
    links.reduce(
      (text, [link]) => text.replace(link, ""),
      html.replace(links[0][0], () => tags + links[0][0])
    )
  );
}

const importsOf = (code: string): string[] => parse(code)[0].flatMap(({n}) => (n ? [n] : []));

/** The files that load with the given ones: those that Framework would preload, and all that these import statically. */
function reachable(dist: string, from: readonly string[], preloaded: ReadonlySet<string>): string[] {
  const found = new Set<string>();
  const visit = (file: string): void => {
    if (found.has(file)) return;
    found.add(file);
    for (const {n, d} of parse(readFileSync(join(dist, file), "utf8"))[0])
      if (n && d === -1) visit(normalize(join(dirname(file), n)));
  };
  for (const file of from) if (preloaded.has(file)) visit(file);
  return [...found];
}
