import {create} from "d3-selection";
import {type Field, fieldMaps} from "../../components/fieldMaps.js";
import type {Dataset} from "../../lib/datasets/dataset.js";
import {boundaryOf, reach, resolution} from "./fields.js";

export interface DecisionMapOptions {
  readonly label: string;
  readonly size: number;
}

export interface DecisionMap extends HTMLElement {
  /** Puts the samples over the map. */
  show(data: Dataset): void;
  /** Paints what a network says, and where it changes its mind. */
  update(title: string, answer: Field): void;
}

/** The plane as a network divides it, with the samples: circles of class 0, triangles of class 1. */
export function decisionMap({label, size}: DecisionMapOptions): DecisionMap {
  const root = create("figure").attr("class", "decision").style("width", `${size}px`);
  const title = root.append("figcaption").text(label);
  const stack = root.append("div");
  const map = fieldMaps({label, resolution, size, strongest: 0.4});
  stack.append(() => map);
  // two pictures, so that the samples are not painted again with every boundary
  const layer = () => stack.append("svg").attr("viewBox", `0 0 ${size} ${size}`).attr("aria-hidden", "true");
  const edge = layer().append("path").attr("class", "boundary").attr("fill", "none").attr("stroke-width", 2);
  edge.attr("stroke", "var(--foreground)");
  const points = layer().append("g").attr("stroke", "var(--background)").attr("stroke-width", 0.8);
  const toPixel = (x: number): number => (size / 2) * (1 + x / reach);

  return Object.assign(root.node()!, {
    show({X, Y}: Dataset) {
      const point = points.selectAll("path").data(Array.from(Y.data)).join("path");
      point.attr("d", (y) => (y === 0 ? circle : triangle));
      point.attr("fill", (y) => (y === 0 ? "var(--orange)" : "var(--blue)"));
      point.attr(
        "transform",
        (_, j) => `translate(${toPixel(X.data[j])},${toPixel(-X.data[X.columns + j])})`
      );
    },
    update(words: string, answer: Field) {
      title.text(words);
      map.update([answer], `${label}: ${words}`);
      edge.attr("d", boundaryOf(answer, size));
    }
  });
}

const circle = "M-3,0A3,3 0 1 1 3,0A3,3 0 1 1 -3,0Z";
const triangle = "M0,-3.8L3.6,2.6H-3.6Z";
