import {readFileSync} from "node:fs";
import {gunzipSync} from "node:zlib";
import {checkedDigits} from "./checkedDigits.js";
import {packDigits} from "./packDigits.js";

const file = "digits.csv.gz";
const text = gunzipSync(readFileSync(new URL(file, import.meta.url))).toString("utf8");
process.stdout.write(packDigits(checkedDigits(text, file)));
