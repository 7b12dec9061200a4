import type {LoaderResolver} from "@observablehq/framework/dist/loader.js";
import {posix} from "node:path";
import ts from "typescript";
import {placeIn, type Problem, type ReadCell} from "./readCell.js";

/** What TypeScript does not know of Framework: one definition a name, no circle, files that exist, no network. */
export const pageProblems = (cells: readonly ReadCell[], files: LoaderResolver): Problem[] => [
  ...cells.flatMap((cell) => cell.problem ?? [...importProblems(cell), ...fileProblems(cell, files)]),
  ...duplicates(cells),
  ...circles(cells)
];

/** The string literals of a cell that name a module. */
function specifiers({file}: ReadCell): ts.StringLiteralLike[] {
  const declared = file.statements.filter(ts.isImportDeclaration).map(({moduleSpecifier}) => moduleSpecifier);
  const called = calls(file).filter(({expression}) => expression.kind === ts.SyntaxKind.ImportKeyword);
  return [...declared, ...called.map((call) => call.arguments[0])].filter(ts.isStringLiteralLike);
}

const calls = (node: ts.Node): ts.CallExpression[] => [
  ...(ts.isCallExpression(node) ? [node] : []),
  ...node.getChildren().flatMap(calls)
];

function importProblems(cell: ReadCell): Problem[] {
  const problem = (node: ts.Node, message: string) => ({place: placeIn(cell, node.getStart()), message});
  return specifiers(cell).flatMap((node) => {
    if (/^([a-z][a-z+.-]*:|\/\/)/i.test(node.text))
      return problem(node, `an import must name an installed package or a local file; got "${node.text}"`);
    if (/^\.{0,2}\//.test(node.text) && !node.text.endsWith(".js"))
      return problem(node, `a local import must end in .js; got "${node.text}"`);
    return [];
  });
}

function fileProblems(cell: ReadCell, files: LoaderResolver): Problem[] {
  const attachments = calls(cell.file).filter(({expression}) => expression.getText() === "FileAttachment");
  return attachments.flatMap(({arguments: [path]}) => {
    if (!path || !ts.isStringLiteralLike(path)) return [];
    const missing = cell.addresses
      .map((address) => posix.join(posix.dirname(address.path), path.text))
      .find((file) => !files.find(file));
    return missing
      ? {place: placeIn(cell, path.getStart()), message: `no file and no loader for ${missing}`}
      : [];
  });
}

/** Each definition of a name that another cell at the same address defines too. */
function duplicates(cells: readonly ReadCell[]): Problem[] {
  return cells.flatMap((cell) =>
    [...cell.names].flatMap(([name, position]) => {
      const other = cells.find((other) => other !== cell && other.names.has(name) && meet(cell, other));
      if (!other) return [];
      const {line, column} = placeIn(other, other.names.get(name)!);
      const message = `${name} is defined more than once on this page: also at ${line + 1}:${column + 1}`;
      return {place: placeIn(cell, position), message};
    })
  );
}

const meet = (a: ReadCell, b: ReadCell): boolean =>
  a.addresses.some(({path}) => b.addresses.some((address) => address.path === path));

/** The first cell of each circle of cells that need one another. */
function circles(cells: readonly ReadCell[]): Problem[] {
  const owners = new Map(
    cells.flatMap((cell) => [...cell.names.keys()].map((name) => [name, cell] as const))
  );
  const reported = new Set<ReadCell>();
  return cells.flatMap((cell) => {
    const way = reported.has(cell) ? null : wayBack(cell, cell, owners, new Set());
    if (!way) return [];
    for (const name of way) reported.add(owners.get(name)!);
    const name = way[way.length - 1];
    const message = `circular definition: ${[name, ...way].join(" → ")}`;
    return {place: placeIn(cell, cell.names.get(name)!), message};
  });
}

/** The names by which `cell` needs `target`, or null where it does not. */
function wayBack(
  cell: ReadCell,
  target: ReadCell,
  owners: ReadonlyMap<string, ReadCell>,
  seen: Set<ReadCell>
): string[] | null {
  for (const name of cell.references) {
    const owner = owners.get(name);
    if (owner === target) return [name];
    if (!owner || seen.has(owner)) continue;
    const way = wayBack(owner, target, owners, seen.add(owner));
    if (way) return [name, ...way];
  }
  return null;
}
