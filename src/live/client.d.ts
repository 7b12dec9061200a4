/** Framework's client in a page: all that it exports. */
declare module "observablehq:client" {
  export function define(cell: {
    readonly id: string;
    readonly inputs?: readonly string[];
    readonly outputs?: readonly string[];
    readonly body: (...inputs: never[]) => unknown;
  }): void;
}
