import {type KeptCell, readKept, writeKept} from "./kept.js";

/** What the hash of a link with code in it begins with. */
const prefix = "#live=";

/** What a link may unpack to, in bytes: a short one may hold a great deal. */
const cap = 2 ** 20;

/** Whether the hash of an address carries code. */
export const carriesCode = (hash: string): boolean => hash.startsWith(prefix);

/** The hash that carries edits: deflated and in the letters that every address may hold. */
export async function packHash(cells: readonly KeptCell[]): Promise<string> {
  const packed = new Blob([writeKept(cells)]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return prefix + btoa(text).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

/**
 * The edits that a hash carries. Nothing of them is run here.
 *
 * @throws Error when it carries none that can be read, or more than 1 MiB
 */
export async function unpackHash(hash: string): Promise<KeptCell[]> {
  const text = atob(hash.slice(prefix.length).replace(/-/g, "+").replace(/_/g, "/"));
  const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  const parts = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return readKept(await readCapped(parts.getReader()));
}

async function readCapped(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  let length = 0;
  for (let {done, value} = await reader.read(); !done; {done, value} = await reader.read()) {
    length += value!.length;
    if (length > cap) {
      await reader.cancel();
      throw new RangeError(`a link may carry ${cap} bytes of code`);
    }
    text += decoder.decode(value, {stream: true});
  }
  return text + decoder.decode();
}
