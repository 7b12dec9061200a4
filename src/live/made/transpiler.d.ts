/** Made by tools/liveBundles.ts. */
export * from "../bundled/transpiler.js";
