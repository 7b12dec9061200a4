// @vitest-environment jsdom
import {afterEach, beforeEach, describe, expect, test, vi} from "vitest";
import {type SliderOptions, slider} from "../../src/components/slider.js";
import {memoryScale} from "../../src/components/track.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
  document.body.replaceChildren();
  history.replaceState(null, "", "/");
});

const noise: SliderOptions = {label: "Noise", min: 0, max: 20, step: 0.5, value: 3, unit: "°C"};
const memory: SliderOptions = {
  ...{label: "Memory", symbol: "β", name: "beta", min: 0, max: 0.999, value: 0.9, scale: memoryScale},
  pins: [0.5, 0.9, 0.98],
  check: (beta) => (beta >= 0 && beta < 1 ? null : "must lie in [0, 1)")
};

/** A slider on the page, its parts, and the values that it tells. */
function shown(options: SliderOptions) {
  const element = slider(options);
  document.body.append(element);
  const told: number[] = [];
  element.addEventListener("input", () => told.push(element.value));
  return {
    element,
    told,
    box: element.querySelector<HTMLInputElement>("[type=text]")!,
    range: element.querySelector<HTMLInputElement>("[type=range]")!,
    pins: [...element.querySelectorAll("button")],
    alert: element.querySelector("[role=alert]")!
  };
}

const inputEvent = (): Event => new Event("input", {bubbles: true});

function type(box: HTMLInputElement, text: string): void {
  box.value = text;
  box.dispatchEvent(inputEvent());
}

function enter(box: HTMLInputElement, text: string): void {
  type(box, text);
  box.dispatchEvent(new Event("change", {bubbles: true}));
}

function press(target: HTMLElement, key: string, modifiers: KeyboardEventInit = {}): boolean {
  return target.dispatchEvent(
    new KeyboardEvent("keydown", {key, bubbles: true, cancelable: true, ...modifiers})
  );
}

describe("the value", () => {
  test("starts from the options and shows in box, track and words", () => {
    const {element, box, range} = shown(noise);
    expect(element.value).toBe(3);
    expect(box.value).toBe("3");
    expect(range.valueAsNumber / Number(range.max)).toBeCloseTo(3 / 20, 12);
    expect(range.getAttribute("aria-valuetext")).toBe("3 °C");
    expect(element.querySelector("label")!.textContent).toBe("Noise");
  });

  test("set from code is drawn and told to nobody", () => {
    const {element, box, range, told} = shown(noise);
    element.value = 7.5;
    expect([box.value, range.value, told]).toEqual(["7.5", "15", []]);
  });

  test.each([21, -1, Number.NaN])("%d from code is an error", (value) => {
    const {element} = shown(noise);
    expect(() => {
      element.value = value;
    }).toThrow(RangeError);
    expect(element.value).toBe(3);
  });

  test("that is no default is an error which names the rule and the value", () => {
    expect(() => slider({...noise, value: 21})).toThrow(
      new RangeError("Noise must be a number from 0 to 20; got 21")
    );
  });

  test("very small is written so that the box understands it", () => {
    const {element, box, told} = shown({
      label: "ε",
      min: 1e-12,
      max: 1,
      scale: "log",
      zero: true,
      value: 1e-6
    });
    expect(box.value).toBe("1e-6");
    enter(box, "1e-9");
    expect(element.value).toBe(1e-9);
    enter(box, "0");
    expect(told).toEqual([1e-9, 0]);
  });
});

describe("the track", () => {
  test("moves the value, once told, and keeps the thumb where the pointer holds it", () => {
    const {element, range, box, told} = shown(memory);
    range.value = "334";
    range.dispatchEvent(inputEvent());
    expect(element.value).toBe(0.9);
    expect(range.value).toBe("334");
    range.value = "500";
    range.dispatchEvent(inputEvent());
    expect(told).toEqual([0.968]);
    expect(box.value).toBe("0.968");
  });

  test("keeps the events of its parts inside", () => {
    const {element, range, box} = shown(noise);
    const targets: (EventTarget | null)[] = [];
    document.body.addEventListener("input", ({target}) => targets.push(target), {once: true});
    type(box, "nonsense");
    expect(targets).toEqual([]);
    range.value = "10";
    range.dispatchEvent(inputEvent());
    expect(targets).toEqual([element]);
  });

  test.each([
    ["ArrowRight", 3.5],
    ["ArrowUp", 3.5],
    ["ArrowLeft", 2.5],
    ["ArrowDown", 2.5],
    ["PageUp", 5],
    ["PageDown", 1],
    ["Home", 0],
    ["End", 20]
  ])("follows %s to %d", (key, value) => {
    const {range, told} = shown(noise);
    expect(press(range, key)).toBe(false);
    expect(told).toEqual([value]);
  });

  test("leaves other keys and shortcuts alone", () => {
    const {range, told} = shown(noise);
    expect(press(range, "Tab")).toBe(true);
    expect(press(range, "ArrowRight", {altKey: true})).toBe(true);
    expect(told).toEqual([]);
  });

  test("steps by about a hundredth where the scale is not linear", () => {
    const {element, range} = shown({label: "α", min: 0.001, max: 1, scale: "log", value: 0.01});
    press(range, "ArrowUp");
    expect(element.value).toBeCloseTo(0.01 * 10 ** 0.03, 4);
  });
});

describe("the box", () => {
  test("follows every number that is typed and leaves its text alone until it is entered", () => {
    const {box, told} = shown(memory);
    for (const text of ["0", "0.", "0.9", "0.98", "0.980"]) type(box, text);
    expect(told).toEqual([0, 0.9, 0.98]);
    expect(box.value).toBe("0.980");
    enter(box, "0.980");
    expect(box.value).toBe("0.98");
  });

  test("refuses what breaks the rule: value kept, text kept, the message named", () => {
    const {element, box, alert, told} = shown(memory);
    enter(box, "1.2");
    expect(element.value).toBe(0.9);
    expect(told).toEqual([]);
    expect(box.value).toBe("1.2");
    expect(box.getAttribute("aria-invalid")).toBe("true");
    expect(box.getAttribute("aria-describedby")).toBe(alert.id);
    expect(alert.textContent).toBe("“1.2” cannot be used: β must lie in [0, 1).");
  });

  test("says nothing while the text may still become a number", () => {
    const {box, alert} = shown(memory);
    type(box, "-");
    expect(alert.textContent).toBe("");
  });

  test("speaks Chinese", () => {
    const {box, alert} = shown({...noise, label: "噪声", language: "zh"});
    enter(box, "35");
    expect(alert.textContent).toBe("“35”不可用：噪声应为 0 到 20 之间的数。");
  });

  test("sets a Latin or Greek letter apart from Chinese words", () => {
    const {box, alert} = shown({...noise, symbol: "σ", language: "zh"});
    enter(box, "x");
    expect(alert.textContent).toBe("“x”不可用：σ 应为数字。");
  });

  test("forgets a refused text with the next change", () => {
    const {box, alert, pins, told} = shown(memory);
    enter(box, "1.2");
    pins[2].click();
    expect([box.value, alert.textContent, box.hasAttribute("aria-invalid"), told]).toEqual([
      "0.98",
      "",
      false,
      [0.98]
    ]);
  });

  test("gives the value back on Escape", () => {
    const {box, alert, told} = shown(memory);
    enter(box, "1.2");
    press(box, "Escape");
    expect([box.value, alert.textContent, told]).toEqual(["0.9", "", []]);
  });

  test("steps with the arrow keys up and down, and leaves the others to its text", () => {
    const {box, told} = shown(noise);
    press(box, "ArrowUp");
    press(box, "ArrowDown");
    expect(press(box, "ArrowLeft")).toBe(true);
    expect(told).toEqual([3.5, 3]);
  });

  test("asks for a keypad that has the signs of its numbers", () => {
    expect(shown(noise).box.inputMode).toBe("decimal");
    expect(shown({...noise, min: -20}).box.inputMode).toBe("text");
    expect(shown({label: "ε", min: 1e-12, max: 1, scale: "log", value: 1}).box.inputMode).toBe("text");
  });
});

describe("the pins", () => {
  test("choose their value and show which one holds", () => {
    const {pins, told} = shown(memory);
    expect(pins.map((pin) => pin.textContent)).toEqual(["0.5", "0.9", "0.98"]);
    pins[0].click();
    expect(told).toEqual([0.5]);
    expect(pins.map((pin) => pin.getAttribute("aria-pressed"))).toEqual(["true", "false", "false"]);
  });

  test("are written with the format", () => {
    const {pins, range} = shown({...memory, format: (beta) => `${Math.round(1 / (1 - beta))} days`});
    expect(pins[1].textContent).toBe("10 days");
    expect(range.getAttribute("aria-valuetext")).toBe("10 days");
  });
});

describe("the address", () => {
  const opened = (search: string, options = memory): ReturnType<typeof shown> => {
    history.replaceState(null, "", `/${search}`);
    return shown(options);
  };

  test("gives the first value", () => {
    expect(opened("?beta=0.98").element.value).toBe(0.98);
  });

  test("takes what the reader changes, and loses what is the default again", () => {
    const {pins} = opened("?day=7#start");
    pins[2].click();
    vi.runAllTimers();
    expect(location.search + location.hash).toBe("?day=7&beta=0.98#start");
    pins[1].click();
    vi.runAllTimers();
    expect(location.search + location.hash).toBe("?day=7#start");
  });

  test("takes nothing of what code sets without telling", () => {
    const {element} = opened("");
    element.value = 0.5;
    expect(location.search).toBe("");
    element.dispatchEvent(inputEvent());
    expect(location.search).toBe("?beta=0.5");
  });

  test.each([
    ["1.2", "In the address of this page, “1.2” cannot be used: β must lie in [0, 1). Using 0.9."],
    ["-0.1", "In the address of this page, “-0.1” cannot be used: β must lie in [0, 1). Using 0.9."],
    ["many", "In the address of this page, “many” cannot be used: β must be a number. Using 0.9."],
    ["", "In the address of this page, “” cannot be used: β must be a number. Using 0.9."]
  ])("with ?beta=%s is answered by a message and the default", (text, message) => {
    const {element, alert, box} = opened(`?beta=${text}`);
    expect(element.value).toBe(0.9);
    expect(box.value).toBe("0.9");
    expect(alert.textContent).toBe(message);
    expect(location.search).toBe(`?beta=${text}`);
  });

  test("is answered in Chinese on a Chinese page", () => {
    const day: SliderOptions = {
      label: "日期",
      name: "day",
      min: 1,
      max: 365,
      integer: true,
      value: 30,
      language: "zh"
    };
    expect(opened("?day=400", day).alert.textContent).toBe(
      "网址中的“400”不可用：日期应为 1 到 365 之间的整数。现用 30。"
    );
  });

  test("is not spoken of any more after the next change", () => {
    const {alert, range} = opened("?beta=1.2");
    press(range, "End");
    expect(alert.textContent).toBe("");
    vi.runAllTimers();
    expect(location.search).toBe("?beta=0.999");
  });
});
