import {existsSync, readFileSync, statSync} from "node:fs";
import {createServer, type Server} from "node:http";
import type {AddressInfo} from "node:net";
import {join} from "node:path";
import sirv from "sirv";

/** A running server of a folder of static files. */
export interface Site {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves a built site below a base path as a static host does: files as they are, a folder by its `index.html`,
 * `404.html` for what is missing. Port 0 takes a free one.
 *
 * @throws RangeError when the base does not begin and end with a slash, Error when nothing is built there
 */
export async function serveSite(dist: string, {base = "/", port = 0} = {}): Promise<Site> {
  if (!/^\/(?:.*\/)?$/.test(base)) throw new RangeError(`base must begin and end with a slash; got ${base}`);
  if (!existsSync(join(dist, "index.html"))) throw new Error(`no site in ${dist}: run npm run build first`);
  const missing = readFileSync(join(dist, "404.html"));
  const files = sirv(dist, {dev: true});
  const server = createServer((request, response) => {
    const notFound = (): void => {
      response.writeHead(404, {"content-type": "text/html; charset=utf-8"}).end(missing);
    };
    if (!request.url?.startsWith(base)) return notFound();
    const {pathname, search} = new URL(request.url, "http://localhost");
    const path = pathname.slice(base.length);
    if (path && !path.endsWith("/") && isFolder(join(dist, decodeURI(path))))
      return void response.writeHead(301, {location: `${pathname}/${search}`}).end();
    request.url = `/${path}`;
    files(request, response, notFound);
  });
  await listen(server, port);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`,
    close: () => new Promise((resolve) => server.close(() => resolve()).closeAllConnections())
  };
}

const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory();

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once("error", reject).listen(port, "127.0.0.1", resolve);
  });
