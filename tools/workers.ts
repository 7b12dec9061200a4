/** The modules of workers that a script starts, as it names them: `new Worker(import.meta.resolve("./worker.js"))`. */
export const workersOf = (code: string): string[] =>
  [...code.matchAll(/\bimport\.meta\.resolve\(\s*(["'`])(\.[^"'`]+)\1\s*\)/g)].map(([, , name]) => name);
