import {createMarkdownIt} from "@observablehq/framework/dist/markdown.js";
import type MarkdownIt from "markdown-it";
import {describe, expect, test} from "vitest";
import {courseMarkdown, type Heading} from "../../tools/markdown.js";

function render(source: string, path: string): {html: string; headings: Heading[]} {
  let headings: Heading[] = [];
  const markdownIt = (md: MarkdownIt): MarkdownIt =>
    courseMarkdown(md, (_, found) => {
      headings = found;
    });
  return {html: createMarkdownIt({markdownIt}).render(source, {path, code: []}), headings};
}

const page = "::: en\n# One\n## Two *of* them\n:::\n::: zh\n# 一\n## 二\n:::\n";

describe("courseMarkdown(md)", () => {
  test("gives headings the ids of the English words in both languages", () => {
    const ids = (path: string) => render(page, path).headings.map(({id}) => id);
    expect(ids("/en/index")).toEqual(["one", "two-of-them"]);
    expect(ids("/zh/index")).toEqual(["one", "two-of-them"]);
    expect(render(page, "/zh/index").headings.map(({text, level}) => [text, level])).toEqual([
      ["一", 1],
      ["二", 2]
    ]);
  });

  test("tells headings of the same name apart", () => {
    expect(render("# A\n## A\n## A\n", "/en/x").headings.map(({id}) => id)).toEqual(["a", "a-1", "a-2"]);
  });

  test("renders a formula as HTML and MathML", () => {
    const {html} = render("$\\beta^2$\n", "/en/x");
    expect(html).toContain('class="katex"');
    expect(html).toContain("<mi>β</mi>");
  });

  test.each([
    ["a share $\\beta^t$, whatever", "</span>,</span> whatever"],
    ["等于 $c$。少了", "</span>。</span>少了"]
  ])("keeps the punctuation after the formula of %j on its line", (source, end) => {
    const {html} = render(`${source}\n`, "/en/x");
    expect(html).toContain('<span class="held"><span class="katex">');
    expect(html).toContain(end);
  });

  test("lets a long formula break, and leaves words after a formula alone", () => {
    expect(render("$a + b + c + d + e + f + g + h$, so\n", "/en/x").html).not.toContain("held");
    expect(render("$c$ is\n", "/en/x").html).not.toContain("held");
  });

  test("refuses a formula that TeX does not understand", () => {
    expect(() => render("$\\frac{1$\n", "/en/x")).toThrow(/KaTeX parse error/);
  });

  test("refuses a heading without a twin in the other language", () => {
    const lonely = "::: en\n# One\n## Two\n:::\n::: zh\n# 一\n:::\n";
    expect(() => render(lonely, "/en/x")).toThrow(
      'src/[lang]/x.md:3: heading "Two" has no twin in the other language'
    );
  });
});
