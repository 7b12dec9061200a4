/** The part of WebAssembly that the engine uses; the language's own library does not declare it. */
export interface WebAssemblyApi {
  validate(bytes: Uint8Array): boolean;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Memory: new (size: {initial: number}) => {readonly buffer: ArrayBuffer};
  readonly Instance: new (module: object, imports: object) => {readonly exports: unknown};
}

/** WebAssembly, where the runtime has it. */
// every JavaScript runtime puts it here under this name, or has none
export const {WebAssembly: webAssembly} = globalThis as {readonly WebAssembly?: WebAssemblyApi};
