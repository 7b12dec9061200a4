import {fork} from "node:child_process";
import {watch} from "node:fs";
import {createCellChecker, formatDiagnostic} from "./check-cells.js";

/** Shows the course at a local address, follows every edit, and prints type errors in cells as they appear. */
const server = fork("tools/preview.ts", {
  execArgv: ["--import", "tsx"],
  // Framework writes every message to the open pages on its standard output.
  stdio: ["ignore", "ignore", "inherit", "ipc"]
});

server.once("message", ({url}: {url: string}) => {
  console.log(`Descent is at ${url}  (Ctrl+C stops)`);
  checkCells();
});
server.once("exit", (code) => process.exit(code ?? 1));

function checkCells(): void {
  const checker = createCellChecker({root: "."});
  let said = "";
  const check = (): void => {
    const text = checker.check().map(formatDiagnostic).join("\n") || "cells: no type errors";
    if (text !== said) console.log(text);
    said = text;
  };
  let timer: NodeJS.Timeout | undefined;
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(check, 100);
  };
  for (const folder of ["src", "lib"]) watch(folder, {recursive: true}, later);
  check();
}
