// @vitest-environment jsdom
import {create} from "d3-selection";
import {scaleLinear} from "d3-scale";
import {describe, expect, test} from "vitest";
import {cloudDots} from "../../../src/components/contour/cloudDots.js";
import {eigenCross} from "../../../src/components/contour/eigenCross.js";
import {heads} from "../../../src/components/contour/heads.js";
import {longTrails} from "../../../src/components/contour/longTrails.js";
import type {Layer, Trail} from "../../../src/components/contour/plot.js";
import {slopeKey} from "../../../src/components/contour/slopeKey.js";
import {slopeColors, slopeLines} from "../../../src/components/contour/slopeLines.js";
import {stateGlyphs} from "../../../src/components/contour/stateGlyphs.js";
import {trailLines} from "../../../src/components/contour/trailLines.js";

/** A plane of 400 × 400 pixels over [−2, 2]². */
function plane(layer: Layer) {
  const root = create("svg:g");
  const draw = layer({
    root: root as never,
    x: scaleLinear([-2, 2], [0, 400]),
    y: scaleLinear([-2, 2], [400, 0])
  });
  return {
    draw: (trails: readonly Trail[], step = Infinity) => draw(trails, step),
    all: (selector: string) => [...root.node()!.querySelectorAll(selector)],
    attributes: (selector: string, name: string) =>
      [...root.node()!.querySelectorAll(selector)].map((element) => element.getAttribute(name))
  };
}

const trail = (
  label: string,
  points: readonly (readonly [number, number])[],
  more: Partial<Trail> = {}
): Trail => ({
  label,
  color: "red",
  points,
  ...more
});
const diagonal = trail("Adam", [
  [-1, -1],
  [0, 0],
  [1, 1]
]);

describe("trailLines()", () => {
  test("draws each trail up to the step, marked with its name", () => {
    const {draw, attributes} = plane(trailLines());
    draw([diagonal, trail("GD", [[0, 1]], {dash: "2 4"})], 1);
    expect(attributes("path", "d")).toEqual(["M100,300L200,200", "M200,100"]);
    expect(attributes("path", "data-line")).toEqual(["Adam", "GD"]);
    expect(attributes("path", "stroke-dasharray")).toEqual([null, "2 4"]);
  });

  test.each([[Number.NaN], [Number.POSITIVE_INFINITY], [1e9]])("stops before a point at %d", (far) => {
    const {draw, attributes} = plane(trailLines());
    draw([
      trail("GD", [
        [0, 0],
        [1, 0],
        [far, 0],
        [0, 0]
      ])
    ]);
    expect(attributes("path", "d")).toEqual(["M200,200L300,200"]);
  });
});

describe("slopeLines()", () => {
  test("colours a trail from flat to steep, each stretch up to the first point of the next", () => {
    const {draw, attributes} = plane(slopeLines({domain: [0.1, 10]}));
    draw([{...diagonal, slopes: [0.01, 100, 100]}]);
    expect(attributes("path", "stroke")).toEqual([slopeColors[0], slopeColors.at(-1)]);
    expect(attributes("path", "d")).toEqual(["M100,300L200,200", "M200,200L300,100"]);
  });

  test("slopeKey(…) shows its colours between its ends", () => {
    const key = slopeKey({words: ["flat", "steep"], domain: [0.1, 10]});
    expect(key.textContent).toBe("flat, |g| ≤ 0.1steep, |g| ≥ 10");
    expect([...key.querySelectorAll("rect")].map((rect) => rect.getAttribute("fill"))).toEqual(slopeColors);
  });
});

describe("longTrails({ends, most})", () => {
  const walk = (steps: number) =>
    trail(
      "SGD",
      Array.from({length: steps + 1}, (_, t) => [t / 50 - 1, 0] as const)
    );
  const parts = (steps: number) => {
    const {draw, attributes} = plane(longTrails({ends: 10, most: 20}));
    draw([{...walk(steps), dash: "2 4"}]);
    return attributes("path", "d").map((d) => ({
      stops: d!.split(/[ML]/).length - 1,
      isDots: d!.includes("h0")
    }));
  };

  test("draws a short trail whole, as a line", () => {
    expect(parts(15)).toEqual([{stops: 16, isDots: false}]);
  });

  test("of a long one lines at both ends, and between them dots for about as many places as it is told", () => {
    const [between, first, last] = parts(99);
    expect(between).toEqual({stops: 10, isDots: true}); // every eighth, the 16th to the 88th
    expect([first, last]).toEqual([
      {stops: 11, isDots: false},
      {stops: 11, isDots: false}
    ]);
  });

  test("keeps the dots where they are while a trail grows", () => {
    const {draw, attributes} = plane(longTrails({ends: 10, most: 20}));
    const dots = (steps: number) => {
      draw([walk(steps)]);
      return attributes("path", "d")[0]!;
    };
    expect(dots(99).startsWith(dots(88))).toBe(true);
  });
});

describe("cloudDots(cloud)", () => {
  test("draws a dot at every place and the ellipse around them, asked anew at each update", () => {
    const axes = [
      {direction: [1, 0] as const, length: 1},
      {direction: [0, 1] as const, length: 0.5}
    ];
    let points: (readonly [number, number])[] = [[0, 0]];
    const {draw, attributes} = plane(cloudDots(() => ({color: "red", points, ellipse: {at: [0, 0], axes}})));
    draw([]);
    expect(attributes(".cloud", "d")).toEqual(["M200,200h0"]);
    expect(attributes(".ring", "d")[0]).toMatch(/^M300,200L/);
    points = [];
    draw([]);
    expect(attributes(".cloud", "d")).toEqual([""]);
  });
});

describe("heads(words)", () => {
  const words = {diverged: (step: number) => `∞ at ${step}`, left: (step: number) => `out at ${step}`};

  test("says a note behind the name", () => {
    const {draw, all} = plane(heads(words));
    draw([{...diagonal, note: "κ = 3"}], 1);
    expect(all("text").map((text) => text.textContent)).toEqual(["Adam · κ = 3"]);
  });

  test("puts a dot and the name where each run is", () => {
    const {draw, all, attributes} = plane(heads(words));
    draw([diagonal], 1);
    expect([attributes("circle", "cx"), attributes("circle", "cy")]).toEqual([["200"], ["200"]]);
    expect(all("text").map((text) => text.textContent)).toEqual(["Adam"]);
  });

  test("says where a run left the picture, and at which step it left the range of numbers", () => {
    const {draw, all, attributes} = plane(heads(words));
    const run = trail(
      "GD",
      [
        [0, 0],
        [1, 0],
        [5, 0]
      ],
      {divergedAt: 3}
    );
    draw([run], 2);
    expect(all("text").map((text) => text.textContent)).toEqual(["GD · out at 2"]);
    expect([attributes("circle", "cx"), attributes("circle", "fill")]).toEqual([
      ["300"],
      ["var(--background)"]
    ]);
    draw([run]);
    expect(all("text").map((text) => text.textContent)).toEqual(["GD · ∞ at 3"]);
  });

  test("follows a run that has come back into the picture", () => {
    const {draw, all, attributes} = plane(heads(words));
    draw([
      trail("SGD", [
        [0, 0],
        [5, 0],
        [1, 0]
      ])
    ]);
    expect(all("text").map((text) => text.textContent)).toEqual(["SGD"]);
    expect(attributes("circle", "cx")).toEqual(["300"]);
  });

  test("sets the names of runs at one place apart", () => {
    const {draw, attributes} = plane(heads(words));
    draw(["a", "b", "c", "d"].map((label) => trail(label, [[0, 0]])));
    const heights = attributes("text", "y")
      .map(Number)
      .sort((a, b) => a - b);
    for (const [i, height] of heights.slice(1).entries())
      expect(height - heights[i]).toBeGreaterThanOrEqual(15);
  });

  test("says nothing of a run without a point", () => {
    const {draw, all} = plane(heads(words));
    draw([trail("GD", [], {divergedAt: 0})]);
    expect(all("text, circle")).toEqual([]);
  });
});

describe("eigenCross(crosses)", () => {
  const cross = (values: readonly [number, number]) =>
    plane(
      eigenCross([
        {
          at: [0, 0],
          values,
          vectors: [
            [1, 0],
            [0, 1]
          ]
        }
      ])
    );

  test("names the eigenvalues in the colours of their signs, at the ends left and below", () => {
    const {all, attributes} = cross([2, -2]);
    expect(all("text").map((text) => text.textContent)).toEqual(["λ = 2", "λ = −2"]);
    expect(attributes("path", "stroke")).toEqual(["var(--blue)", "var(--red)"]);
    expect(Number(attributes("text", "x")[0])).toBeLessThan(200);
    expect(Number(attributes("text", "y")[1])).toBeGreaterThan(200);
  });

  test("shows heads that lead in where λ > 0 and out where λ < 0, and dots where λ = 0", () => {
    const {attributes} = cross([1, -1]);
    const tips = attributes("path", "d").map((d) =>
      d!
        .split("M")
        .slice(2)
        .map((arrow) => arrow.split("L")[1])
    );
    const reach = 0.16 * 400;
    expect(tips[0].map((tip) => Math.abs(Number(tip.split(",")[0]) - 200))).toEqual([reach - 7, reach - 7]);
    expect(tips[1].map((tip) => Math.abs(Number(tip.split(",")[1]) - 200))).toEqual([reach, reach]);
    const flat = cross([0, 0]);
    expect(flat.attributes("path", "stroke-dasharray")).toEqual(["1 5", "1 5"]);
    expect(flat.attributes("path", "d").every((d) => d!.split("M").length === 2)).toBe(true);
  });

  test("names the ends by the line, whichever of its two unit vectors is given", () => {
    const places = [1, -1].map((sign) =>
      plane(
        eigenCross([
          {
            at: [0, 0],
            values: [1, -1],
            vectors: [
              [sign, 0],
              [0, sign]
            ]
          }
        ])
      ).attributes("text", "x")
    );
    expect(places[0]).toEqual(places[1]);
  });
});

test("stateGlyphs(glyph) draws velocity and box at the place of the step, and nothing for null", () => {
  const {draw, attributes} = plane(
    stateGlyphs(({label}, step) => (label === "GD" ? null : {velocity: [step, 0], box: [0.5, 0.25]}))
  );
  draw([diagonal, trail("GD", [[0, 0]])], 1);
  expect(attributes("path", "data-line")).toEqual(["Adam"]);
  expect(attributes("path", "d")[0]).toBe("M200,200L300,200M293,204L300,200L293,196M150,175h100v50h-100Z");
});

test("stateGlyphs(glyph) draws none of a run that has left the picture, and cuts an arrow that no path could hold", () => {
  const {draw, attributes} = plane(stateGlyphs(() => ({velocity: [1e300, 0]})));
  draw([diagonal, trail("GD", [[3, 0]]), trail("SGD", [[Number.NaN, 0]])], 1);
  expect(attributes("path", "data-line")).toEqual(["Adam"]);
  expect(attributes("path", "d")[0]).toBe("M200,200L10200,200M10193,204L10200,200L10193,196");
});
