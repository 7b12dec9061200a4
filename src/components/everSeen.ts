import {watchSeen} from "./watchSeen.js";

/**
 * Tells whether an element has ever been on the screen: false at first, then true, and nothing more.
 *
 *     const seen = Generators.observe<boolean>((tell) => everSeen(chart, tell));   // long work can wait for it
 */
export function everSeen(element: Element, tell: (seen: boolean) => void): () => void {
  const end = watchSeen(element, (seen) => {
    tell(seen);
    if (seen) end();
  });
  return end;
}
