import {existsSync, mkdirSync, readFileSync, renameSync, writeFileSync} from "node:fs";
import {build, type Plugin} from "esbuild";
import {libraryNames} from "./liveNames.js";
import {siteModules} from "./liveModules.js";

/**
 * Makes what the editing of cells needs and no page loads before its first edit: the editor, the transpiler, the
 * modules that an edited cell may import and the public names of the engine, as modules in `src/live/made/`.
 */
export async function bundleLive(root: string): Promise<void> {
  const folder = `${root}/live/made`;
  mkdirSync(folder, {recursive: true});
  const [editor, transpiler] = await Promise.all([
    bundle(`${root}/live/bundled/editor.ts`),
    bundle(`${root}/live/bundled/transpiler.ts`)
  ]);
  keep(`${folder}/editor.js`, editor);
  keep(`${folder}/transpiler.js`, transpiler);
  keep(`${folder}/modules.js`, siteModules(root));
  keep(
    `${folder}/names.js`,
    `export const names = ${JSON.stringify(libraryNames(`${root}/lib/index.ts`))};\n`
  );
}

/** Whoever watches a file hears only of changes; whoever reads it finds it whole. */
function keep(file: string, text: string): void {
  if (existsSync(file) && readFileSync(file, "utf8") === text) return;
  writeFileSync(`${file}.${process.pid}`, text);
  renameSync(`${file}.${process.pid}`, file);
}

/** A module with all that it imports, as browsers get it. */
export async function bundle(entry: string): Promise<string> {
  const {outputFiles} = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify: true,
    format: "esm",
    target: "es2022",
    charset: "utf8",
    define: {"process.env.OBSERVABLE_ANNOTATE_FILES": '""', "process.env": "{}"},
    plugins: [leaveOut]
  });
  return outputFiles[0].text;
}

/** Node's modules and what only the build needs of Framework and Sucrase: CommonJS, JSX, Flow, old JavaScript. */
const unused = [
  /^node:/,
  /^mime$/,
  /^\.\.\/resolvers\.js$/,
  /^\.\/Options$/,
  /^\.\/computeSourceMap$/,
  /^\.\/HelperManager$/,
  /^\.\/identifyShadowedGlobals$/,
  /^\.\/util\/formatTokens$/,
  /(?:^\.|\/plugins)\/(?:flow|jsx\/index)$/,
  /^\.\/CJSImport(?:Processor|Transformer)$/,
  /^\.\/(?:Flow|JestHoist|JSX|OptionalChainingNullish|ReactDisplayName|ReactHotLoader)Transformer$/
];

const leaveOut: Plugin = {
  name: "leave out what a browser does not need",
  setup(build) {
    build.onResolve({filter: /^node:path\/posix$/}, () =>
      build.resolve("./src/live/bundled/posixPath.ts", {kind: "import-statement", resolveDir: process.cwd()})
    );
    build.onResolve({filter: /./}, ({path}) =>
      path !== "node:path/posix" && unused.some((name) => name.test(path))
        ? {path, namespace: "unused", sideEffects: false}
        : null
    );
    build.onLoad({filter: /./, namespace: "unused"}, () => ({
      // These two are called, though there is nothing for them to do.
      contents:
        'exports.validateOptions = () => {}; exports.HelperManager = class { emitHelpers() { return ""; } };',
      loader: "js"
    }));
  }
};
