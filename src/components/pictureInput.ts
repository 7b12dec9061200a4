import {create} from "d3-selection";
import {type Behaviour, type Input, input} from "./input.js";
import {message} from "./message.js";

/**
 * The input behind a picture that the reader moves, such as a relief that is turned: the address keeps its value. It
 * has no looks of its own; only what the address asks for in vain is seen.
 *
 *     const view = display(pictureInput({name: "view", label: "View", language, value: [35, 32], read, write}));
 *     hills.addEventListener("input", () => change(view, hills.value));                   hills.value = seen;
 */
export function pictureInput<T>(behaviour: Omit<Behaviour<T>, "message">): Input<T> {
  const problem = message();
  const root = create("div").attr("class", "picture-input");
  root.append(() => problem);
  return input<T, HTMLDivElement>(root.node()!, {...behaviour, message: problem}, () => {});
}
