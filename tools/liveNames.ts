import {readFileSync} from "node:fs";
import {dirname, join} from "node:path";
import ts from "typescript";

/** A public value of the engine, as the editor's completion shows it. */
export interface LibraryName {
  readonly name: string;
  /** Its parameters and result, e.g. `(values: ArrayLike<number>): Vector`, or its type, or nothing. */
  readonly signature: string;
  /** Its docstring. */
  readonly text: string;
}

/** The values that a module exports, in the order of its text, with what the source says of them. */
export function libraryNames(file: string): LibraryName[] {
  const source = parse(file);
  return source.statements.flatMap((statement) => {
    if (ts.isExportDeclaration(statement)) return namesOfExport(statement, file);
    return isExported(statement) ? declaredNames(statement, source) : [];
  });
}

const parse = (file: string): ts.SourceFile =>
  ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);

const isExported = (statement: ts.Statement): boolean =>
  ts.canHaveModifiers(statement) &&
  !!ts.getModifiers(statement)?.some(({kind}) => kind === ts.SyntaxKind.ExportKeyword);

/** `export * from` and `export {a, b as c} from`, the types left out. */
function namesOfExport(statement: ts.ExportDeclaration, file: string): LibraryName[] {
  const {exportClause, moduleSpecifier, isTypeOnly} = statement;
  if (isTypeOnly || !moduleSpecifier || !ts.isStringLiteral(moduleSpecifier)) return [];
  const names = libraryNames(join(dirname(file), moduleSpecifier.text.replace(/js$/, "ts")));
  if (!exportClause || !ts.isNamedExports(exportClause)) return names;
  return exportClause.elements.flatMap(({name, propertyName = name}) => {
    const found = names.find((known) => known.name === propertyName.text);
    return found ? [{...found, name: name.text}] : [];
  });
}

function declaredNames(statement: ts.Statement, source: ts.SourceFile): LibraryName[] {
  const text = docstring(statement, source);
  if (ts.isFunctionDeclaration(statement) && statement.name)
    return [{name: statement.name.text, signature: signature(statement, source), text}];
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations.map(({name, type, initializer}) => ({
    name: name.getText(source),
    signature:
      initializer && ts.isArrowFunction(initializer)
        ? signature(initializer, source)
        : type
          ? `: ${type.getText(source)}`
          : "",
    text
  }));
}

function signature({parameters, type}: ts.SignatureDeclaration, source: ts.SourceFile): string {
  const list = parameters.map((parameter) => parameter.getText(source)).join(", ");
  return `(${list})${type ? `: ${type.getText(source)}` : ""}`.replace(/\s+/g, " ");
}

/** The comment before a statement, without its stars; what it throws the error itself will say. */
function docstring(statement: ts.Statement, source: ts.SourceFile): string {
  const comments = ts.getLeadingCommentRanges(source.text, statement.pos) ?? [];
  const comment = comments
    .map(({pos, end}) => source.text.slice(pos, end))
    .findLast((text) => text.startsWith("/**"));
  return (comment ?? "")
    .replace(/^\/\*\*|\s*\*\/$/g, "")
    .replace(/^\s*\* ?/gm, "")
    .replace(/^@throws[\s\S]*/m, "")
    .trim();
}
