import {parseInfo} from "@observablehq/framework/dist/info.js";
import type MarkdownIt from "markdown-it";
import {type Language, parsePagePath} from "../src/course.js";
import {liveWords} from "../src/live/words.js";
import {escapeHtml} from "./html.js";

/**
 * Wraps every cell whose code is shown, so that the reader can edit it: `ts echo`, but not with `live=false`.
 * Nothing in the wrapping changes with the text of other cells: hot reload compares it.
 */
export function liveFences(md: MarkdownIt): void {
  const render = md.renderer.rules.fence!;
  md.renderer.rules.fence = (tokens, i, options, env: {path: string}, self) => {
    const {tag, attributes} = parseInfo(tokens[i].info);
    const html = render(tokens, i, options, env, self);
    const page = parsePagePath(env.path);
    const {exercise} = attributes;
    const shown = exercise !== undefined || (isOn(attributes.echo) && !isOff(attributes.run));
    if (!page || tag !== "ts" || !shown || isOff(attributes.live)) return html;
    const mark = exercise === undefined ? "" : ` data-exercise="${escapeHtml(exercise)}"`;
    const reachable = html.replace("<pre", '<pre tabindex="0"'); // long lines scroll
    return `<div class="live-cell"${mark}>${reachable}${editTool(page.language)}</div>\n`;
  };
}

const isOff = (attribute: string | undefined): boolean => attribute?.toLowerCase() === "false";
const isOn = (attribute: string | undefined): boolean => attribute !== undefined && !isOff(attribute);

/** Shown once the script that answers it has run. */
const editTool = (language: Language): string => {
  const {edit, unavailable} = liveWords[language];
  return `<div class="live-tools"><button type="button" class="live-edit" data-failed="${unavailable}">${edit}</button></div>`;
};
