// @vitest-environment jsdom
import {afterEach, beforeEach, describe, expect, test, vi} from "vitest";
import {relief} from "../../src/components/relief.js";
import {drape, pieces} from "../../src/components/relief/drape.js";
import {meshOf} from "../../src/components/relief/mesh.js";
import {orderFrom, patchRows, rowOf} from "../../src/components/relief/painting.js";
import {projection} from "../../src/components/relief/projection.js";

const saddle = {
  value: (x: number, y: number) => x * x - y * y,
  domain: [
    [-2, 2],
    [-2, 2]
  ] as const
};
const style = {label: "GD", color: "red"};
const sheet = {width: 200, height: 200, unit: 100};

describe("meshOf(surface, cells)", () => {
  const mesh = meshOf(saddle, 8);

  test("puts the lowest and the highest vertex at −½ and ½", () => {
    expect([Math.min(...mesh.heights), Math.max(...mesh.heights)]).toEqual([-0.5, 0.5]);
    expect(mesh.place(2, 0)).toEqual([1, 0, 0.5]);
    expect(mesh.place(0, -2)).toEqual([0, -1, -0.5]);
  });

  test("makes low cells darker than high ones", () => {
    const tone = (i: number, j: number): number => mesh.tones[i + 8 * j];
    expect(tone(4, 0)).toBeGreaterThan(tone(0, 4));
  });
});

describe("the painter's order", () => {
  const mesh = meshOf(saddle, 6);
  const depth = (azimuth: number, corner: number): number => {
    const [x, y] = [corner % 7, Math.floor(corner / 7)];
    return x * Math.sin(azimuth) + y * Math.cos(azimuth);
  };

  test.each([0, 0.4, 1, 2, 3, -0.5, -1.2, -2, -3])(
    "paints every cell once, far ones first, from azimuth %d",
    (azimuth) => {
      const rows = patchRows(mesh, orderFrom({azimuth, elevation: 0.5}));
      const corners = rows.flatMap((row) => row.flatMap(({corners}) => corners));
      expect(new Set(corners).size).toBe(36);
      for (const row of rows) {
        const depths = row.flatMap(({corners}) => corners.map((corner) => depth(azimuth, corner)));
        expect(depths).toEqual(depths.toSorted((a, b) => b - a));
      }
      const means = rows.map((row) => {
        const depths = row.flatMap(({corners}) => corners.map((corner) => depth(azimuth, corner)));
        return depths.reduce((sum, d) => sum + d, 0) / depths.length;
      });
      expect(means).toEqual(means.toSorted((a, b) => b - a));
    }
  );

  test("rowOf(x, y, …) finds the row in which the cell of a place is painted", () => {
    const order = orderFrom({azimuth: 2, elevation: 0.5});
    const rows = patchRows(mesh, order);
    const corner = 4 + 7 * 1; // the cell from (1/3, −2/3)
    expect(rows[rowOf(0.4, -0.6, 6, order)].some(({corners}) => corners.includes(corner))).toBe(true);
  });
});

test("projection(outlook, sheet) sees the box from the side, from above, and turned", () => {
  const side = projection({azimuth: 0, elevation: 0}, sheet);
  expect([side([1, 0, 0]), side([0, 1, 0]), side([0, 0, 0.5])]).toEqual(["200,100", "100,100", "100,50"]);
  const above = projection({azimuth: 0, elevation: Math.PI / 2}, sheet);
  expect([above([0, 1, 0]), above([0, 0, 0.5])]).toEqual(["100,0", "100,100"]);
  const turned = projection({azimuth: Math.PI / 2, elevation: Math.PI / 2}, sheet);
  expect([turned([1, 0, 0]), turned([0, 1, 0])]).toEqual(["100,0", "0,100"]);
});

describe("drape(points, mesh)", () => {
  const mesh = meshOf(saddle, 8);

  test("lays a long step on the surface place by place, and keeps both ends", () => {
    const places = drape(
      [
        [-1, 0],
        [1, 0]
      ],
      mesh
    );
    expect(places.length).toBeGreaterThan(6);
    for (const [x, y, z] of places) expect(z).toBeCloseTo(mesh.place(2 * x, 2 * y)[2] + 0.012, 12);
    expect([places[0][0], places.at(-1)![0]]).toEqual([-0.5, 0.5]);
  });

  test("ends where the trail leaves the surface or the range of numbers", () => {
    expect(
      drape(
        [
          [0, 0],
          [1, 1],
          [3, 0],
          [0, 0]
        ],
        mesh
      ).at(-1)
    ).toEqual(
      drape(
        [
          [0, 0],
          [1, 1]
        ],
        mesh
      ).at(-1)
    );
    expect(drape([[Number.NaN, 0]], mesh)).toEqual([]);
  });

  test("pieces(draped, rowAt) cuts it at the rows, without a gap", () => {
    const places = drape(
      [
        [-1, -1],
        [1, 1]
      ],
      mesh
    );
    const cut = pieces({trail: {...style, points: []}, places}, ([, y]) => Math.floor((y + 1) * 4));
    for (const [i, {places}] of cut.slice(1).entries()) expect(cut[i].places.at(-1)).toEqual(places[0]);
    expect(cut.map(({from}) => from)).toEqual(cut.map(({from}) => from).toSorted((a, b) => a - b));
  });
});

describe("relief(data, options)", () => {
  let frames: FrameRequestCallback[] = [];
  beforeEach(() => {
    frames = [];
    vi.stubGlobal("requestAnimationFrame", (draw: FrameRequestCallback) => frames.push(draw));
  });
  afterEach(() => vi.unstubAllGlobals());
  const turn = (view: Element, key: string): boolean =>
    view.querySelector("[role=slider]")!.dispatchEvent(new KeyboardEvent("keydown", {key, cancelable: true}));
  const drawn = (view: Element): (string | null)[] =>
    [...view.querySelectorAll("path")].map((path) => path.getAttribute("d"));
  const words = (azimuth: number, elevation: number): string => `${azimuth} ${elevation}`;
  const heard = (view: Element): string | null =>
    view.querySelector("[role=slider]")!.getAttribute("aria-valuetext");

  test("turns by arrow keys, and draws once a frame", () => {
    const view = relief(saddle, {cells: 6, azimuth: 30, elevation: 30, turnText: words});
    const before = drawn(view);
    expect(heard(view)).toBe("30 30");
    turn(view, "ArrowLeft");
    turn(view, "ArrowUp");
    expect(heard(view)).toBe("35 35");
    expect([drawn(view), frames.length]).toEqual([before, 1]);
    frames[0](0);
    expect(drawn(view)).not.toEqual(before);
  });

  test("turns all the way round to the same picture, and neither upside down nor below the floor", () => {
    const view = relief(saddle, {cells: 6, azimuth: 0, elevation: 30, turnText: words});
    const before = drawn(view);
    for (let i = 0; i < 72; ++i) {
      turn(view, "ArrowLeft");
      frames.pop()?.(0);
    }
    expect(drawn(view)).toEqual(before);
    for (let i = 0; i < 40; ++i) turn(view, "ArrowUp");
    expect(heard(view)).toBe("0 85");
    for (let i = 0; i < 40; ++i) turn(view, "ArrowDown");
    expect(heard(view)).toBe("0 8");
  });

  test("its value is from where it is seen: a turn tells of it, setting it draws and tells nobody", () => {
    const view = relief(saddle, {cells: 6, azimuth: 30, elevation: 30, turnText: words});
    let told = 0;
    view.addEventListener("input", () => told++);
    turn(view, "ArrowLeft");
    frames.pop()!(0);
    expect([view.value, told]).toEqual([[35, 30], 1]);
    const before = drawn(view);
    view.value = [35, 30];
    expect(frames).toHaveLength(0);
    view.value = [-90, 60];
    frames.pop()!(0);
    expect([view.value, heard(view), told]).toEqual([[-90, 60], "-90 60", 1]);
    expect(drawn(view)).not.toEqual(before);
  });

  test("draws trails up to the step, marked with their names", () => {
    const view = relief(saddle, {cells: 6});
    view.update([
      {
        ...style,
        points: [
          [-1, -1],
          [0, 0],
          [1, 1]
        ]
      }
    ]);
    const whole = view.querySelectorAll("[data-line=GD]").length;
    view.update(
      [
        {
          ...style,
          points: [
            [-1, -1],
            [0, 0],
            [1, 1]
          ]
        }
      ],
      1
    );
    expect(view.querySelectorAll("path[data-line=GD]").length).toBeGreaterThan(0);
    expect(view.querySelectorAll("[data-line=GD]").length).toBeLessThan(whole);
  });
});
