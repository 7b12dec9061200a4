import {pointer, type Selection} from "d3-selection";

/** A place in a picture that can be chosen, in pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A picture whose value is the index of the box that the reader chose; it dispatches "input" when that changes. */
export type BoxedView = SVGSVGElement & {value: number};

export interface CellCursor {
  /** The boxes as they stand now, and what is heard of each; with none there is nothing to choose. */
  show(boxes: readonly Box[], describe: (index: number) => string): void;
}

/** Lets pointer, finger and arrow keys choose one of several boxes: a frame stands around it. */
export function cellCursor(
  svg: Selection<SVGSVGElement, undefined, null, undefined>,
  label: string
): CellCursor {
  const view = svg.node() as BoxedView; // becomes one here
  const frame = svg.append("rect").attr("class", "cursor").attr("fill", "none").attr("rx", 2);
  frame.attr("stroke", "var(--accent)").attr("stroke-width", 2.5).attr("display", "none");
  frame.attr("role", "slider").attr("tabindex", 0).attr("aria-label", label).attr("aria-valuenow", 0);
  let boxes: readonly Box[] = [];
  let describe = (_: number): string => "";
  let value = 0;

  function place(): void {
    frame.attr("display", boxes.length ? null : "none");
    if (!boxes.length) return;
    value = Math.max(0, Math.min(boxes.length - 1, value));
    const {x, y, width, height} = boxes[value];
    frame.attr("x", x - 1).attr("y", y - 1);
    frame.attr("width", width + 2).attr("height", height + 2);
    frame.attr("aria-valuemin", 0).attr("aria-valuemax", boxes.length - 1);
    frame.attr("aria-valuenow", value).attr("aria-valuetext", describe(value));
  }
  function choose(index: number): void {
    if (index < 0 || index === value) return;
    value = index;
    place();
    view.dispatchEvent(new Event("input", {bubbles: true}));
  }

  svg.on("pointermove pointerdown", (event: PointerEvent) => {
    const [x, y] = pointer(event, view);
    choose(boxes.findIndex((box) => holds(box, x, y)));
  });
  frame.on("keydown", (event: KeyboardEvent) => {
    const to = keyTarget(event.key, boxes, value);
    if (to === null) return;
    event.preventDefault();
    choose(to);
  });
  Object.defineProperty(view, "value", {
    get: () => value,
    set(index: number) {
      value = index;
      place();
    }
  });
  return {
    show(next, says) {
      [boxes, describe] = [next, says];
      place();
    }
  };
}

const holds = ({x, y, width, height}: Box, px: number, py: number): boolean =>
  px >= x && px < x + width && py >= y && py < y + height;

/** Where a key leads from a box: the nearest one that way, or the same where there is none; null for other keys. */
export function keyTarget(key: string, boxes: readonly Box[], from: number): number | null {
  if (key === "Home") return 0;
  if (key === "End") return boxes.length - 1;
  const way = arrows[key];
  if (!way) return null;
  let [best, least] = [from, Number.POSITIVE_INFINITY];
  const here = middle(boxes[from]);
  for (const [index, box] of boxes.entries()) {
    const [dx, dy] = [middle(box).x - here.x, middle(box).y - here.y];
    const along = dx * way[0] + dy * way[1];
    // what lies beside the way counts three times as far
    const far = along + 3 * Math.abs(dx * way[1] + dy * way[0]);
    if (along > 0.5 && far < least) [best, least] = [index, far];
  }
  return best;
}

const middle = ({x, y, width, height}: Box) => ({x: x + width / 2, y: y + height / 2});

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1]
};
