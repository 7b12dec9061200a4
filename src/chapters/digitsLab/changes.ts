/** Passes on what is picked from values, when it is another than before. */
export function changes<T, Picked>(
  pick: (value: T) => Picked,
  pass: (picked: Picked) => unknown
): (value: T) => void {
  let before: string | null = null;
  return (value) => {
    const picked = pick(value);
    const now = JSON.stringify(picked);
    if (now !== before) pass(picked);
    before = now;
  };
}
