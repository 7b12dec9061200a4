import {execFileSync} from "node:child_process";
import {readFileSync, rmSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {filesBelow} from "../../tools/files.js";
import {copyProject} from "../tools/copy.js";

test("another build, in another folder, is the same to the byte", () => {
  const copy = copyProject();
  execFileSync("npm", ["run", "--silent", "build"], {cwd: copy});
  const built = filesBelow("dist");
  expect(filesBelow(join(copy, "dist"))).toEqual(built);
  expect(
    built.filter((file) => !readFileSync(join("dist", file)).equals(readFileSync(join(copy, "dist", file))))
  ).toEqual([]);
  rmSync(copy, {recursive: true});
}, 240_000);
