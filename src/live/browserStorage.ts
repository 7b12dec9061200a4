/** The browser's storage, or null where it is forbidden, as in some private windows and sandboxed frames. */
export function browserStorage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}
