import {readFileSync} from "node:fs";
import {expect, test} from "vitest";
import {kernelBytesSource} from "../../tools/build-kernels.js";

test("kernelBytes is what the kernels compile to, byte for byte", async () => {
  const file = new URL("../../lib/simd/kernelBytes.ts", import.meta.url);
  expect(readFileSync(file, "utf8")).toBe(await kernelBytesSource());
});
