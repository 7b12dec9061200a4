import {create} from "d3-selection";
import {identifier} from "./identifier.js";

/** A line that speaks up when something has to be said; while it is empty it takes no room. */
export interface Message extends HTMLElement {
  /** Says a text, or with null falls silent. */
  say(text: string | null): void;
}

/** Makes a message line; screen readers interrupt for an `alert` and wait their turn for a `status`. */
export function message(role: "alert" | "status" = "alert"): Message {
  const line = create("p").attr("class", "message").attr("role", role).attr("id", identifier("message"));
  return Object.assign(line.node()!, {
    say(text: string | null) {
      if (line.text() !== (text ?? "")) line.text(text); // what is written again is read out again
    }
  });
}
