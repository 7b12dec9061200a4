import {languages} from "../../src/course.js";
import type {ReadCell} from "./readCell.js";

/** A page as one TypeScript module, and the way back from its text to the cells. */
export interface PageModule {
  readonly text: string;
  /** The cell that holds a position of the text and the position in its code; undefined between the cells. */
  origin(position: number): {cell: ReadCell; position: number} | undefined;
}

/**
 * Writes each cell as an async function that returns what it defines; every name is then declared for the
 * other cells with its value as they see it (awaited, or the latest of a generator). Inside its own cell a
 * name still means the raw value. Imports and types stand at the top of the module.
 */
export function pageModule(cells: readonly ReadCell[]): PageModule {
  const sound = cells.filter(({problem}) => !problem);
  const pieces: {start: number; cell: ReadCell; from: number; to: number}[] = [];
  let text = "export {};\n";
  const copy = (cell: ReadCell, from: number, to: number) => {
    pieces.push({start: text.length, cell, from, to});
    text += cell.code.slice(from, to);
  };
  if (cells.some(({addresses}) => addresses[0].params))
    text += `declare const observable: {params: {lang: ${languages.map((l) => `"${l}"`).join(" | ")}}};\n`;
  for (const cell of sound) {
    for (const statement of cell.hoisted) {
      copy(cell, statement.getStart(), statement.end);
      text += "\n";
    }
  }
  for (const [i, cell] of sound.entries()) {
    const [open, close] =
      cell.kind === "inline" ? ["return (", ");"] : ["", `return {${own(cell)}} as const;`];
    text += `async function $cell${i}() {${open}\n`;
    for (const [from, to] of bodyRanges(cell)) copy(cell, from, to);
    text += `\n${close}}\n`;
  }
  text += declarations(cells, sound);
  const origin = (position: number) => {
    const piece = pieces.find(({start, from, to}) => start <= position && position <= start + to - from);
    return piece && {cell: piece.cell, position: piece.from + position - piece.start};
  };
  return {text, origin};
}

/** The names that a cell defines itself: those it imports are at the top of the module. */
const own = ({names, imported}: ReadCell): string[] =>
  [...names.keys()].filter((name) => !imported.has(name));

/** The stretches of a cell's code between its hoisted statements. */
function bodyRanges({code, hoisted}: ReadCell): [number, number][] {
  const starts = [0, ...hoisted.map(({end}) => end)];
  const ends = [...hoisted.map((statement) => statement.getStart()), code.length];
  return starts.map((start, i) => [start, ends[i]]);
}

function declarations(cells: readonly ReadCell[], sound: readonly ReadCell[]): string {
  const imported = new Set(sound.flatMap(({imported}) => [...imported]));
  const types = new Map<string, string[]>();
  for (const cell of cells) {
    for (const name of cell.names.keys()) {
      const type = cell.problem ? "any" : `Cells.ValueOf<typeof $cell${sound.indexOf(cell)}, "${name}">`;
      if (!imported.has(name)) types.set(name, [...(types.get(name) ?? []), type]);
    }
  }
  return [...types].map(([name, type]) => `declare const ${name}: ${type.join(" | ")};\n`).join("");
}
