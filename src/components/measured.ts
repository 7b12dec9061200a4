import {create} from "d3-selection";
import type {Language} from "../course.js";
import {formatNumber} from "./formatNumber.js";

/** A number that was measured, and the one that the theory gives for it. */
export interface Comparison {
  readonly measured: number;
  readonly theory: number;
}

export interface MeasuredOptions extends Comparison {
  /** The quantity, e.g. "lag on a ramp". */
  readonly label?: string;
  readonly unit?: string;
  readonly format?: (value: number) => string;
  /** Also says how far the measured value is from the theory, in per cent of it. */
  readonly difference?: boolean;
  readonly language?: Language;
}

/** A line that can be written anew. */
export interface Measured extends HTMLElement {
  update(comparison: Comparison): void;
}

/**
 * The line "measured … · theory …": `display(measured({label: "lag", measured: 9.02, theory: 9, unit: "days"}))`.
 *
 * Each number stands unrounded in the `value` of its `data` element, whose class names it: measured, theory, difference.
 */
export function measured({language = "en", ...options}: MeasuredOptions): Measured {
  const {label, unit, format = formatNumber, difference = false} = options;
  const names = difference
    ? (["measured", "theory", "difference"] as const)
    : (["measured", "theory"] as const);
  const line = create("p").attr("class", "comparison");
  if (label) line.append("b").text(label + words[language].colon);
  const item = line.selectAll("span").data(names).join("span");
  item.text((name, i) => `${i > 0 ? " · " : ""}${words[language][name]} `);
  const number = item.append("data").attr("class", String);

  const written = (value: number): string => (unit ? `${format(value)} ${unit}` : format(value));
  function update({measured, theory}: Comparison): void {
    const values = {measured, theory, difference: relativeDifference(measured, theory)};
    number.attr("value", (name) => values[name]);
    number.text((name) => (name === "difference" ? percent(values[name]) : written(values[name])));
  }
  update(options);
  return Object.assign(line.node()!, {update});
}

/** How far a measured number is from the theory, as a part of it; NaN beside a theory of 0, unless both are. */
const relativeDifference = (measured: number, theory: number): number =>
  measured === theory ? 0 : theory === 0 ? Number.NaN : Math.abs((measured - theory) / theory);

const percent = (part: number): string => `${formatNumber(part * 100, {digits: 2})} %`;

const words = {
  en: {measured: "measured", theory: "theory", difference: "difference", colon: ": "},
  zh: {measured: "实测", theory: "理论", difference: "相差", colon: "："}
};
