import {create} from "d3-selection";

/** A small line of text below a picture. */
export const caption = (text: string): HTMLParagraphElement =>
  create("p").attr("class", "caption").text(text).node()!;
