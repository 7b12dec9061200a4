// @vitest-environment jsdom
import {afterEach, beforeEach, describe, expect, test, vi} from "vitest";
import {type ChoiceOptions, choice} from "../../src/components/choice.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
  document.body.replaceChildren();
  history.replaceState(null, "", "/");
});

const start: ChoiceOptions<"zero" | "first"> = {
  label: "Start",
  name: "start",
  options: [
    {value: "zero", label: "at zero"},
    {value: "first", label: "at the first value"}
  ]
};
const months: ChoiceOptions<number> = {
  label: "Month",
  options: [1, 2, 3, 4, 5, 6].map((value) => ({value, label: `month ${value}`}))
};

function shown<T extends string | number | boolean>(options: ChoiceOptions<T>) {
  const element = choice<T>(options);
  document.body.append(element);
  const told: T[] = [];
  element.addEventListener("input", () => told.push(element.value));
  return {
    element,
    told,
    alert: element.querySelector("[role=alert]")!,
    hint: element.querySelector(".hint")!
  };
}

describe("segments", () => {
  const parts = (element: HTMLElement) => [...element.querySelectorAll<HTMLInputElement>("[type=radio]")];

  test("are radio buttons of one group under the label", () => {
    const {element} = shown(start);
    expect(element.matches("fieldset")).toBe(true);
    expect(element.querySelector("legend")!.textContent).toBe("Start");
    expect(parts(element).map((radio) => radio.labels![0].textContent)).toEqual([
      "at zero",
      "at the first value"
    ]);
    expect(new Set(parts(element).map((radio) => radio.name)).size).toBe(1);
  });

  test("start with the first option unless told otherwise", () => {
    expect(shown(start).element.value).toBe("zero");
    const {element} = shown({...start, value: "first"});
    expect(element.value).toBe("first");
    expect(parts(element)[1].checked).toBe(true);
  });

  test("tell a choice once", () => {
    const {element, told} = shown(start);
    parts(element)[1].click();
    parts(element)[1].click();
    expect(told).toEqual(["first"]);
  });

  test("follow the value set from code without telling", () => {
    const {element, told} = shown(start);
    element.value = "first";
    expect(parts(element)[1].checked).toBe(true);
    expect(told).toEqual([]);
  });

  test("show the reason beside an option that cannot be chosen, and take it back", () => {
    const {element, hint} = shown(start);
    element.disable("first", "needs a series with a first value");
    expect(parts(element)[1].disabled).toBe(true);
    expect(element.getAttribute("aria-describedby")).toBe(hint.id);
    expect(hint.textContent).toBe("at the first value: needs a series with a first value");
    expect(parts(element)[1].closest("label")!.title).toBe("needs a series with a first value");
    element.disable("first", null);
    expect(parts(element)[1].disabled).toBe(false);
    expect(hint.textContent).toBe("");
    expect(parts(element)[1].closest("label")!.hasAttribute("title")).toBe(false);
  });
});

describe("a list", () => {
  const list = (element: HTMLElement): HTMLSelectElement => element.querySelector("select")!;
  const choose = (element: HTMLElement, i: number): void => {
    list(element).selectedIndex = i;
    list(element).dispatchEvent(new Event("input", {bubbles: true}));
    list(element).dispatchEvent(new Event("change", {bubbles: true}));
  };

  test("takes the place of the segments above five options, or when asked", () => {
    expect(list(shown(months).element).labels[0].textContent).toBe("Month");
    expect(shown({...start, select: true}).element.querySelector("select")).not.toBeNull();
    expect(shown({...months, select: false}).element.querySelector("select")).toBeNull();
  });

  test("tells a choice once, with the value's own type", () => {
    const {element, told} = shown(months);
    choose(element, 3);
    expect(told).toEqual([4]);
    element.value = 2;
    expect(list(element).selectedIndex).toBe(1);
  });

  test("disables an option and says why", () => {
    const {element, hint} = shown({...months, language: "zh"});
    element.disable(2, "没有数据");
    expect(list(element).options[1].disabled).toBe(true);
    expect(hint.textContent).toBe("month 2：没有数据");
  });
});

describe("the address", () => {
  test("gives the first value and takes the changes", () => {
    history.replaceState(null, "", "/?start=first");
    const {element} = shown(start);
    expect(element.value).toBe("first");
    element.querySelector<HTMLInputElement>("[value=zero]")!.click();
    vi.runAllTimers();
    expect(location.search).toBe("");
  });

  test.each([
    [
      "en",
      "In the address of this page, “second” cannot be used: Start must be one of zero, first. Using zero."
    ],
    ["zh", "网址中的“second”不可用：Start 应为 zero、first 之一。现用 zero。"]
  ] as const)("with an unknown option is answered (%s)", (language, message) => {
    history.replaceState(null, "", "/?start=second");
    const {element, alert} = shown({...start, language});
    expect(element.value).toBe("zero");
    expect(alert.textContent).toBe(message);
  });

  test.each([
    [
      "en",
      "In the address of this page, “first” cannot be used: Start must be available (no data). Using zero."
    ],
    ["zh", "网址中的“first”不可用：Start 应为可选的项（no data）。现用 zero。"]
  ] as const)("with a disabled option is answered (%s)", (language, message) => {
    history.replaceState(null, "", "/?start=first");
    const [zero, first] = start.options;
    const {element, alert} = shown({...start, options: [zero, {...first, disabled: "no data"}], language});
    expect(element.value).toBe("zero");
    expect(alert.textContent).toBe(message);
  });
});

test("a value that is no option is an error from code", () => {
  const element = choice<string>(start);
  expect(() => {
    element.value = "second";
  }).toThrow(new RangeError("Start must be one of zero, first; got second"));
  expect(() => choice<string>({...start, value: "second"})).toThrow(RangeError);
});
