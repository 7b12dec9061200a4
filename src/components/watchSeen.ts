/** Tells whether an element is on the screen, at once and whenever that changes; returns what ends the watch. */
export function watchSeen(element: Element, tell: (seen: boolean) => void): () => void {
  const observer = new IntersectionObserver((entries) => tell(entries.at(-1)!.isIntersecting));
  observer.observe(element);
  return () => observer.disconnect();
}
