import {expect, test} from "vitest";
import {cellAt, fenced, holdsFence, replaceCell, withEdits} from "../../src/live/pageSource.js";

const page = `# A page

\`\`\`ts
const hidden = 1;
\`\`\`

\`\`\`ts echo
const a = 1;
\`\`\`

\`\`\`\`md
\`\`\`ts echo
const a = 1;
\`\`\`
\`\`\`\`

\`\`\`ts echo=false
const a = 1;
\`\`\`

\`\`\`ts echo live=false
const a = 1;
\`\`\`

\`\`\`js echo
const a = 1;
\`\`\`

~~~ts echo
const b = 2;
const c = 3;
~~~

\`\`\`ts class="x" echo
const a = 1;
\`\`\`
`;

test("replaceCell(page, {original, nth}) changes that cell and nothing else", () => {
  const changed = replaceCell(page, {original: "const a = 1;", nth: 0}, "const a = 5;\nconst d = 6;")!;
  expect(changed).toBe(page.replace("```ts echo\nconst a = 1;", "```ts echo\nconst a = 5;\nconst d = 6;"));
  const second = replaceCell(page, {original: "const a = 1;", nth: 1}, "x")!;
  expect(second).toBe(page.replace('```ts class="x" echo\nconst a = 1;', '```ts class="x" echo\nx'));
  expect(replaceCell(page, {original: "const b = 2;\nconst c = 3;", nth: 0}, "")).toContain(
    "~~~ts echo\n\n~~~"
  );
});

test.each([
  ["const hidden = 1;", 0],
  ["const a = 1;", 2],
  ["const a = 1; ", 0],
  ["const b = 2;", 0]
])("replaceCell(page) is null for %j, number %i: no shown cell is that", (original, nth) => {
  expect(replaceCell(page, {original, nth}, "x")).toBe(null);
});

test("the line ends of a file stay as they are", () => {
  const windows = page.replaceAll("\n", "\r\n");
  const changed = replaceCell(windows, {original: "const b = 2;\nconst c = 3;", nth: 0}, "x\ny");
  expect(changed).toBe(windows.replace("const b = 2;\r\nconst c = 3;", "x\r\ny"));
});

test("cellAt(page, at) is the text of the shown cell at a place", () => {
  expect([0, 1, 2, 3].map((at) => cellAt(page, at))).toEqual([
    "const a = 1;",
    "const b = 2;\nconst c = 3;",
    "const a = 1;",
    null
  ]);
});

test("holdsFence(code) finds lines that would close or open a fence", () => {
  expect(["```", "a\n````js", "   ~~~"].map(holdsFence)).toEqual([true, true, true]);
  expect(["a ``` b", "    ```", "``"].map(holdsFence)).toEqual([false, false, false]);
});

test("fenced(code) is a cell of a page, whatever marks the code holds", () => {
  expect(fenced("a")).toBe("```ts echo\na\n```");
  expect(fenced("`````")).toBe("``````ts echo\n`````\n``````");
  expect(cellAt(fenced("const a = `\n```\n`;"), 0)).toBe("const a = `\n```\n`;");
});

test("withEdits(page) holds every edit in its place, equal cells apart, and the reader's own below", () => {
  const edits = [
    {original: "const a = 1;", nth: 0, code: "first", below: ["own 1", "own 2"]},
    {original: "const b = 2;\nconst c = 3;", nth: 0, code: null, below: ["own 3"]},
    {original: "const a = 1;", nth: 1, code: "second", below: []},
    {original: "gone", nth: 0, code: "lost", below: ["lost"]}
  ];
  expect(withEdits(page, edits)).toBe(
    page
      .replace(
        "```ts echo\nconst a = 1;\n```",
        "```ts echo\nfirst\n```\n\n```ts echo\nown 1\n```\n\n```ts echo\nown 2\n```"
      )
      .replace("const c = 3;\n~~~", "const c = 3;\n~~~\n\n```ts echo\nown 3\n```")
      .replace('```ts class="x" echo\nconst a = 1;', '```ts class="x" echo\nsecond')
  );
});

test("withEdits(page) puts the answer to an exercise below its mark", () => {
  const edits = [{original: "stub", nth: 0, exercise: "ema", code: "answer $& $1", below: []}];
  expect(withEdits("a\n\n<!-- exercise ema -->\n", edits)).toBe(
    "a\n\n<!-- exercise ema -->\n\n```ts run=false\nanswer $& $1\n```\n"
  );
});
