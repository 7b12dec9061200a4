// @vitest-environment jsdom
import {beforeEach, describe, expect, test} from "vitest";
import {openGraph} from "../../src/live/graph.js";

type Fake = Record<string, unknown>;
type Cell = {readonly inputs?: readonly string[]; readonly body: (...inputs: never[]) => unknown};

let roots: (Comment & {_nodes?: Node[]})[];
beforeEach(() => {
  roots = [0, 1, 2].map((i) => Object.assign(document.createComment(`:1234567${i}:`), {_nodes: []}));
  document.body.replaceChildren(...roots);
});

/** All of the runtime that is looked for, with some parts taken away or spoiled. */
function variable(spoiled: Fake = {}, runtime: Fake = {}, module: Fake = {}): Fake {
  return {
    _module: {
      _runtime: {_variables: new Set(), _compute: async () => {}, ...runtime},
      _scope: new Map(),
      ...module
    },
    _observer: {_node: document.body},
    _inputs: [],
    _outputs: new Set(),
    _definition() {},
    _shadow: new Map(),
    _type: 1,
    _name: null,
    delete() {},
    ...spoiled
  };
}

/** Framework's `define`, where a cell that asks for a variable is given this one; with null none is given any. */
const runtimeWith = (given: Fake | null) => (cell: Cell) => {
  if (!cell.inputs?.includes("@variable")) cell.body();
  else if (given) (cell.body as (variable: Fake) => void)(given);
};
const opened = (given: Fake | null) => openGraph({define: runtimeWith(given), explain: String});

test("openGraph() finds all that it needs in a sound runtime", async () => {
  expect((await opened(variable())).names()).toEqual([]);
});

describe("openGraph() names what is missing from another runtime", () => {
  test.each([
    ["@variable", () => null],
    ["_module", () => variable({_module: undefined})],
    ["_scope", () => variable({}, {}, {_scope: {}})],
    ["_variables", () => variable({}, {_variables: []})],
    ["_compute", () => variable({}, {_compute: undefined})],
    ["_observer._node", () => variable({_observer: {}})],
    ["_inputs", () => variable({_inputs: undefined})],
    ["_outputs", () => variable({_outputs: []})],
    ["_definition", () => variable({_definition: undefined})],
    ["_shadow", () => variable({_shadow: null})],
    ["_type", () => variable({_type: undefined})],
    ["_name", () => variable({_name: undefined})],
    ["delete", () => variable({delete: undefined})]
  ])("%s", async (name, spoiled) => {
    await expect(opened(spoiled())).rejects.toThrow(`${name} is missing`);
  });

  test("_nodes", async () => {
    roots[0]._nodes = undefined;
    await expect(opened(variable())).rejects.toThrow("_nodes is missing");
  });

  test("the places for cells", async () => {
    document.body.replaceChildren();
    await expect(opened(variable())).rejects.toThrow("no root was planted");
  });
});

test("openGraph() takes away what Framework says of a variable that it cannot give", async () => {
  const said = document.createElement("div");
  document.body.prepend(said);
  roots[0]._nodes = [said];
  await expect(opened(null)).rejects.toThrow();
  expect(said.isConnected).toBe(false);
});

test("openGraph() has the cells of the page tell their errors in other words", async () => {
  const heard: unknown[] = [];
  const observer = {_node: document.createElement("div"), rejected: (error: unknown) => heard.push(error)};
  const ofPage = {_observer: observer};
  await opened(variable({}, {_variables: new Set([ofPage])}));
  const cause = new TypeError("opaque");
  observer.rejected(cause);
  expect(String(heard[0])).toBe("TypeError: opaque"); // the error in the words of `explain`, without a name of its own
  expect(heard[0]).not.toBe(cause);
  expect(heard[0]).toMatchObject({name: "", cause});
});
