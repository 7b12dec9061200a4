/** Made by tools/liveBundles.ts: a loader for every module that an edited cell may import. */
export const modules: Readonly<Record<string, () => Promise<unknown>>>;
