import {readFileSync} from "node:fs";
import {pytorchNetwork} from "./pytorchNetwork.js";

const file = new URL("../test/golden/network-course.json", import.meta.url);
process.stdout.write(
  JSON.stringify(pytorchNetwork(JSON.parse(readFileSync(file, "utf8")), "course-A-4-5-5-3-1"))
);
