import {create} from "d3-selection";

/** A statement, whether it holds now, and with which number. */
export interface Condition {
  readonly statement: string;
  readonly holds: boolean;
  readonly detail: string;
}

/** A list of conditions, each lit where it holds; `words` says so to readers who do not see it. */
export function conditions(words: {readonly label: string; readonly holds: string; readonly fails: string}) {
  const list = create("ul").attr("class", "conditions").attr("aria-label", words.label);
  return Object.assign(list.node() as HTMLUListElement, {
    update(states: readonly Condition[]) {
      const item = list
        .selectAll("li")
        .data(states)
        .join((enter) => {
          const item = enter.append("li");
          item.append("b");
          item.append("span");
          return item;
        });
      item.classed("lit", ({holds}) => holds);
      item.select("b").text(({statement, holds}) => `${statement}: ${holds ? words.holds : words.fails}`);
      item.select("span").text(({detail}) => detail);
    }
  });
}
