import type {Selection} from "d3-selection";
import type {Outlook} from "./painting.js";

export interface TurnableOptions {
  readonly label: string;
  readonly outlook: Outlook;
  /** What is heard of an outlook in degrees. */
  readonly words: (azimuth: number, elevation: number) => string;
  /** Draws an outlook: called at most once a frame. */
  readonly draw: (outlook: Outlook) => void;
}

type Surface = Selection<SVGRectElement, undefined, null, undefined>;

const degree = Math.PI / 180;
const [lowest, highest] = [8 * degree, 85 * degree];

/** Lets mouse, finger and arrow keys turn a picture by a surface that covers it; nothing turns by itself. */
export function turnable(surface: Surface, {label, outlook: first, words, draw}: TurnableOptions): void {
  let outlook = first;
  let frame = 0;
  surface.attr("pointer-events", "all").attr("role", "slider").attr("tabindex", 0).attr("aria-label", label);
  surface.attr("aria-valuemin", -180).attr("aria-valuemax", 180).style("cursor", "grab");
  surface.style("touch-action", "pan-y"); // up and down a finger scrolls the page

  function turn(azimuth: number, elevation: number): void {
    const turns = Math.round((outlook.azimuth + azimuth) / (2 * Math.PI));
    outlook = {
      azimuth: outlook.azimuth + azimuth - turns * 2 * Math.PI,
      elevation: Math.min(highest, Math.max(lowest, outlook.elevation + elevation))
    };
    tell();
    if (frame) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      draw(outlook);
    });
  }
  function tell(): void {
    const [azimuth, elevation] = [outlook.azimuth, outlook.elevation].map((angle) =>
      Math.round(angle / degree)
    );
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
}

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [1, 0],
  ArrowRight: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1]
};
