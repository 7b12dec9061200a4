// @vitest-environment jsdom
import {afterEach, beforeEach, describe, expect, test, vi} from "vitest";
import {fieldMaps} from "../../src/components/fieldMaps.js";

/** What was painted: the pixels of each map, and where it went. */
const painted: {pixels: number[]; at: number[]}[] = [];
let last: number[] = [];

beforeEach(() => {
  painted.length = 0;
  vi.stubGlobal("matchMedia", () => new EventTarget());
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockImplementation(
    () =>
      ({
        createImageData: (width: number, height: number) => ({
          data: new Uint8ClampedArray(4 * width * height)
        }),
        putImageData: ({data}: {data: Uint8ClampedArray}) => (last = [...data]),
        drawImage: (_: unknown, ...at: number[]) => painted.push({pixels: last, at})
      }) as never // all that the maps ask of a canvas
  );
  vi.spyOn(globalThis, "getComputedStyle").mockImplementation(
    () =>
      ({
        backgroundColor: "rgb(0, 0, 0)",
        color: "rgb(0, 0, 200)",
        borderTopColor: "rgb(200, 0, 0)"
      }) as never
  );
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const field = (values: number[], limit = 1) => ({values, limit});

describe("fieldMaps(options).update(fields)", () => {
  test("paints what is above zero in one hue and what is below in another, deeper for larger", () => {
    fieldMaps({label: "neurons", resolution: 2, size: 10}).update([field([1, -1, 0.5, 0])]);
    const pixel = (k: number) => painted[0].pixels.slice(4 * k, 4 * k + 4);
    expect([0, 1, 2, 3].map(pixel)).toEqual([
      [0, 0, 170, 255],
      [170, 0, 0, 255],
      [0, 0, 85, 255],
      [0, 0, 0, 255]
    ]);
  });

  test("what is no number, or beyond the limit, has a colour all the same", () => {
    fieldMaps({label: "neurons", resolution: 2, size: 10}).update([field([Number.NaN, 7, 0, 0])]);
    expect(painted[0].pixels.slice(0, 8)).toEqual([0, 0, 0, 255, 0, 0, 170, 255]);
  });

  test("puts maps in rows, and is as large as they need", () => {
    const maps = fieldMaps({label: "neurons", resolution: 1, size: 10, gap: 2, columns: 2});
    maps.update([field([0]), field([0]), field([0])]);
    expect(painted.map(({at}) => at)).toEqual([
      [0, 0, 10, 10],
      [12, 0, 10, 10],
      [0, 12, 10, 10]
    ]);
    expect([maps.style.width, maps.style.height]).toEqual(["22px", "22px"]);
  });

  test("is heard as its label, or as what it is told", () => {
    const maps = fieldMaps({label: "neurons", resolution: 1, size: 10});
    expect([maps.getAttribute("role"), maps.getAttribute("aria-label")]).toEqual(["img", "neurons"]);
    maps.update([field([0])], "98 % right");
    expect(maps.getAttribute("aria-label")).toBe("98 % right");
  });

  test("is painted anew when the theme changes, as long as it is on the page", async () => {
    const maps = fieldMaps({label: "neurons", resolution: 1, size: 10});
    document.body.append(maps);
    maps.update([field([1])]);
    document.documentElement.dataset.theme = "dark";
    await vi.waitFor(() => expect(painted).toHaveLength(2));
    maps.remove();
    document.documentElement.dataset.theme = "light";
    await Promise.resolve();
    expect(painted).toHaveLength(2);
  });
});
