import {
  type Completion,
  type CompletionContext,
  type CompletionResult,
  ifNotIn
} from "@codemirror/autocomplete";
import {typescriptLanguage} from "@codemirror/lang-javascript";
import type {Extension} from "@codemirror/state";
import type {EditorView} from "@codemirror/view";

/** The names that a cell can use. */
export interface Vocabulary {
  /** What screen readers call the list. */
  readonly heading: string;
  /** The module that the library's names come from, as a cell writes it. */
  readonly library: string;
  /** The names that cells of the page have, now. */
  names(): readonly string[];
  /** The library's names with what its source says of them. */
  documented(): Promise<
    readonly {readonly name: string; readonly signature: string; readonly text: string}[]
  >;
}

/** What Framework gives every cell. */
const standard = [
  "display",
  "view",
  "width",
  "dark",
  "now",
  "invalidation",
  "visibility",
  "Generators",
  "Mutable",
  "FileAttachment",
  "resize"
];

/** Where a word is no use of a name. */
const elsewhere = [
  "String",
  "TemplateString",
  "RegExp",
  "LineComment",
  "BlockComment",
  "VariableDefinition",
  "PropertyDefinition",
  "PropertyName",
  "Label",
  ".",
  "?."
];

/** Completion of the page's names and of the library's, which bring their import along. */
export function completions(vocabulary: Vocabulary): Extension {
  return typescriptLanguage.data.of({
    autocomplete: ifNotIn(elsewhere, (context) => complete(context, vocabulary))
  });
}

async function complete(
  context: CompletionContext,
  {names, documented, library}: Vocabulary
): Promise<CompletionResult | null> {
  const word = context.matchBefore(/[\w$]+/);
  if (!word && !context.explicit) return null;
  const own = new Set(names());
  const described = await documented();
  const known = new Set(described.map(({name}) => name));
  return {
    from: word?.from ?? context.pos,
    validFor: /^[\w$]*$/,
    options: [
      ...described.map(
        ({name, signature, text}): Completion => ({
          label: name,
          detail: signature,
          info: text ? () => documentation(text) : undefined,
          boost: own.has(name) ? 1 : 0,
          apply: own.has(name) ? undefined : withImport(library)
        })
      ),
      ...[...own, ...standard].filter((name) => !known.has(name)).map((label) => ({label, boost: 1}))
    ]
  };
}

/** A docstring laid out: what is indented in it are formulas. */
function documentation(text: string): HTMLElement {
  const root = document.createElement("div");
  for (const part of text.split(/\n\n+/)) {
    const isFormula = part.startsWith("    ");
    const block = document.createElement(isFormula ? "pre" : "p");
    block.textContent = isFormula ? part.replace(/^ {4}/gm, "") : part.replaceAll("\n", " ");
    root.append(block);
  }
  return root;
}

/** Completes a name and imports it, where the cell does not yet. */
const withImport =
  (library: string) =>
  (view: EditorView, {label}: Completion, from: number, to: number): void => {
    const text = view.state.doc.toString();
    const changes = [{from, to, insert: label}];
    const statement = new RegExp(`import \\{([^}]*)\\} from "${library.replaceAll(".", "\\.")}"`).exec(text);
    if (!statement) changes.push({from: 0, to: 0, insert: `import {${label}} from "${library}";\n`});
    else if (!statement[1].split(",").some((name) => name.trim() === label)) {
      const end = statement.index + "import {".length + statement[1].length;
      changes.push({from: end, to: end, insert: `, ${label}`});
    }
    const before = view.state.changes(changes);
    view.dispatch({changes: before, selection: {anchor: before.mapPos(to, 1)}, userEvent: "input.complete"});
  };
