// @vitest-environment jsdom
import {describe, expect, test} from "vitest";
import {matrix} from "../../lib/matrix.js";
import {
  type NetworkDiagramState,
  type NetworkDiagramWords,
  networkDiagram
} from "../../src/components/networkDiagram.js";

const words: NetworkDiagramWords = {
  label: "A network",
  layer: (index, last) => (index === 0 ? "input" : index === last ? "output" : `layer ${index}`),
  forward: "forward",
  backward: "backward"
};
const state: NetworkDiagramState = {
  sizes: [2, 3, 1],
  weights: [
    matrix([
      [1, -2],
      [0.5, 0],
      [0, 1]
    ]),
    matrix([[1, 1, -1]])
  ],
  outputs: [[0.5, -1], [1, 2, 3], null],
  description: "2, 3 and 1"
};
function drawn(more: Partial<NetworkDiagramState> = {}, width = 720) {
  const view = networkDiagram({words, width});
  view.update({...state, ...more});
  return view;
}
const all = (view: Element, selector: string): Element[] => [...view.querySelectorAll(selector)];
const lines = (view: Element): Element[] => all(view, "g:nth-of-type(1) line");
const values = (elements: readonly Element[], name: string): (string | null)[] =>
  elements.map((element) => element.getAttribute(name));

describe("networkDiagram(options).update(state)", () => {
  test("has a circle for each neuron and a line for each weight", () => {
    expect(all(drawn(), "circle")).toHaveLength(6);
    expect(lines(drawn())).toHaveLength(9);
  });

  test("tells signs by dash as well as by colour", () => {
    expect(values(lines(drawn()), "stroke-dasharray").slice(0, 3)).toEqual([null, "5 3", null]);
    expect(values(lines(drawn()), "stroke").slice(0, 2)).toEqual(["var(--blue)", "var(--orange)"]);
  });

  test("writes what is known into the circles, and leaves the others empty", () => {
    const texts = all(drawn(), "text").map((text) => text.textContent);
    expect(texts).toEqual(expect.arrayContaining(["0.50", "−1", "3"]));
    expect(values(all(drawn(), "circle"), "stroke-dasharray")).toEqual([null, null, null, null, null, "2 3"]);
    expect(all(drawn({}, 320), "text").map((text) => text.textContent)).not.toContain("0.50");
  });

  test("names layers with their sizes", () => {
    const texts = all(drawn(), "text").map((text) => text.textContent);
    expect(texts).toEqual(
      expect.arrayContaining(["input", "n⁽⁰⁾ = 2", "layer 1", "n⁽¹⁾ = 3", "output", "n⁽²⁾ = 1"])
    );
    expect(drawn().getAttribute("aria-label")).toBe("2, 3 and 1");
  });

  test("shows where something happens, and which way it goes", () => {
    const view = drawn({active: {layer: 1, weights: true, backward: true}});
    expect(view.textContent).toContain("← backward");
    const opacity = values(lines(view), "stroke-opacity").map(Number);
    expect(Math.min(...opacity.slice(0, 6))).toBeGreaterThan(Math.max(...opacity.slice(6)));
    expect(values(all(view, "circle"), "stroke").slice(2, 5)).toEqual(Array(3).fill("var(--accent)"));
    expect(drawn({active: {layer: 2, weights: false, backward: false}}).textContent).toContain("forward →");
  });

  test("marks the neuron, and the weights or the one weight that lead to it", () => {
    const active = {layer: 1, weights: true, backward: true};
    const marked = (view: Element) =>
      values(lines(view), "stroke-opacity").flatMap((o, i) => (o === "1" ? i : []));
    expect(marked(drawn({active, picked: {layer: 1, unit: 1}}))).toEqual([2, 3]);
    expect(marked(drawn({active, picked: {layer: 1, unit: 1, input: 1}}))).toEqual([3]);
    expect(values(all(drawn({picked: {layer: 1, unit: 2}}), "circle"), "stroke")[4]).toBe(
      "var(--foreground)"
    );
  });

  test("tells which neuron or weight was clicked", () => {
    const view = drawn();
    const heard: unknown[] = [];
    view.addEventListener("input", () => heard.push(view.value));
    all(view, "circle")[3].dispatchEvent(new MouseEvent("click", {bubbles: true}));
    all(view, "g:nth-of-type(2) line")[7].dispatchEvent(new MouseEvent("click", {bubbles: true}));
    expect(heard).toMatchObject([
      {layer: 1, unit: 1},
      {layer: 2, unit: 0, input: 1}
    ]);
  });
});
