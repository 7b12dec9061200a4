import type {Language} from "../src/course.js";

/** A line of a page that breaks a rule of its language blocks. */
export class LanguageError extends Error {
  constructor(
    file: string,
    readonly line: number,
    readonly rule: string
  ) {
    super(`${file}:${line + 1}: ${rule}`);
    this.name = "LanguageError";
  }
}

interface Block {
  readonly language: Language;
  readonly start: number;
  readonly end: number;
}

/** What of a page one language shows, line by line as in the file: lines of the other language are emptied. */
export function keepLanguage(source: string, language: Language, file: string): string {
  const lines = source.split("\n");
  for (const block of languageBlocks(lines, file)) {
    if (block.language === language) lines[block.start] = lines[block.end] = "";
    else lines.fill("", block.start, block.end + 1);
  }
  return lines.join("\n");
}

/** The `::: en` and `::: zh` blocks of a page; every English block must be followed by its Chinese twin. */
function languageBlocks(lines: readonly string[], file: string): Block[] {
  const blocks: Block[] = [];
  let open: {language: Language; start: number} | null = null;
  let fence = "";
  lines.forEach((line, i) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? "";
    if (fence) fence = mark.startsWith(fence) ? "" : fence;
    else if (mark) fence = mark;
    else if (/^:::/.test(line)) {
      const name = line.slice(3).trim();
      if (open && name)
        throw new LanguageError(file, i, `a "::: ${name}" opens inside "::: ${open.language}"`);
      if (open) {
        blocks.push({...open, end: i});
        open = null;
      } else {
        if (name !== "en" && name !== "zh")
          throw new LanguageError(file, i, `a block must be "::: en" or "::: zh"; got "${line}"`);
        const expected = blocks.length % 2 ? "zh" : "en";
        if (name !== expected)
          throw new LanguageError(file, i, `every "::: en" needs a "::: zh" after it; got "::: ${name}"`);
        open = {language: name, start: i};
      }
    }
  });
  const {language, start} = (open as {language: Language; start: number} | null) ?? {};
  if (start !== undefined) throw new LanguageError(file, start, `"::: ${language}" is never closed`);
  const last = blocks.at(-1);
  if (last && blocks.length % 2)
    throw new LanguageError(file, last.start, `"::: en" has no "::: zh" after it`);
  return blocks;
}
