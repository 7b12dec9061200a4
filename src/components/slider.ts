import {create, type Selection} from "d3-selection";
import {formatNumber} from "./formatNumber.js";
import {identifier} from "./identifier.js";
import {change, type Input, type InputOptions, input, refusal} from "./input.js";
import {message} from "./message.js";
import {type NumberRule, readNumber} from "./readNumber.js";
import {type Track, type TrackOptions, track} from "./track.js";

export interface SliderOptions extends InputOptions, TrackOptions, Pick<NumberRule, "check"> {
  readonly value: number;
  /** The letter of the quantity, set after the label, e.g. β. */
  readonly symbol?: string;
  readonly unit?: string;
  /** Values that the text speaks of: a tick on the track and a button each. */
  readonly pins?: readonly number[];
  /** How pins, screen readers and messages write a value; the box always writes plain digits. */
  readonly format?: (value: number) => string;
}

/**
 * A slider with a number box: `view(slider({label: "Memory", symbol: "β", min: 0, max: 0.999, value: 0.9}))`.
 *
 * Arrow keys move one step, or a hundredth of a scale that is not linear; page keys a tenth; Home and End to the ends.
 * A number in the box that breaks the rule changes nothing: the text stays, and a message names the rule.
 */
export function slider(options: SliderOptions): Input<number> {
  const {label, symbol = label, name, value, language = "en"} = options;
  const along = track(options);
  const read = (text: string) => readNumber(text, options);
  const parts = draw(options, along);
  const {root, range, box, pins, problem} = parts;
  const show = showIn(parts, options, along);
  const behaviour = {label: symbol, name, language, value, read, write: String, message: problem};
  const element = input(root.node()!, behaviour, show);
  const set = (value: number): void => change(element, value);

  pins.on("click", (_, pin) => set(pin));
  range.on(
    "keydown",
    onKey(set, (key) => rangeKeyTarget(key, element.value, along))
  );
  range.on("input", function () {
    const position = this.value;
    set(along.value(this.valueAsNumber / along.positions));
    this.value = position; // rounding the value must not pull the thumb from under the pointer
  });
  box.on(
    "keydown",
    onKey(set, (key) => boxKeyTarget(key, element.value, along))
  );
  box.on("input", function () {
    const typed = this.value;
    const reading = read(typed);
    if ("value" in reading) set(reading.value);
    this.value = typed; // half a number, or one written in another way, is left alone while it is typed
  });
  box.on("change", function () {
    const reading = read(this.value);
    if ("value" in reading) return set(reading.value);
    box.attr("aria-invalid", "true");
    problem.say(refusal(symbol, reading.rule, this.value, language));
  });
  return element;
}

type Parts = ReturnType<typeof draw>;

function draw(
  {label, symbol, unit, pins = [], format = formatNumber, min, scale}: SliderOptions,
  along: Track
) {
  const id = identifier("slider");
  const problem = message();
  const place = (pin: number): string => String(along.fraction(pin));
  const root = create("div").attr("class", "input slider");

  const title = root.append("label").attr("id", `${id}-label`).attr("for", id);
  title.text(symbol ? `${label} ` : label);
  if (symbol) title.append("var").text(symbol);

  const field = root.append("span").attr("class", "field");
  const box = field.append("input").attr("type", "text").attr("inputmode", keypad(min, scale));
  box.attr("size", 6).attr("autocomplete", "off").attr("spellcheck", "false");
  box.attr("aria-labelledby", `${id}-label`).attr("aria-describedby", problem.id);
  if (unit) field.append("span").attr("class", "unit").text(unit);

  const rail = root.append("span").attr("class", "rail");
  const range = rail.append("input").attr("id", id).attr("type", "range");
  range.attr("min", 0).attr("max", along.positions).attr("step", 1);
  rail.selectAll("i").data(pins).join("i").style("--at", place);

  const row = root.append("span").attr("class", "pins");
  row
    .attr("role", "group")
    .attr("aria-labelledby", `${id}-label`)
    .attr("hidden", pins.length ? null : "");
  const buttons = row.selectAll("button").data(pins).join("button").attr("type", "button");
  buttons
    .style("--at", place)
    .style("--letters", (pin) => format(pin).length)
    .text((pin) => format(pin));

  root.append(() => problem);
  return {
    root,
    box,
    range,
    pins: buttons as Selection<HTMLButtonElement, number, HTMLElement, undefined>,
    problem
  };
}

/** How a value is drawn in the box, on the track, and to screen readers. */
function showIn({box, range, pins}: Parts, {unit, format = formatNumber}: SliderOptions, along: Track) {
  return (value: number): void => {
    box.property("value", plain(value)).attr("aria-invalid", null);
    range.property("valueAsNumber", Math.round(along.fraction(value) * along.positions));
    range.attr("aria-valuetext", unit ? `${format(value)} ${unit}` : format(value));
    pins.attr("aria-pressed", (pin) => pin === value);
  };
}

/** A value in digits that the box understands again. */
const plain = (value: number): string =>
  value !== 0 && Math.abs(value) < 1e-4 ? value.toExponential() : String(value);

const onKey =
  (set: (value: number) => void, target: (key: string) => number | null) => (event: KeyboardEvent) => {
    const value = event.altKey || event.ctrlKey || event.metaKey ? null : target(event.key);
    if (value === null) return;
    event.preventDefault();
    set(value);
  };

/** Where a key leads on the track, or null for a key that means nothing there. */
function rangeKeyTarget(key: string, from: number, along: Track): number | null {
  if (key === "ArrowRight" || key === "ArrowUp") return along.next(from, 1);
  if (key === "ArrowLeft" || key === "ArrowDown") return along.next(from, -1);
  if (key === "PageUp") return along.next(from, 1, true);
  if (key === "PageDown") return along.next(from, -1, true);
  return key === "Home" ? along.value(0) : key === "End" ? along.value(1) : null;
}

/** In the box, up and down step as on the track; Escape gives the value back in place of what was typed. */
function boxKeyTarget(key: string, from: number, along: Track): number | null {
  if (key === "ArrowUp") return along.next(from, 1);
  if (key === "ArrowDown") return along.next(from, -1);
  return key === "Escape" ? from : null;
}

/** The keypad of a phone: the decimal one has neither a minus nor an e. */
const keypad = (min: number, scale: SliderOptions["scale"]): string =>
  min < 0 || (scale === "log" && min < 1e-4) ? "text" : "decimal";
