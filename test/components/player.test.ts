// @vitest-environment jsdom
import {afterEach, beforeEach, describe, expect, test, vi} from "vitest";
import {change} from "../../src/components/input.js";
import {type PlayerOptions, player} from "../../src/components/player.js";

/** The browser's watch over what is on screen, in the hands of the test. */
let watched: {target: Element; report: (isIntersecting: boolean) => void}[];
let reducedMotion: boolean;

beforeEach(() => {
  vi.useFakeTimers();
  watched = [];
  reducedMotion = false;
  vi.stubGlobal("matchMedia", () => ({matches: reducedMotion}));
  vi.stubGlobal(
    "IntersectionObserver",
    class {
      constructor(readonly callback: (entries: {isIntersecting: boolean}[]) => void) {}
      observe(target: Element): void {
        watched.push({target, report: (isIntersecting) => this.callback([{isIntersecting}])});
      }
      disconnect(): void {
        watched = [];
      }
    }
  );
});
afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  document.body.replaceChildren();
  history.replaceState(null, "", "/");
});

function shown(options: PlayerOptions = {length: 101, rate: 20}) {
  const element = player(options);
  document.body.append(element);
  const told: number[] = [];
  element.addEventListener("input", () => told.push(element.value));
  const [restart, back, toggle, forward] = element.querySelectorAll("button");
  const range = element.querySelector<HTMLInputElement>("[type=range]")!;
  return {
    element,
    told,
    restart,
    back,
    toggle,
    forward,
    range,
    alert: element.querySelector("[role=alert]")!
  };
}

/** A little more than a second, in whole frames of the fake clock's screen, which come every 16 ms. */
const second = (count = 1): unknown => vi.advanceTimersByTime(count * 1024);

describe("the buttons", () => {
  test("have names in the page's language", () => {
    const names = (options: PlayerOptions): (string | null)[] =>
      [...shown(options).element.querySelectorAll("button, input, select")].map((part) =>
        part.getAttribute("aria-label")
      );
    expect(names({})).toEqual([
      "Back to the start",
      "One step back",
      "Play",
      "One step forward",
      "Step",
      "Speed"
    ]);
    expect(names({language: "zh"})).toEqual(["回到开头", "后退一步", "播放", "前进一步", "步数", "速度"]);
  });

  test("play at the rate and pause", () => {
    const {element, toggle} = shown();
    toggle.click();
    expect([element.playing, toggle.getAttribute("aria-label")]).toEqual([true, "Pause"]);
    second();
    expect(element.value).toBe(20);
    toggle.click();
    second();
    expect([element.value, element.playing, toggle.getAttribute("aria-label")]).toEqual([20, false, "Play"]);
  });

  test("step one forward and one back, within the run, and end the play", () => {
    const {element, toggle, back, forward, told} = shown();
    back.click();
    expect(told).toEqual([]);
    forward.click();
    forward.click();
    back.click();
    expect(told).toEqual([1, 2, 1]);
    toggle.click();
    forward.click();
    expect([element.playing, element.value]).toEqual([false, 2]);
  });

  test("go back to the start and keep playing", () => {
    const {element, toggle, restart} = shown();
    toggle.click();
    second();
    restart.click();
    expect([element.value, element.playing]).toEqual([0, true]);
  });

  test("rest while there is nothing to play", () => {
    const disabled = (length: number): boolean[] =>
      [...shown({length}).element.querySelectorAll<HTMLButtonElement>("button, input")].map(
        (part) => part.disabled
      );
    expect(new Set(disabled(1))).toEqual(new Set([true]));
    expect(new Set(disabled(2))).toEqual(new Set([false]));
  });
});

describe("playing", () => {
  test("stops at the end, and begins again from the start", () => {
    const {element, toggle, told} = shown();
    toggle.click();
    second(6);
    expect([element.value, element.playing, told.at(-1)]).toEqual([100, false, 100]);
    toggle.click();
    expect([element.value, element.playing]).toEqual([0, true]);
  });

  test("follows the chosen speed, which is no change of the step", () => {
    const {element, toggle, told} = shown();
    const speed = element.querySelector("select")!;
    expect([...speed.options].map((option) => option.text)).toEqual([
      "1 step/s",
      "5 steps/s",
      "20 steps/s",
      "60 steps/s",
      "240 steps/s"
    ]);
    speed.value = "60";
    speed.dispatchEvent(new Event("input", {bubbles: true}));
    expect(told).toEqual([]);
    toggle.click();
    second();
    expect(element.value).toBe(60);
  });

  test("offers its own rate among the speeds", () => {
    const speed = shown({language: "zh", rate: 3, rates: [1, 9]}).element.querySelector("select")!;
    expect([...speed.options].map((option) => option.text)).toEqual(["每秒 1 步", "每秒 3 步", "每秒 9 步"]);
    expect(speed.value).toBe("3");
  });

  test("pauses when its figure leaves the screen", () => {
    const {element, toggle} = shown();
    const figure = document.body.appendChild(document.createElement("figure"));
    figure.append(element);
    toggle.click();
    const [{target, report}] = watched;
    expect(target).toBe(figure);
    report(true);
    expect(element.playing).toBe(true);
    report(false);
    expect([element.playing, watched]).toEqual([false, []]);
  });

  test("pauses when the tab is hidden", () => {
    const {element, toggle} = shown();
    toggle.click();
    document.dispatchEvent(new Event("visibilitychange"));
    expect(element.playing).toBe(true);
    vi.spyOn(document, "hidden", "get").mockReturnValue(true);
    document.dispatchEvent(new Event("visibilitychange"));
    expect(element.playing).toBe(false);
    vi.restoreAllMocks();
  });

  test("can be begun and ended from code", () => {
    const {element} = shown();
    element.play();
    second();
    element.pause();
    second();
    expect(element.value).toBe(20);
  });
});

describe("the track", () => {
  test("seeks a step and ends the play", () => {
    const {element, toggle, range, told} = shown();
    toggle.click();
    range.value = "57";
    range.dispatchEvent(new Event("input", {bubbles: true}));
    expect([element.value, element.playing, told]).toEqual([57, false, [57]]);
    expect(range.getAttribute("aria-valuetext")).toBe("step 57 of 100");
    expect(element.querySelector(".count")!.textContent).toBe("57 / 100");
  });

  test("plays and pauses with the space bar", () => {
    const {element, range} = shown();
    const press = (key: string): boolean =>
      range.dispatchEvent(new KeyboardEvent("keydown", {key, cancelable: true, bubbles: true}));
    expect(press(" ")).toBe(false);
    expect(element.playing).toBe(true);
    press(" ");
    expect(element.playing).toBe(false);
    expect(press("ArrowRight")).toBe(true);
  });

  test("speaks Chinese", () => {
    expect(shown({length: 101, language: "zh"}).range.getAttribute("aria-valuetext")).toBe(
      "第 0 步，共 100 步"
    );
  });
});

describe("where motion is to be reduced", () => {
  beforeEach(() => {
    reducedMotion = true;
  });

  test("the run is shown finished, and can be stepped", () => {
    const {element, back} = shown();
    expect(element.value).toBe(100);
    back.click();
    expect(element.value).toBe(99);
  });

  test("code shows the end instead of playing; the reader's click plays", () => {
    const {element, restart, toggle} = shown();
    restart.click();
    element.play();
    expect([element.value, element.playing]).toEqual([100, false]);
    toggle.click();
    expect([element.value, element.playing]).toEqual([0, true]);
  });

  test("a first run that comes later is shown finished too", () => {
    const {element, told} = shown({});
    element.length = 50;
    expect([element.value, told]).toEqual([49, [49]]);
  });
});

describe("the length", () => {
  test("may come later: the first run is shown from its start", () => {
    const {element, told} = shown({});
    element.length = 50;
    expect([element.value, element.length, told]).toEqual([0, 50, []]);
  });

  test("may change around the step", () => {
    const {element, told} = shown();
    element.value = 57;
    element.length = 80;
    element.length = 300;
    expect([element.value, told]).toEqual([57, []]);
  });

  test("may fall below the step: it moves to the new end and tells", () => {
    const {element, told} = shown();
    element.value = 57;
    element.length = 20;
    expect([element.value, told]).toEqual([19, [19]]);
  });

  test("may grow under a reader at the end, who stays at the end", () => {
    const {element, told} = shown();
    element.value = 100;
    element.length = 150;
    expect([element.value, told]).toEqual([149, [149]]);
  });

  test.each([-1, 1.5, Number.NaN])("%d is an error", (length) => {
    expect(() => player({length})).toThrow(
      new RangeError(`length must be a whole number from 0; got ${length}`)
    );
  });
});

describe("the value", () => {
  test("set from code is drawn and told to nobody", () => {
    const {element, range, told} = shown();
    element.value = 57;
    expect([range.value, told]).toEqual(["57", []]);
  });

  test("beyond the run is an error", () => {
    const {element} = shown();
    expect(() => {
      element.value = 101;
    }).toThrow(new RangeError("Run must be a whole number from 0 to 100; got 101"));
  });
});

describe("the address", () => {
  const opened = (search: string, options: PlayerOptions = {}): ReturnType<typeof shown> => {
    history.replaceState(null, "", `/${search}`);
    return shown({length: 101, name: "step", ...options});
  };

  test("gives the first step, also to a run that comes later", () => {
    expect(opened("?step=57").element.value).toBe(57);
    const {element, told} = opened("?step=57", {length: 0});
    element.length = 101;
    expect([element.value, told]).toEqual([57, [57]]);
  });

  test("takes each step of the reader", () => {
    const {forward} = opened("");
    forward.click();
    expect(location.search).toBe("?step=1");
  });

  test("takes the step to which a picture moves the run", () => {
    change(opened("").element, 30);
    expect(location.search).toBe("?step=30");
  });

  test("takes the step where the run rests, not while it plays", () => {
    const {toggle} = opened("");
    toggle.click();
    second();
    expect(location.search).toBe("");
    toggle.click();
    vi.runAllTimers();
    expect(location.search).toBe("?step=20");
  });

  test.each([
    [
      "en",
      "In the address of this page, “101” cannot be used: Run must be a whole number from 0 to 100. Using 0."
    ],
    ["zh", "网址中的“101”不可用：运行过程应为 0 到 100 之间的整数。现用 0。"]
  ] as const)("with a step beyond the run is answered (%s)", (language, message) => {
    const {element, alert, forward} = opened("?step=101", {language});
    expect([element.value, alert.textContent]).toEqual([0, message]);
    forward.click();
    expect(alert.textContent).toBe("");
  });
});
