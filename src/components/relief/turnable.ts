import type {Selection} from "d3-selection";
import type {Pair} from "../readPair.js";
import type {Outlook} from "./painting.js";

export interface TurnableOptions {
  readonly label: string;
  readonly outlook: Outlook;
  /** What is heard of an outlook in degrees. */
  readonly words: (azimuth: number, elevation: number) => string;
  /** Draws an outlook: called at most once a frame. */
  readonly draw: (outlook: Outlook) => void;
}

/** From where a picture is seen, in whole degrees: azimuth and elevation. */
export interface Turn {
  readonly value: Pair;
  /** Turns the picture there, and tells nobody. */
  to(value: Pair): void;
}

type Surface = Selection<SVGRectElement, undefined, null, undefined>;

const degree = Math.PI / 180;

/** How far a picture can be turned, in degrees. */
export const outlooks: readonly [Pair, Pair] = [
  [-180, 180],
  [8, 85]
];
const [lowest, highest] = outlooks[1].map((angle) => angle * degree);

/**
 * Lets mouse, finger and arrow keys turn a picture by a surface that covers it; nothing turns by itself. An "input"
 * event tells that the reader has turned it.
 */
export function turnable(surface: Surface, {label, outlook: first, words, draw}: TurnableOptions): Turn {
  let outlook = first;
  let frame = 0;
  surface.attr("pointer-events", "all").attr("role", "slider").attr("tabindex", 0).attr("aria-label", label);
  surface.attr("aria-valuemin", -180).attr("aria-valuemax", 180).style("cursor", "grab");
  surface.style("touch-action", "pan-y"); // up and down a finger scrolls the page

  const degrees = (): Pair => [Math.round(outlook.azimuth / degree), Math.round(outlook.elevation / degree)];

  function look(next: Outlook): void {
    outlook = next;
    tell();
    if (frame) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      draw(outlook);
    });
  }
  function turn(azimuth: number, elevation: number): void {
    const turns = Math.round((outlook.azimuth + azimuth) / (2 * Math.PI));
    look({
      azimuth: outlook.azimuth + azimuth - turns * 2 * Math.PI,
      elevation: Math.min(highest, Math.max(lowest, outlook.elevation + elevation))
    });
    surface.dispatch("input", {bubbles: true, cancelable: false, detail: null});
  }
  function tell(): void {
    const [azimuth, elevation] = degrees();
    surface.attr("aria-valuenow", azimuth).attr("aria-valuetext", words(azimuth, elevation));
  }

  surface.on("pointerdown", (event: PointerEvent) => {
    if (!event.button) surface.node()!.setPointerCapture(event.pointerId);
  });
  surface.on("pointermove", (event: PointerEvent) => {
    if (!surface.node()!.hasPointerCapture(event.pointerId)) return;
    turn(event.movementX * -0.5 * degree, event.movementY * 0.5 * degree);
  });
  surface.on("keydown", (event: KeyboardEvent) => {
    const direction = arrows[event.key];
    if (!direction) return;
    event.preventDefault();
    turn(direction[0] * 5 * degree, direction[1] * 5 * degree);
  });
  tell();
  return {
    get value() {
      return degrees();
    },
    to([azimuth, elevation]) {
      if (degrees().join() !== [azimuth, elevation].join())
        look({azimuth: azimuth * degree, elevation: elevation * degree});
    }
  };
}

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [1, 0],
  ArrowRight: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1]
};
