/** The parts of Observable Framework 1.13.4 that the tools call; the package ships no types. */
declare module "@observablehq/framework/dist/config.js" {
  export interface Config {
    readonly root: string;
    readonly output: string;
  }
  export function readConfig(path?: string, root?: string): Promise<Config>;
}

declare module "@observablehq/framework/dist/build.js" {
  import type {Config} from "@observablehq/framework/dist/config.js";
  interface Effects {
    readonly logger: {
      log(...message: unknown[]): void;
      warn(...message: unknown[]): void;
      error(...message: unknown[]): void;
    };
    readonly output: {write(text: string): void};
  }
  export class FileBuildEffects {
    constructor(output: string, cache: string, effects: Effects);
  }
  export function build(options: {config: Config}, effects: FileBuildEffects): Promise<void>;
}

declare module "@observablehq/framework/dist/preview.js" {
  import type {Server} from "node:http";
  export interface PreviewServer {
    readonly server: Server;
  }
  export function preview(options: {
    hostname: string;
    port?: number;
    verbose?: boolean;
    config?: string;
    root?: string;
  }): Promise<PreviewServer>;
}

declare module "@observablehq/framework/dist/frontMatter.js" {
  export function readFrontMatter(input: string): {content: string; data: Record<string, unknown>};
}

declare module "@observablehq/framework/dist/info.js" {
  export function parseInfo(info: string): {tag: string; attributes: Record<string, string | undefined>};
}

declare module "@observablehq/framework/dist/markdown.js" {
  import type MarkdownIt from "markdown-it";
  export function createMarkdownIt(options: {markdownIt?: (md: MarkdownIt) => MarkdownIt}): MarkdownIt;
}

declare module "@observablehq/framework/dist/javascript/module.js" {
  export function transformJavaScriptSync(source: string, loader: "ts"): string;
}

declare module "@observablehq/framework/dist/javascript/parse.js" {
  import type {Node, Program} from "acorn";
  export interface ParsedCell {
    readonly body: Program;
    readonly expression: boolean;
    readonly references: readonly {readonly name: string}[];
    readonly declarations: readonly {readonly name: string}[] | null;
    readonly files: readonly {readonly node: Node; readonly name: string}[];
    readonly async: boolean;
    readonly input: string;
  }
  export function parseJavaScript(
    input: string,
    options: {path: string; params?: Readonly<Record<string, string>>; inline?: boolean}
  ): ParsedCell;
}

declare module "@observablehq/framework/dist/javascript/transpile.js" {
  import type {ParsedCell} from "@observablehq/framework/dist/javascript/parse.js";
  export function transpileJavaScript(
    cell: ParsedCell,
    options: {
      id: string;
      path: string;
      params?: Readonly<Record<string, string>>;
      mode?: string;
      resolveImport?: (specifier: string) => string;
    }
  ): string;
}

declare module "@observablehq/framework/dist/sourcemap.js" {
  export class Sourcemap {
    constructor(input: string);
    insertLeft(index: number, text: string): this;
    insertRight(index: number, text: string): this;
    replaceLeft(start: number, end: number, text: string): this;
  }
}

declare module "@observablehq/framework/dist/loader.js" {
  export class LoaderResolver {
    constructor(options: {root: string});
    find(path: string): object | undefined;
  }
}

declare module "@observablehq/framework/dist/client/stdlib/recommendedLibraries.js" {}

declare module "@observablehq/framework/dist/client/stdlib/sampleDatasets.js" {}
