import {expect, test} from "vitest";
import {runScript} from "./command.js";

test("npm run serve -- --base shows the built site below that path", async () => {
  const command = runScript("serve", {args: ["--base", "/course/", "--port", "0"]});
  const [, url] = await command.waitFor(/is at (http:\S+)/);
  expect(new URL(url).pathname).toBe("/course/");
  const response = await fetch(`${url}en`);
  expect(response.url).toBe(`${url}en/`);
  expect(await response.text()).toContain("How deep networks learn");
  await command.stop();
});
