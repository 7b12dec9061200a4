/** Made by tools/liveBundles.ts: the public names of the engine. */
export const names: readonly {readonly name: string; readonly signature: string; readonly text: string}[];
