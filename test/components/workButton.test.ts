// @vitest-environment jsdom
import {expect, test} from "vitest";
import {workButton} from "../../src/components/workButton.js";

/** A work that the test drives. */
function driven(language: "en" | "zh" = "en") {
  let report: (share: number, value: number) => void = () => {};
  let end: () => void = () => {};
  const signals: AbortSignal[] = [];
  const element = workButton<number>({
    label: "Measure",
    language,
    work: (tell, signal) => {
      report = tell;
      signals.push(signal);
      return new Promise<void>((resolve) => {
        end = resolve;
      });
    }
  });
  const told: (number | null)[] = [];
  element.addEventListener("input", () => told.push(element.value));
  const button = element.querySelector("button")!;
  const bar = element.querySelector("progress")!;
  const status = () => element.querySelector("[role=status]")!.textContent;
  const settled = () => new Promise((resolve) => setTimeout(resolve));
  return {
    element,
    told,
    button,
    bar,
    signals,
    status,
    report: (share: number, value: number) => report(share, value),
    end() {
      end();
      return settled();
    }
  };
}

test("workButton(options) waits for a click and has no value", () => {
  const {element, bar, signals} = driven();
  expect([element.value, bar.hidden, signals.length]).toEqual([null, true, 0]);
});

test("a click starts the work, and each report shows how far it is and gives a value", async () => {
  const {element, button, bar, told, status, report, end} = driven();
  button.click();
  expect([button.textContent, bar.hidden, status()]).toEqual(["Stop", false, "Measuring …"]);
  report(0.25, 7);
  report(0.5, 8);
  expect([element.value, told, bar.value]).toEqual([8, [7, 8], 0.5]);
  await end();
  expect([button.textContent, bar.hidden, status()]).toEqual(["Measure again", true, "Done."]);
});

test("another click stops the work; what was found stays, and nothing is heard afterwards", async () => {
  const {element, button, told, signals, status, report, end} = driven("zh");
  button.click();
  report(0.5, 3);
  button.click();
  expect(signals[0].aborted).toBe(true);
  report(0.9, 4);
  await end();
  expect([element.value, told, status()]).toEqual([3, [3], "已停止。"]);
  button.click();
  expect(signals).toHaveLength(2);
});
