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
