import {parseArgs} from "node:util";
import {serveSite} from "./site.js";

const {values} = parseArgs({
  options: {base: {type: "string", default: "/"}, port: {type: "string", default: "8080"}}
});

try {
  const {url} = await serveSite("dist", {base: values.base, port: Number(values.port)});
  console.log(`The built site is at ${url} (Ctrl+C stops)`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
