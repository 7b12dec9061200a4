/** The state of a page in its address, so that a link leads to exactly this picture. */
export interface UrlState {
  /** The text that the address holds for a name, or null. */
  read(name: string): string | null;
  /** Puts a text under a name, or with null takes the name out; other parameters and the hash stay. */
  write(name: string, text: string | null): void;
}

/**
 * Reads and writes the query string of a window.
 *
 * The first write goes out at once, later ones at most every `pause` milliseconds with the latest texts:
 * Safari refuses more than 100 changes of the address in 30 seconds.
 */
export function urlState(page: Window = window, pause = 320): UrlState {
  const waiting = new Map<string, string | null>();
  let resting = false;

  function next(): URL {
    const url = new URL(page.location.href);
    for (const [name, text] of waiting) {
      if (text === null) url.searchParams.delete(name);
      else url.searchParams.set(name, text);
    }
    return url;
  }

  function flush(): void {
    resting = waiting.size > 0;
    if (!resting) return;
    replaceAddress(page, next());
    waiting.clear();
    setTimeout(flush, pause);
  }

  return {
    read: (name) => next().searchParams.get(name),
    write(name, text) {
      waiting.set(name, text);
      if (!resting) flush();
    }
  };
}

function replaceAddress(page: Window, url: URL): void {
  try {
    page.history.replaceState(page.history.state, "", url);
  } catch {
    // A sandboxed frame may forbid it: the page then works without a link to its state.
  }
}
