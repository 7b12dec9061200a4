import {expect, test} from "vitest";
import {serveSite} from "../../tools/site.js";

test("serveSite(dist, {base}) refuses a base that does not begin and end with a slash", async () => {
  await expect(serveSite("dist", {base: "/course"})).rejects.toThrow(
    new RangeError("base must begin and end with a slash; got /course")
  );
});

test("serveSite(dist) says what to do where nothing is built", async () => {
  await expect(serveSite("test")).rejects.toThrow("no site in test: run npm run build first");
});
