import {timingSafeEqual} from "node:crypto";
import {lstatSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync} from "node:fs";
import type {IncomingMessage, RequestListener} from "node:http";
import type {AddressInfo} from "node:net";
import {basename, dirname, join} from "node:path";
import {cellAt, holdsFence, replaceCell} from "../src/live/pageSource.js";
import type {SaveRequest} from "../src/live/saveRequest.js";

/** What a request may weigh, in bytes. */
const cap = 2 ** 20;

/** Why a cell is not saved: an HTTP status and a sentence; with 409 the text that stands in the file instead. */
class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly current: string | null = null
  ) {
    super(message);
  }
}

interface SaveOptions {
  /** The folder of the pages. */
  readonly root: string;
  /** What only the pages of this run know. */
  readonly token: string;
}

/**
 * Answers requests to save a cell into its page, for the local preview alone: from this machine, by a page of this
 * very server that knows the token, and only where the file still holds the text that the page showed. Whatever else
 * comes is refused, and nothing is written.
 */
export function saveCells({root, token}: SaveOptions): RequestListener {
  return async (request, response) => {
    const answer = (status: number, body: object): void => {
      response.writeHead(status, {"content-type": "application/json; charset=utf-8"});
      response.end(JSON.stringify(body));
    };
    try {
      checkSender(request, token);
      save(root, readRequest(await readBody(request)));
      answer(200, {});
    } catch (error) {
      if (!(error instanceof Refusal)) console.error(error);
      const {status, message, current} =
        error instanceof Refusal ? error : new Refusal(500, "the file could not be written");
      answer(status, {message, current});
    }
  };
}

function checkSender({socket, headers, method}: IncomingMessage, token: string): void {
  const {port} = socket.address() as AddressInfo;
  const hosts = ["127.0.0.1", "localhost", "[::1]"].map((name) => `${name}:${port}`);
  if (!/^(?:::ffff:)?127\.|^::1$/.test(socket.remoteAddress ?? ""))
    throw new Refusal(403, "only this machine may save");
  if (!hosts.includes(headers.host ?? "")) throw new Refusal(403, "the Host is not this server's");
  if (headers.origin !== `http://${headers.host}`) throw new Refusal(403, "the Origin is not this server's");
  if (method !== "POST") throw new Refusal(405, "a cell is saved with POST");
  if (!isSame(headers["x-live-token"], token)) throw new Refusal(403, "the token is not that of this run");
  if (!/^application\/json(?:;|$)/.test(headers["content-type"] ?? ""))
    throw new Refusal(415, "a request to save is JSON");
}

function isSame(given: string | string[] | undefined, token: string): boolean {
  const [a, b] = [Buffer.from(String(given)), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= cap) chunks.push(chunk); // what is left unread would break the connection, and the answer with it
  }
  if (length > cap) throw new Refusal(413, `a request may have ${cap} bytes`);
  return Buffer.concat(chunks).toString("utf8");
}

function readRequest(body: string): SaveRequest {
  const read = parse(body) as Partial<Record<keyof SaveRequest, unknown>> | null;
  const {file, original, nth, at, code} = Object(read) as Record<keyof SaveRequest, unknown>;
  const isPlace = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
  if (typeof file !== "string" || typeof original !== "string" || typeof code !== "string")
    throw new Refusal(400, "file, original and code must be texts");
  if (!isPlace(nth) || !isPlace(at)) throw new Refusal(400, "nth and at must be places, from 0");
  if (holdsFence(code)) throw new Refusal(400, "a cell cannot hold a fence");
  return {file, original, nth, at, code};
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new Refusal(400, "the body is not JSON");
  }
}

function save(root: string, {file, code, at, ...place}: SaveRequest): void {
  const path = pagePath(root, file);
  const bytes = readFileSync(path);
  const page = bytes.toString("utf8");
  if (!Buffer.from(page).equals(bytes)) throw new Refusal(403, "the page is not UTF-8");
  const changed = replaceCell(page, place, code);
  if (changed === null) throw new Refusal(409, "the cell in the file is another", cellAt(page, at));
  replaceFile(path, changed);
}

/** Below the root, without a link on the way, and the file of a page. */
function pagePath(root: string, file: string): string {
  const isPage = /^(?:[^./\\][^/\\]*\/)*[^./\\][^/\\]*\.md$/.test(file) && !file.includes("\0");
  if (!isPage) throw new Refusal(403, "the file is not that of a page");
  const path = join(realpathSync(root), file);
  if (!lstatSync(path, {throwIfNoEntry: false})?.isFile()) throw new Refusal(403, "there is no such page");
  if (realpathSync(path) !== path) throw new Refusal(403, "the way to the page leads through a link");
  return path;
}

/** Whoever reads the file meanwhile finds the old text or the new one, whole. */
function replaceFile(path: string, text: string): void {
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}`);
  try {
    writeFileSync(draft, text, {mode: statSync(path).mode, flag: "wx"});
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, {force: true});
    throw error;
  }
}
