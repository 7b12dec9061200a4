/** The first `count` values of an iterable, fewer where it ends before; it is closed afterwards. */
export function take<T>(count: number, values: Iterable<T>): T[] {
  const taken: T[] = [];
  if (count > 0)
    for (const value of values) {
      taken.push(value);
      if (taken.length === count) break;
    }
  return taken;
}
