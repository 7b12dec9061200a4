import {readFileSync} from "node:fs";
import {checkedWine} from "./checkedWine.js";

const file = "wine.csv";
const text = readFileSync(new URL(file, import.meta.url), "utf8");
process.stdout.write(JSON.stringify(checkedWine(text, file)));
