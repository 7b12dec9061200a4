import {transformJavaScriptSync} from "@observablehq/framework/dist/javascript/module.js";
import {parseJavaScript} from "@observablehq/framework/dist/javascript/parse.js";
import ts from "typescript";
import type {Cell, Place} from "./findCells.js";

/** Something wrong at a place of a page. */
export interface Problem {
  readonly place: Place;
  readonly message: string;
}

/** A cell and what its code says. Of a broken cell only the names are known. */
export interface ReadCell extends Cell {
  readonly file: ts.SourceFile;
  /** Its imports, interfaces and types: they stand at the top of the page's module and all cells see them. */
  readonly hoisted: readonly ts.Statement[];
  /** The names that it defines for the page, and where. */
  readonly names: ReadonlyMap<string, number>;
  /** Those of the names that it imports. */
  readonly imported: ReadonlySet<string>;
  /** The names that it takes from elsewhere. */
  readonly references: ReadonlySet<string>;
  /** Why Framework cannot run it, or null. */
  readonly problem: Problem | null;
}

export function readCell(cell: Cell): ReadCell {
  const file = ts.createSourceFile("cell.ts", cell.code, ts.ScriptTarget.ESNext, true);
  const {statements} = file;
  const names = new Map(statements.flatMap(declaredNames).map((name) => [name.text, name.getStart()]));
  const imports = statements.filter(ts.isImportDeclaration);
  const imported = new Set(imports.flatMap(declaredNames).map((name) => name.text));
  return {...cell, file, hoisted: statements.filter(isHoisted), names, imported, ...parse(cell)};
}

/** Where a position of a cell's code stands in the page. */
export function placeIn({code, lines}: Cell, position: number): Place {
  const before = code.slice(0, position).split("\n");
  const {line, column} = lines[before.length - 1];
  return {line, column: column + before[before.length - 1].length};
}

const isHoisted = (statement: ts.Statement): boolean =>
  ts.isImportDeclaration(statement) ||
  ts.isInterfaceDeclaration(statement) ||
  ts.isTypeAliasDeclaration(statement);

function declaredNames(statement: ts.Statement): ts.Identifier[] {
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.flatMap(boundNames);
  if (ts.isImportDeclaration(statement)) return importedNames(statement.importClause);
  const isDeclaration =
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isEnumDeclaration(statement);
  return isDeclaration && statement.name ? [statement.name] : [];
}

const boundNames = ({name}: ts.VariableDeclaration | ts.BindingElement): ts.Identifier[] =>
  ts.isIdentifier(name)
    ? [name]
    : name.elements.flatMap((element) => (ts.isBindingElement(element) ? boundNames(element) : []));

function importedNames(clause: ts.ImportClause | undefined): ts.Identifier[] {
  if (!clause) return [];
  const bindings = clause.namedBindings;
  const named = !bindings
    ? []
    : ts.isNamespaceImport(bindings)
      ? [bindings.name]
      : bindings.elements.map(({name}) => name);
  return clause.name ? [clause.name, ...named] : named;
}

type Parsed = Pick<ReadCell, "references" | "problem">;

/** What Framework makes of a cell; TypeScript is asked first, because its errors say the exact place. */
function parse(cell: Cell): Parsed {
  const {kind, code, addresses} = cell;
  if (kind !== "ts" && kind !== "js" && kind !== "inline")
    return refuse(cell.lines[0], `a ${kind} cell needs an implicit library: write run=false to show it only`);
  const error = kind === "inline" ? undefined : syntaxError(code);
  if (error) {
    const position = Math.min(error.start!, code.trimEnd().length);
    return refuse(placeIn(cell, position), ts.flattenDiagnosticMessageText(error.messageText, "\n"));
  }
  try {
    const script = kind === "ts" ? transformJavaScriptSync(code, "ts") : code;
    const {references} = parseJavaScript(script, {...addresses[0], inline: kind === "inline"});
    return {references: new Set(references.map(({name}) => name)), problem: null};
  } catch (error) {
    return refuseAsFramework(cell, error as Error);
  }
}

const refuse = (place: Place, message: string): Parsed => ({
  references: new Set(),
  problem: {place, message}
});

/** Framework's refusal: esbuild says where in the cell; acorn where in what is left of it without types. */
function refuseAsFramework({kind, lines}: Cell, {message}: Error): Parsed {
  const esbuild = /<stdin>:(\d+):(\d+): ERROR: (.*)/.exec(message);
  const acorn = / \((\d+):(\d+)\)$/.exec(message);
  const [, line, column] = esbuild ?? (kind === "ts" ? null : acorn) ?? ["", "1", "0"];
  const start = lines[Number(line) - 1];
  const words = esbuild?.[3] ?? message.slice(0, acorn?.index);
  return refuse({line: start.line, column: start.column + Number(column)}, words);
}

const syntaxError = (code: string): ts.Diagnostic | undefined =>
  ts.transpileModule(code, {
    reportDiagnostics: true,
    compilerOptions: {
      target: ts.ScriptTarget.ESNext,
      module: ts.ModuleKind.ESNext,
      verbatimModuleSyntax: true
    }
  }).diagnostics?.[0];
