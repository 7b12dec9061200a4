import type {Matrix} from "../lib/types.js";
import {fontSize, picture} from "./chartParts/picture.js";
import {largest, shortNumber, signedColor} from "./heatmap.js";

/** A neuron of a layer, layer 0 the input; with an input of it, the weight between the two. Units count from 0. */
export interface Neuron {
  readonly layer: number;
  readonly unit: number;
  readonly input?: number;
}

/** The layer at which something happens, whether the weights before it take part, and which way it goes. */
export interface ActiveLayer {
  readonly layer: number;
  readonly weights: boolean;
  readonly backward: boolean;
}

export interface NetworkDiagramState {
  readonly sizes: readonly number[];
  /** W⁽¹⁾ … W⁽ᴸ⁾ */
  readonly weights: readonly Matrix[];
  /** What every neuron of the layers 0 … L gives, null where that is not known yet. */
  readonly outputs: readonly (ArrayLike<number> | null)[];
  readonly active?: ActiveLayer | null;
  readonly picked?: Neuron | null;
  /** What the picture shows, in a sentence. */
  readonly description: string;
}

export interface NetworkDiagramWords {
  readonly label: string;
  readonly layer: (index: number, last: number) => string;
  readonly forward: string;
  readonly backward: string;
}

export interface NetworkDiagramOptions {
  readonly words: NetworkDiagramWords;
  readonly width?: number;
  /** How far from the left edge the columns begin, so that they stand above those of a table. */
  readonly left?: number;
}

/** The picture; its value is the neuron or weight that was clicked last, and it dispatches "input" for each click. */
export type NetworkDiagram = SVGSVGElement & {
  value: Neuron | null;
  update(state: NetworkDiagramState): void;
};

/** Layers of neurons and the weights between them: solid and blue where positive, dashed and orange where negative. */
export function networkDiagram({words, width = 720, left = 0}: NetworkDiagramOptions): NetworkDiagram {
  const size = fontSize(width);
  const [radius, gap] = width < 520 ? [9, 27] : [16, 39];
  const [top, tallest] = [2.9 * size, 5 * gap];
  const height = top + tallest + 2 * size;
  const svg = picture({width, height, label: words.label}).attr("class", "view network");
  const band = svg.append("rect").attr("fill", "var(--accent-faint)").attr("rx", 6).attr("height", height);
  const [lines, targets] = [svg.append("g"), svg.append("g").attr("stroke", "transparent")];
  const [neurons, values, names] = [svg.append("g"), svg.append("g"), svg.append("g")];
  values
    .attr("text-anchor", "middle")
    .attr("font-size", size - 2.5)
    .attr("pointer-events", "none");
  names.attr("text-anchor", "middle").attr("fill", "var(--muted)");
  const direction = svg.append("text").attr("text-anchor", "middle").attr("fill", "var(--accent)");

  const choose = (_: Event, neuron: Neuron): void => {
    view.value = neuron;
    view.dispatchEvent(new Event("input", {bubbles: true}));
  };

  function planeOf(sizes: readonly number[]): Plane {
    const room = (width - left) / sizes.length;
    return {
      room,
      x: (layer) => left + (layer + 0.5) * room,
      y: (layer, unit) => top + tallest / 2 + (unit - (sizes[layer] - 1) / 2) * gap
    };
  }

  function drawWeights({weights, active, picked}: NetworkDiagramState, {x, y}: Plane): void {
    const limit = Math.max(...weights.map(({data}) => largest(data)));
    const edges = weights.flatMap(edgesOf);
    const placed = (root: typeof lines) => {
      const line = root.selectAll("line").data(edges).join("line");
      line.attr("x1", ({layer}) => x(layer - 1)).attr("x2", ({layer}) => x(layer));
      return line
        .attr("y1", ({layer, input}) => y(layer - 1, input))
        .attr("y2", ({layer, unit}) => y(layer, unit));
    };
    // a thin line is hard to hit
    placed(targets).attr("stroke-width", 7).style("cursor", "pointer").on("click", choose);
    const line = placed(lines);
    const takesPart = ({layer}: Edge): boolean => active?.layer === layer && active.weights;
    const isPicked = (edge: Edge): boolean => takesPart(edge) && isAt(edge, picked);
    line.attr("stroke", ({weight}) => (weight < 0 ? "var(--orange)" : "var(--blue)"));
    line.attr("stroke-dasharray", ({weight}) => (weight < 0 ? "5 3" : null));
    line.attr(
      "stroke-width",
      (edge) => 0.6 + (2.6 * Math.abs(edge.weight)) / limit + (isPicked(edge) ? 1.5 : 0)
    );
    line.attr("stroke-opacity", (edge) => (isPicked(edge) ? 1 : takesPart(edge) || !active ? 0.6 : 0.22));
  }

  function drawNeurons({sizes, outputs, active, picked}: NetworkDiagramState, {x, y}: Plane): void {
    const units = sizes.flatMap((count, layer) => Array.from({length: count}, (_, unit) => ({layer, unit})));
    const strongest = outputs.map(largest);
    const output = ({layer, unit}: Neuron): number | null => outputs[layer]?.[unit] ?? null;
    const neuron = neurons.selectAll("circle").data(units).join("circle").attr("r", radius);
    neuron.attr("cx", ({layer}) => x(layer)).attr("cy", ({layer, unit}) => y(layer, unit));
    neuron.attr("fill", (one) => signedColor((output(one) ?? 0) / strongest[one.layer], 50));
    neuron.attr("stroke-dasharray", (one) => (output(one) === null ? "2 3" : null));
    const isActive = ({layer}: Neuron): boolean => active?.layer === layer;
    const stroke = (one: Neuron): string => (isActive(one) ? "var(--accent)" : "var(--control)");
    neuron.attr("stroke", (one) => (isAt(one, picked) ? "var(--foreground)" : stroke(one)));
    neuron.attr("stroke-width", (one) => (isAt(one, picked) ? 3 : isActive(one) ? 2 : 1.2));
    neuron.style("cursor", "pointer").on("click", choose);
    const written = units.filter((one) => output(one) !== null && radius > 12);
    const value = values.selectAll("text").data(written).join("text");
    value.attr("x", ({layer}) => x(layer)).attr("y", ({layer, unit}) => y(layer, unit) + 3.5);
    value.text((one) => shortNumber(output(one)!));
  }

  function drawNames({sizes, active}: NetworkDiagramState, {x, room}: Plane): void {
    const lines = sizes.flatMap((count, l) => [
      {l, row: 1, text: words.layer(l, sizes.length - 1)},
      {l, row: 2, text: `n⁽${superscripts[l]}⁾ = ${count}`}
    ]);
    const name = names.selectAll("text").data(lines).join("text");
    name
      .attr("x", ({l}) => x(l))
      .attr("y", ({row}) => row * 1.25 * size)
      .text(({text}) => text);
    const at = x(active?.layer ?? 0);
    band
      .attr("display", active ? null : "none")
      .attr("width", room - 4)
      .attr("x", at - room / 2 + 2);
    direction.attr("x", at).attr("y", height - 6);
    direction.text(active ? (active.backward ? `← ${words.backward}` : `${words.forward} →`) : "");
  }

  const view: NetworkDiagram = Object.assign(svg.node()!, {
    value: null as Neuron | null,
    update(state: NetworkDiagramState) {
      const plane = planeOf(state.sizes);
      drawWeights(state, plane);
      drawNeurons(state, plane);
      drawNames(state, plane);
      svg.attr("aria-label", state.description);
    }
  });
  return view;
}

interface Edge extends Required<Neuron> {
  readonly weight: number;
}

interface Plane {
  readonly room: number;
  readonly x: (layer: number) => number;
  readonly y: (layer: number, unit: number) => number;
}

const edgesOf = ({data, columns}: Matrix, l: number): Edge[] =>
  Array.from(data, (weight, k) => ({
    layer: l + 1,
    unit: Math.floor(k / columns),
    input: k % columns,
    weight
  }));

/** Whether a neuron is the picked one, or a weight one of those that lead to it. */
const isAt = (one: Neuron, picked: Neuron | null = null): boolean =>
  picked !== null &&
  one.layer === picked.layer &&
  one.unit === picked.unit &&
  (one.input === undefined || picked.input === undefined || one.input === picked.input);

const superscripts = [..."⁰¹²³⁴⁵⁶⁷⁸⁹"];
