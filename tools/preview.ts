// First: it keeps Framework offline and silent.
import "../observablehq.config.js";
import {randomUUID} from "node:crypto";
import {readFileSync} from "node:fs";
import type {RequestListener} from "node:http";
import type {AddressInfo} from "node:net";
import {preview} from "@observablehq/framework/dist/preview.js";
import {readyChapters} from "../src/course.js";
import {savePath} from "../src/live/saveRequest.js";
import {saveCells} from "./liveSave.js";

/** Pages of this run carry it; the head of a page reads it here. */
const token = randomUUID();
process.env.DESCENT_SAVE_TOKEN = token;

/** Framework's own preview server, as a child of `npm start`, which prints its address. */
const {server} = await preview({
  hostname: "127.0.0.1",
  port: process.env.PORT ? Number(process.env.PORT) : undefined,
  verbose: false,
  config: "observablehq.config.ts"
});

/** In the built site the sources stand as files; here they are read when asked for. Cells are saved only here. */
const framework = server.listeners("request")[0] as RequestListener;
const save = saveCells({root: "src", token});
server.removeAllListeners("request").on("request", (request, response) => {
  if (request.url === savePath) return save(request, response);
  const slug = /^\/source\/([\w-]+)\.md\.txt$/.exec(request.url ?? "")?.[1];
  if (slug !== "index" && !readyChapters.some((chapter) => chapter.slug === slug))
    return framework(request, response);
  response.setHeader("content-type", "text/plain; charset=utf-8");
  response.end(readFileSync(`src/[lang]/${slug}.md`));
});

process.send?.({url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`});
