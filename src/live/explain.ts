import type {Language} from "../course.js";
import {runMeanings, syntaxMeanings} from "./meanings.js";

/** What an error means, in the reader's words where its own are opaque. */
export function explain(error: unknown, language: Language): string {
  const message = error instanceof Error ? error.message || error.name : String(error);
  const input = failedInput(error);
  if (input && !message.startsWith(`${input} `)) return inputs[language](input, meaning(message, language));
  if (error instanceof SyntaxError) return meaning(message, language, unread[language]);
  return meaning(message, language);
}

/** The runtime's errors name the cell's input that failed, with the message of what made it fail. */
const failedInput = (error: unknown): string | null =>
  error instanceof Error && "input" in error && typeof error.input === "string" ? error.input : null;

const inputs = {
  en: (name: string, why: string) => `${name} could not be computed. ${why}`,
  zh: (name: string, why: string) => `${name} 没有算出来。${why}`
};

/** A parser has more to say than is worth a sentence here. */
const unread = {
  en: (message: string) => `The code cannot be read here: ${message}.`,
  zh: (message: string) => `代码读到这里读不下去：${message}。`
};

function meaning(message: string, language: Language, otherwise = (text: string) => text): string {
  for (const [pattern, sentences] of [...runMeanings, ...syntaxMeanings]) {
    const found = pattern.exec(message);
    if (found) return sentences[language](...found.slice(1).filter((part) => part !== undefined));
  }
  return otherwise(message);
}

/** Marks of Chinese text that look like those of code. */
const wide = /[，。；：、？！（）【】｛｝“”‘’＝＋－＊／＜＞　]/u;

/** What may be wrong with a line that cannot be read: a mark of Chinese text outside of quotes. */
export function wideMark(line: string, language: Language): string {
  const [mark] = wide.exec(line.replace(/(["'`]).*?\1|\/\/.*/g, "")) ?? [];
  if (!mark) return "";
  return {
    en: ` The mark ${mark} is a full-width one: code needs the plain one.`,
    zh: `这一行的“${mark}”是全角标点：代码要用半角的。`
  }[language];
}
