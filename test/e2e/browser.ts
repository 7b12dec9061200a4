import {existsSync, readdirSync} from "node:fs";
import {homedir} from "node:os";
import {join} from "node:path";
import {type Browser, chromium} from "playwright-core";

const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync"
];

/** A headless Chromium: the one that `CHROMIUM_PATH` names, an installed one, or the one that npm carries. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = installedBrowser() ?? (await packedBrowser());
  return chromium.launch({executablePath, args: quiet});
}

function installedBrowser(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  if (named && !existsSync(named)) throw new Error(`CHROMIUM_PATH must name a browser; got ${named}`);
  return [named, ...usualPlaces, ...playwrightBrowsers()].find((path) => path && existsSync(path));
}

const usualPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe"
];

function playwrightBrowsers(): string[] {
  const caches = [".cache/ms-playwright", "Library/Caches/ms-playwright", "AppData/Local/ms-playwright"];
  return caches
    .map((cache) => join(homedir(), cache))
    .filter((cache) => existsSync(cache))
    .flatMap((cache) =>
      readdirSync(cache)
        .filter((name) => name.startsWith("chromium-"))
        .map((name) => join(cache, name))
    )
    .flatMap((folder) =>
      ["chrome-linux/chrome", "chrome-linux64/chrome", "chrome-win/chrome.exe"].map((path) =>
        join(folder, path)
      )
    );
}

/** The one Chromium that draws alike wherever it runs; it runs on Linux. */
export async function openPackedBrowser(): Promise<Browser> {
  return chromium.launch({executablePath: await packedBrowser(), args: quiet});
}

async function packedBrowser(): Promise<string> {
  // The package unpacks its libraries only where it believes to be in the cloud it was made for.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= "nodejs22.x";
  const {default: packed} = await import("@sparticuz/chromium");
  return packed.executablePath();
}
