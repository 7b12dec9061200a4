/** Made by tools/liveBundles.ts. */
export * from "../bundled/editor.js";
