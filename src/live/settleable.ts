/** A body whose runs can be ended from outside. */
interface Settleable {
  // biome-ignore lint/suspicious/noExplicitAny: a body takes whatever its inputs are
  readonly body: (...inputs: any[]) => unknown;
  /** Rejects every promise of the body that has not settled. */
  settle(): void;
}

/**
 * Makes a cell's body one that can be let go of. The runtime waits for a cell's last run before it starts the next
 * one of whatever depends on it; a run that never settles would stop those cells for good.
 */
// biome-ignore lint/suspicious/noExplicitAny: a body takes whatever its inputs are
export function settleable(body: (...inputs: any[]) => unknown): Settleable {
  const waiting = new Set<(reason: Error) => void>();

  const until = (value: unknown): unknown => {
    if (!isPromise(value)) return value;
    return new Promise((resolve, reject) => {
      waiting.add(reject);
      value.then(resolve, reject).then(() => waiting.delete(reject));
    });
  };

  /** The values of outputs may wait, too: promises, and generators that have nothing to yield yet. */
  const output = (value: unknown): unknown =>
    isGenerator(value)
      ? {next: (last: unknown) => until(value.next(last)), return: () => value.return()}
      : until(value);

  const outputs = (result: unknown): unknown =>
    isPlainObject(result)
      ? Object.fromEntries(Object.entries(result).map(([name, value]) => [name, output(value)]))
      : result;

  return {
    body(this: unknown, ...inputs) {
      const result = body.apply(this, inputs);
      return isPromise(result) ? until(result.then(outputs)) : outputs(result);
    },
    settle() {
      for (const reject of waiting) reject(new Error("another definition has taken the cell's place"));
    }
  };
}

interface GeneratorLike {
  next(last: unknown): unknown;
  return(): unknown;
}

const isPromise = (value: unknown): value is Promise<unknown> =>
  typeof (value as Promise<unknown> | null)?.then === "function";
const isGenerator = (value: unknown): value is GeneratorLike =>
  typeof (value as GeneratorLike | null)?.next === "function" &&
  typeof (value as GeneratorLike).return === "function";
const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
