import {typescriptLanguage} from "@codemirror/lang-javascript";
import {highlightCode, tagHighlighter, tags} from "@lezer/highlight";

/** The classes by which the page colours the code that it shows. */
export const pageColors = tagHighlighter([
  {tag: [tags.keyword, tags.typeName, tags.self], class: "hljs-keyword"},
  {
    tag: [tags.function(tags.variableName), tags.function(tags.propertyName), tags.className],
    class: "hljs-title"
  },
  {tag: tags.propertyName, class: "hljs-attr"},
  {tag: [tags.string, tags.regexp], class: "hljs-string"},
  {tag: tags.number, class: "hljs-number"},
  {tag: [tags.bool, tags.null, tags.atom], class: "hljs-literal"},
  {tag: tags.comment, class: "hljs-comment"}
]);

/** A text of TypeScript in the page's colours. */
export function highlight(text: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  const put = (part: string, classes: string): void => {
    const span = document.createElement("span");
    span.className = classes;
    span.textContent = part;
    fragment.append(classes ? span : part);
  };
  highlightCode(text, typescriptLanguage.parser.parse(text), pageColors, put, () => fragment.append("\n"));
  return fragment;
}
