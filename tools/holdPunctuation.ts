import type MarkdownIt from "markdown-it";

type Token = ReturnType<MarkdownIt["parse"]>[number];

const punctuation = /^[,.;:!?)，。；：、！？）”]+/;

/** A longer formula must be free to break by itself where the line is narrow. */
const longest = 24;

/** Keeps the comma or full stop after a short formula on the formula's line. */
export function holdPunctuation(md: MarkdownIt): void {
  md.core.ruler.push("hold_punctuation", ({tokens, Token}) => {
    const html = (content: string): Token => Object.assign(new Token("html_inline", "", 0), {content});
    for (const token of tokens) token.children = token.children && held(token.children, html);
  });
}

function held(children: readonly Token[], html: (content: string) => Token): Token[] {
  return children.flatMap((child, i) => {
    const next = children[i + 1];
    const [mark] = (next?.type === "text" && punctuation.exec(next.content)) || [];
    if (child.type !== "math_inline" || child.content.length > longest || !mark) return child;
    next.content = next.content.slice(mark.length);
    return [html('<span class="held">'), child, html(`${mark}</span>`)];
  });
}
