import {change, type Input} from "./input.js";

/** A second input of the same value, where the text needs it again: each follows the other. */
export function mirror<T>(copy: Input<T>, source: Input<T>): Input<T> {
  copy.value = source.value;
  copy.addEventListener("input", () => change(source, copy.value));
  source.addEventListener("input", () => {
    copy.value = source.value;
  });
  return copy;
}
