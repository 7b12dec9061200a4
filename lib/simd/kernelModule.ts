import {kernelBytes} from "./kernelBytes.js";
import {webAssembly} from "./webAssembly.js";

/** The compiled kernels, and whether they fuse multiply and add. */
export interface KernelModule {
  readonly module: object;
  readonly fused: boolean;
}

let compiled: KernelModule | undefined | null = null;

/**
 * The fastest kernels that this runtime validates: with relaxed SIMD, with SIMD, or none.
 *
 * They are compiled at the first call, at once: a module of this size may be, on a page's main thread too.
 */
export function kernelModule(): KernelModule | undefined {
  if (compiled === null) compiled = compile(1) ?? compile(0);
  return compiled;
}

/** The modules, 0 without and 1 with fused multiply-add. */
function compile(variant: 0 | 1): KernelModule | undefined {
  const digits = kernelBytes.map((pieces) => pieces[variant]).join("");
  const bytes = Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  if (!webAssembly?.validate(bytes)) return undefined;
  return {module: new webAssembly.Module(bytes), fused: variant === 1};
}
