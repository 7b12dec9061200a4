import {selectAll} from "d3-selection";

/**
 * Lets views emphasize together: where the pointer or the focus is on a mark of one line, the marks of the other lines
 * step back in every view. Every view marks its lines with `data-line`, and so does the key.
 *
 *     linked(picture, relief, chart, keyOfTheLines)          // call it again when a view has been made anew
 *
 * A press on a name in a key keeps the emphasis until the next press. What comes back ends it.
 */
export function linked(...views: readonly Element[]): () => void {
  let pressed: string | null = null;
  const ending = new AbortController();
  const {signal} = ending;

  function show(name: string | null): void {
    const marks = selectAll<Element, unknown>(
      views.flatMap((view) => [...view.querySelectorAll("[data-line]")])
    );
    marks.classed("quiet", function () {
      return name !== null && this.getAttribute("data-line") !== name;
    });
    marks.filter("button").attr("aria-pressed", function () {
      return String(this.getAttribute("data-line") === pressed);
    });
  }
  const lineOf = ({target}: Event): string | null =>
    (target as Element).closest("[data-line]")?.getAttribute("data-line") ?? null;

  for (const view of views) {
    for (const type of ["pointerover", "focusin"])
      view.addEventListener(type, (event) => show(lineOf(event) ?? pressed), {signal});
    for (const type of ["pointerleave", "focusout"])
      view.addEventListener(type, () => show(pressed), {signal});
    view.addEventListener(
      "click",
      (event) => {
        const button = (event.target as Element).closest("button[data-line]");
        if (!button) return;
        pressed = lineOf(event) === pressed ? null : lineOf(event);
        show(pressed);
      },
      {signal}
    );
  }
  return () => ending.abort();
}
