// What Framework gives every cell without an import (and without a network). Only pages see this file.

declare function display<T>(value: T): T;
declare function view<E extends EventTarget & {value: unknown}>(
  input: E
): AsyncGenerator<Cells.InputValue<E>, void, void>;
declare function resize(
  render: (width: number, height: number) => Node | null | Promise<Node | null>,
  invalidation?: Promise<void>
): HTMLElement;
declare function visibility(): Promise<void>;
declare function visibility<T>(value: T): Promise<T>;
declare const invalidation: Promise<void>;
declare const width: number;
declare const now: number;
declare const dark: boolean;

declare function Mutable<T>(value: T): AsyncGenerator<T, void, void> & {value: T};

declare const Generators: {
  input<E extends EventTarget & {value: unknown}>(input: E): AsyncGenerator<Cells.InputValue<E>, void, void>;
  observe<T>(start: (change: (value: T) => T) => (() => void) | undefined): AsyncGenerator<T, void, void>;
  queue<T>(start: (change: (value: T) => T) => (() => void) | undefined): AsyncGenerator<T, void, void>;
  now(): AsyncGenerator<number, void, void>;
  width(target: Element, options?: ResizeObserverOptions): AsyncGenerator<number, void, void>;
  dark(): AsyncGenerator<boolean, void, void>;
};

declare function FileAttachment(path: string): FileAttachment;

/** A file of the site; the readers of tables (`csv`, `arrow` …) are left out: they load libraries from a network. */
interface FileAttachment {
  readonly name: string;
  readonly href: string;
  readonly mimeType: string;
  readonly lastModified: number;
  readonly size: number;
  url(): Promise<string>;
  blob(): Promise<Blob>;
  arrayBuffer(): Promise<ArrayBuffer>;
  text(encoding?: string): Promise<string>;
  json<T = unknown>(): Promise<T>;
  stream(): Promise<ReadableStream<Uint8Array>>;
  image(properties?: Partial<HTMLImageElement>): Promise<HTMLImageElement>;
  xml(mimeType?: DOMParserSupportedType): Promise<XMLDocument>;
  html(): Promise<Document>;
}

declare namespace Cells {
  /** What `view` reads from an input: a plain `<input>` gives a number, text, state or date by its type attribute. */
  type InputValue<E extends {value: unknown}> = E extends HTMLInputElement
    ? string | number | boolean | Date | File | FileList | null | undefined
    : E["value"];

  /** What other cells see of a cell's value: awaited, and the latest that a generator yielded. */
  type Seen<T> = Latest<Awaited<T>>;
  type Latest<T> = T extends
    | Generator<infer Value, unknown, never>
    | AsyncGenerator<infer Value, unknown, never>
    ? Awaited<Value>
    : T;

  /** The value `Name` of a cell, as other cells see it. */
  type ValueOf<Cell extends () => Promise<unknown>, Name extends keyof Awaited<ReturnType<Cell>>> = Seen<
    Awaited<ReturnType<Cell>>[Name]
  >;
}
