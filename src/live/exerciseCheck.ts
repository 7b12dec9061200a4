import {create, select} from "d3-selection";
import type {Language} from "../course.js";
import {codeBlock} from "./cellPanel.js";
import {examine, type Report} from "./exercises/examine.js";
import type {Exercise} from "./exercises/exercise.js";
import {exercises} from "./exercises/index.js";
import {keepSolved} from "./solvedStore.js";
import {exerciseWords} from "./words.js";

/** Answers the runs of an exercise's cell, below it. */
export interface ExerciseCheck {
  /** The cell has declared these names. */
  ran(outputs: Readonly<Record<string, unknown>>): Promise<void>;
  /** It cannot be run. */
  failed(): void;
}

/**
 * The answers to an exercise: the verdict, what each of the listed checks found, a hint where the numbers give a known
 * mistake away, three hints for the asking and then a solution. `element` is the exercise's cell.
 */
export function exerciseCheck(
  element: HTMLElement,
  name: string,
  language: Language,
  put: (text: string) => void
): ExerciseCheck {
  const words = exerciseWords[language];
  const list = select(element.closest(".exercise")).selectAll<HTMLElement, unknown>("ol > li");
  const panel = create("div").attr("class", "verdict");
  const verdict = panel.append("p").attr("class", "message").attr("role", "status");
  const help = panel.append("div").attr("class", "live-tools");
  const given = panel.append("div").attr("aria-live", "polite");
  let asked = 0;
  let runs = 0;

  async function ask(): Promise<void> {
    const exercise = await exercises[name]();
    const hint = exercise.hints[asked];
    if (hint) lead(given.append("p").node()!, words.hint(asked + 1), hint[language]);
    else showSolution(exercise);
    asked += 1;
    offer();
  }

  function offer(): void {
    const next = asked < 3 ? words.hint(asked + 1) : asked === 3 ? words.solution : null;
    help
      .selectAll("button")
      .data(next ? [next] : [])
      .join("button")
      .attr("type", "button")
      .text((label) => label)
      .on("click", ask);
  }

  function showSolution({solution}: Exercise<never>): void {
    given.append(() => codeBlock(solution, language));
    given
      .append("div")
      .attr("class", "live-tools")
      .append("button")
      .attr("type", "button")
      .text(words.takeSolution)
      .on("click", () => put(solution));
  }

  function tell({verdict: found, findings, hint}: Report): void {
    panel.attr("data-verdict", found);
    lead(verdict.node()!, words[found], hint?.[language]);
    list.each(function (_, i) {
      const finding = findings[i];
      const item = select(this);
      item.attr("data-found", finding === undefined ? null : finding === null ? "right" : "wrong");
      item.selectAll(".finding").remove();
      if (finding !== undefined)
        item
          .append("span")
          .attr("class", "finding")
          .text(finding ? `✗ ${finding[language]}` : `✓ ${words.right}`);
    });
    if (found === "pass") keepSolved(name);
  }

  function answer(report: Report): void {
    if (!panel.node()!.isConnected) element.after(panel.node()!);
    offer();
    tell(report);
  }

  return {
    async ran(outputs) {
      const run = ++runs;
      const report = await examine(await exercises[name](), outputs);
      if (run === runs) answer(report); // else the reader has gone on
    },
    failed() {
      ++runs;
      answer({verdict: "error", findings: [], hint: null});
    }
  };
}

/** Puts a text into a paragraph, with what it begins with in bold. */
function lead(paragraph: HTMLElement, bold: string, rest = ""): void {
  const strong = create("strong").text(bold).node()!;
  paragraph.replaceChildren(strong, rest && ` ${rest}`);
}
