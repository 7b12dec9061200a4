/** Passes values on, at most one in so many milliseconds; the latest comes through, if late. */
export function paced<T>(pause: number, pass: (value: T) => unknown): (value: T) => void {
  let latest: {readonly value: T} | null = null;
  let resting = false;

  function flush(): void {
    resting = latest !== null;
    if (!latest) return;
    const {value} = latest;
    latest = null;
    setTimeout(flush, pause);
    pass(value);
  }
  return (value) => {
    latest = {value};
    if (!resting) flush();
  };
}
