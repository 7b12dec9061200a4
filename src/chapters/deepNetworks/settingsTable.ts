import {create} from "d3-selection";

/** A quantity of a training: its name, what it is now, and who sets it. */
export interface Setting {
  readonly name: string;
  readonly value: string;
  readonly kind: "parameter" | "hyperparameter";
}

export interface SettingsTableWords {
  readonly caption: string;
  readonly columns: readonly [name: string, value: string, kind: string];
  readonly kinds: Readonly<Record<Setting["kind"], string>>;
}

export interface SettingsTable extends HTMLTableElement {
  update(settings: readonly Setting[]): void;
}

/** What a training sets and what the reader sets, each with its tag. */
export function settingsTable({caption, columns, kinds}: SettingsTableWords): SettingsTable {
  const table = create("table").attr("class", "settings");
  table.append("caption").text(caption);
  table
    .append("thead")
    .append("tr")
    .selectAll("th")
    .data(columns)
    .join("th")
    .attr("scope", "col")
    .text(String);
  const body = table.append("tbody");
  return Object.assign(table.node()!, {
    update(settings: readonly Setting[]) {
      const row = body
        .selectAll("tr")
        .data(settings)
        .join((enter) => {
          const row = enter.append("tr");
          row.append("th").attr("scope", "row");
          row.append("td").attr("class", "value");
          row.append("td").append("span").attr("class", "tag");
          return row;
        });
      row.select("th").text(({name}) => name);
      row.select(".value").text(({value}) => value);
      row
        .select(".tag")
        .attr("data-kind", ({kind}) => kind)
        .text(({kind}) => kinds[kind]);
    }
  });
}
