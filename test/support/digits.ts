import {readFileSync} from "node:fs";
import {gunzipSync} from "node:zlib";
import {checkedDigits} from "../../data/checkedDigits.js";
import {packDigits} from "../../data/packDigits.js";
import {type Digits, readDigits} from "../../src/chapters/digitsLab/readDigits.js";

const file = "digits.csv.gz";

/** The text of the file of digits. */
export const digitsText = gunzipSync(readFileSync(new URL(`../../data/${file}`, import.meta.url))).toString();

/** The digits as the page has them: packed by the loader and read back. */
export const pageDigits = (): Promise<Digits> =>
  readDigits(new Uint8Array(packDigits(checkedDigits(digitsText, file))).buffer);
