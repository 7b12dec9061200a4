import type {AddressInfo} from "node:net";
import {preview} from "@observablehq/framework/dist/preview.js";

/** Framework's own preview server, as a child of `npm start`, which prints its address. */
const {server} = await preview({
  hostname: "127.0.0.1",
  port: process.env.PORT ? Number(process.env.PORT) : undefined,
  verbose: false,
  config: "observablehq.config.ts"
});
process.send?.({url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`});
