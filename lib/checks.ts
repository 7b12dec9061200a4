/**
 * What an argument must satisfy, checked where a thing is made. Each takes arguments by name,
 * `checkPositive({learningRate})`, and throws naming the argument, the rule and the value:
 * TypeError for another kind of thing than a number, RangeError for another number.
 */
type Named = Readonly<Record<string, unknown>>;
type Rule = (value: number) => boolean;

/** The demand is put into words only when it is not met: some of these checks stand in a training's every step. */
function check(named: Named, rule: Rule, demand: () => string): void {
  for (const name in named) {
    const value = named[name];
    if (typeof value !== "number") throw new TypeError(`${name} must be a number; got ${describe(value)}`);
    if (!rule(value)) throw new RangeError(`${name} must be ${demand()}; got ${value}`);
  }
}

/** A value in few words, for a message. */
export function describe(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (Array.isArray(value)) return "array";
  return typeof value === "function" || (typeof value === "object" && value) ? typeof value : String(value);
}

/** 0 < x < ∞ */
export const checkPositive = (named: Named): void =>
  check(
    named,
    (x) => x > 0 && x < Infinity,
    () => "positive and finite"
  );

/** 0 ≤ x < ∞ */
export const checkNonNegative = (named: Named): void =>
  check(
    named,
    (x) => x >= 0 && x < Infinity,
    () => "finite and not negative"
  );

/** −∞ < x < ∞ */
export const checkFinite = (named: Named): void => check(named, Number.isFinite, () => "finite");

/** 0 ≤ x < 1: the β of every moving average. */
export const checkDecay = (named: Named): void =>
  check(
    named,
    (x) => x >= 0 && x < 1,
    () => "in [0, 1)"
  );

/** x ∈ {minimum, minimum + 1, …, maximum} */
export const checkInteger = (named: Named, minimum = 1, maximum = Number.MAX_SAFE_INTEGER): void =>
  check(
    named,
    (x) => Number.isSafeInteger(x) && x >= minimum && x <= maximum,
    () =>
      `an integer of at least ${minimum}${maximum < Number.MAX_SAFE_INTEGER ? ` and at most ${maximum}` : ""}`
  );

/** Every entry finite; the message names the first that is not. */
export function checkEntries(name: string, values: ArrayLike<number>): void {
  for (let i = 0; i < values.length; ++i)
    if (!Number.isFinite(values[i]))
      throw new RangeError(`${name} must be finite; entry ${i} is ${values[i]}`);
}

/** low ≤ x ≤ high */
export const checkInRange = (named: Named, low: number, high: number): void =>
  check(
    named,
    (x) => x >= low && x <= high,
    () => `in [${low}, ${high}]`
  );

/** low ≤ x < ∞ */
export const checkAtLeast = (named: Named, low: number): void =>
  check(
    named,
    (x) => x >= low && x < Infinity,
    () => `finite and at least ${low}`
  );

/**
 * A thing of our own making, known by one of its functions.
 *
 * @throws TypeError when the value lacks it
 */
export function checkKind(name: string, value: unknown, member: string, kind: string): void {
  const holder = value as Record<string, unknown> | null | undefined; // only asked for one member, which may be missing
  if (typeof holder?.[member] !== "function")
    throw new TypeError(`${name} must be ${kind}; got ${describe(value)}`);
}

/**
 * A function that does what the words say.
 *
 * @throws TypeError when it is none
 */
export function checkFunction(named: Named, kind: string): void {
  for (const name in named)
    if (typeof named[name] !== "function")
      throw new TypeError(`${name} must be ${kind}; got ${describe(named[name])}`);
}

/**
 * A list, one entry for each of something.
 *
 * @throws TypeError when it is none
 */
export function checkArray(named: Named): void {
  for (const name in named)
    if (!Array.isArray(named[name]))
      throw new TypeError(`${name} must be an array; got ${describe(named[name])}`);
}

/**
 * A source of randomness.
 *
 * @throws TypeError when random is no function
 */
export function checkRandom(random: unknown): void {
  checkFunction({random}, "a source of numbers, as random(seed)");
}
