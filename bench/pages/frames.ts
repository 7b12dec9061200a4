import type {Page} from "playwright-core";
import type {Drag} from "./drags.js";

export interface Frame {
  /** Whether the picture had followed when the next frame was painted. */
  readonly followed: boolean;
  /** Milliseconds of that frame: scripts, style, layout and paint. */
  readonly work: number;
}

/** The next frame after each of `count` moves; moves are spread over the phases of a frame, as a reader's are. */
export function frames(
  page: Page,
  {move, follows}: Pick<Drag, "move" | "follows">,
  count: number
): Promise<Frame[]> {
  return page.evaluate(`(async () => {
    const move = ${move};
    const picture = document.querySelector(${JSON.stringify(follows)});
    const nextFrame = () => new Promise((resolve) => requestAnimationFrame(() => {
      const start = performance.now();
      const {port1, port2} = new MessageChannel();
      port1.onmessage = () => resolve(performance.now() - start);
      port2.postMessage(0);
    }));
    const found = [];
    for (let k = 0; k < ${count}; ++k) {
      await new Promise((resolve) => setTimeout(resolve, 20 + (k * 7) % 16));
      let followed = false;
      const observer = new MutationObserver(() => (followed = true));
      observer.observe(picture, {subtree: true, attributes: true, childList: true});
      const frame = nextFrame();
      move(k);
      const work = await frame;
      observer.disconnect();
      found.push({followed, work});
    }
    return found;
  })()`);
}

/** Milliseconds between frames while the relief is turned in every one of them. */
export function turns(page: Page, count: number): Promise<number[]> {
  return page.evaluate(`(async () => {
    const cover = document.querySelector(".relief [role=slider]");
    cover.scrollIntoView({behavior: "instant", block: "center"});
    const frame = () => new Promise(requestAnimationFrame);
    let last = await frame();
    const between = [];
    for (let k = 0; k < ${count}; ++k) {
      const key = k % 72 < 60 ? "ArrowLeft" : k % 72 < 66 ? "ArrowUp" : "ArrowDown";
      cover.dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true}));
      const now = await frame();
      between.push(now - last);
      last = now;
    }
    return between;
  })()`);
}
