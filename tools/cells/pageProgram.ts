import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";
import ts from "typescript";

/** A TypeScript program over all pages that reads and checks again only what changed. */
export interface PageProgram {
  /** Puts the module of a page in the place of the one it had. */
  set(page: string, text: string): void;
  /** What TypeScript finds in a page's module. */
  diagnose(page: string): readonly ts.Diagnostic[];
}

const ambientFile = fileURLToPath(new URL("ambient.d.ts", import.meta.url));

/** The program of the project at `root`, with the options of its tsconfig.json. */
export function pageProgram(root: string): PageProgram {
  const {options, fileNames} = readConfig(root);
  const declarations = fileNames.filter(
    (name) => name.startsWith(join(root, "src/")) && name.endsWith(".d.ts")
  );
  const modules = new Map<string, ts.SourceFile>();
  const host = rememberingHost(options, modules);
  const moduleName = (page: string) => join(root, `${page}.ts`);
  let program: ts.Program | undefined;
  let isCurrent = false;

  function set(page: string, text: string): void {
    const name = moduleName(page);
    if (modules.get(name)?.text !== text)
      modules.set(name, ts.createSourceFile(name, text, ts.ScriptTarget.ESNext));
    isCurrent = false;
  }
  function diagnose(page: string): readonly ts.Diagnostic[] {
    if (!isCurrent) {
      const rootNames = [...modules.keys(), ...declarations, ambientFile];
      program = ts.createProgram({rootNames, options, host, oldProgram: program});
      isCurrent = true;
    }
    const file = modules.get(moduleName(page));
    return [...program!.getSyntacticDiagnostics(file), ...program!.getSemanticDiagnostics(file)];
  }
  return {set, diagnose};
}

/** The project's options, for code that runs in a page: nothing of Node. */
function readConfig(root: string): ts.ParsedCommandLine {
  const path = ts.findConfigFile(root, ts.sys.fileExists);
  if (!path) throw new Error(`no tsconfig.json in ${root} or above`);
  const {config, error} = ts.readConfigFile(path, ts.sys.readFile);
  if (error) throw new Error(ts.flattenDiagnosticMessageText(error.messageText, "\n"));
  return ts.parseJsonConfigFileContent(config, ts.sys, dirname(path), {types: []}, path);
}

/** Reads pages from memory and everything else from disk, each file once until it changes. */
function rememberingHost(
  options: ts.CompilerOptions,
  modules: ReadonlyMap<string, ts.SourceFile>
): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  const read = new Map<string, {changed: number; file: ts.SourceFile | undefined}>();
  return {
    ...host,
    hasInvalidatedResolutions: (path) => !path.includes("/node_modules/"),
    getSourceFile(name, version) {
      const page = modules.get(name);
      if (page) return page;
      const changed = ts.sys.getModifiedTime!(name)?.getTime() ?? 0;
      const known = read.get(name);
      if (known?.changed === changed) return known.file;
      const file = host.getSourceFile(name, version);
      read.set(name, {changed, file});
      return file;
    }
  };
}
