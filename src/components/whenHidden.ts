/** Calls back when an element has left the screen or its tab is hidden; returns what ends the watch. */
export function whenHidden(element: Element, hidden: () => void): () => void {
  const observer = new IntersectionObserver((entries) => {
    if (!entries.at(-1)!.isIntersecting) hidden();
  });
  const onVisibility = (): void => {
    if (document.hidden) hidden();
  };
  observer.observe(element);
  document.addEventListener("visibilitychange", onVisibility);
  return () => {
    observer.disconnect();
    document.removeEventListener("visibilitychange", onVisibility);
  };
}
