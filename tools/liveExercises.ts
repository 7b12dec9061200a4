import type MarkdownIt from "markdown-it";
import {type Language, parsePagePath} from "../src/course.js";
import {adamStep} from "../src/live/exercises/adamStep.js";
import {backwardLayer} from "../src/live/exercises/backwardLayer.js";
import {batches} from "../src/live/exercises/batches.js";
import {ema} from "../src/live/exercises/ema.js";
import type {Exercise} from "../src/live/exercises/exercise.js";
import {fitScaler} from "../src/live/exercises/fitScaler.js";
import {initialWeights} from "../src/live/exercises/initialWeights.js";
import {exerciseWords} from "../src/live/words.js";

const exercises: readonly Exercise<never>[] = [
  backwardLayer,
  initialWeights,
  batches,
  ema,
  adamStep,
  fitScaler
];

/**
 * Puts an exercise where a page says `<!-- exercise ema -->`: its task, the cell with its stub, and the list of its
 * checks. All of it is plain page; what answers is loaded when the reader opens the cell.
 */
export function liveExercises(md: MarkdownIt): void {
  md.core.ruler.after("block", "exercises", (state) => {
    const page = parsePagePath((state.env as {path: string}).path);
    if (!page) return;
    state.tokens = state.tokens.flatMap((token) => {
      const name = token.type === "html_block" && /^<!-- exercise (\w+) -->$/.exec(token.content.trim())?.[1];
      if (!name) return token;
      const tokens: typeof state.tokens = [];
      md.block.parse(exerciseMarkdown(name, page.language), md, state.env, tokens);
      for (const inner of tokens) inner.map &&= token.map;
      return tokens;
    });
  });
}

/**
 * The Markdown of an exercise.
 *
 * @throws RangeError when there is none of that name
 */
export function exerciseMarkdown(name: string, language: Language): string {
  const exercise = exercises.find((exercise) => exercise.name === name);
  if (!exercise)
    throw new RangeError(
      `exercise must be one of ${exercises.map(({name}) => name).join(", ")}; got ${name}`
    );
  const {task, stub, checks} = exercise;
  return [
    `<section class="exercise">`,
    task[language],
    `\`\`\`ts run=false exercise=${name}\n${stub}\n\`\`\``,
    exerciseWords[language].checks,
    checks.map(({title}, i) => `${i + 1}. ${title[language]}`).join("\n"),
    "</section>"
  ].join("\n\n");
}
