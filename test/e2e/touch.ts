import type {Locator} from "playwright-core";

type Point = readonly [x: number, y: number];

/** A finger comes down on an element and goes from place to place: pixels from the element's upper left corner. */
export async function touch(element: Locator, [start, ...way]: readonly Point[]): Promise<void> {
  const {x, y} = (await element.boundingBox())!;
  const session = await element.page().context().newCDPSession(element.page());
  const send = (type: "touchStart" | "touchMove" | "touchEnd", points: readonly Point[]) =>
    session.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: points.map(([dx, dy]) => ({x: x + dx, y: y + dy}))
    });
  await send("touchStart", [start]);
  for (const place of way) await send("touchMove", [place]);
  await send("touchEnd", []);
}

/** A finger takes an element by its middle and drags it so many pixels across and down. */
export async function drag(element: Locator, [across, down]: Point): Promise<void> {
  await element.scrollIntoViewIfNeeded();
  const {width, height} = (await element.boundingBox())!;
  await touch(element, [
    [width / 2, height / 2],
    [width / 2 + across, height / 2 + down]
  ]);
}
