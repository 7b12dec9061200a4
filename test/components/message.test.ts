// @vitest-environment jsdom
import {expect, test} from "vitest";
import {message} from "../../src/components/message.js";

test("message(role) speaks and falls silent", () => {
  const line = message();
  expect([line.getAttribute("role"), line.textContent]).toEqual(["alert", ""]);
  line.say("β must lie in [0, 1)");
  expect(line.textContent).toBe("β must lie in [0, 1)");
  line.say(null);
  expect(line.textContent).toBe("");
  expect(message("status").getAttribute("role")).toBe("status");
});

test("message(role) has an id of its own", () => {
  expect(message().id).not.toBe(message().id);
});
