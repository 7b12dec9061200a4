import {readFileSync} from "node:fs";
import {checkedDays} from "./checkedDays.js";
import {temperatureYear} from "./temperatureYear.js";

const file = "beijing-temperature.csv";
const text = readFileSync(new URL(file, import.meta.url), "utf8");
process.stdout.write(JSON.stringify(temperatureYear(2013, checkedDays(text, {year: 2013, file}))));
