// @vitest-environment jsdom
import {beforeEach, describe, expect, test} from "vitest";
import {tanh} from "../../../lib/index.js";
import {checkTable} from "../../../src/chapters/deepNetworks/checkTable.js";
import {ledgerOf} from "../../../src/chapters/deepNetworks/ledger.js";
import {ledgerTable} from "../../../src/chapters/deepNetworks/ledgerTable.js";
import {inside, operationPanel} from "../../../src/chapters/deepNetworks/operationPanel.js";
import {type Bug, operationsOf} from "../../../src/chapters/deepNetworks/operations.js";
import {programListing} from "../../../src/chapters/deepNetworks/programListing.js";
import {settingsOf} from "../../../src/chapters/deepNetworks/settingsOf.js";
import {settingsTable} from "../../../src/chapters/deepNetworks/settingsTable.js";
import {shapeTable} from "../../../src/chapters/deepNetworks/shapeTable.js";
import {deepNetworksWords} from "../../../src/chapters/deepNetworks/words.js";
import {drawn} from "../../../src/chapters/deepNetworks/rivals.js";
import {courseExample, pageCode} from "./pageCode.js";

const words = deepNetworksWords.en;
const operations = operationsOf(4);
const named = (result: string) => operations.find((operation) => operation.result === result)!;
const texts = (root: Element, selector: string) =>
  [...root.querySelectorAll(selector)].map((element) => element.textContent);

beforeEach(() => history.replaceState(null, "", "/"));

describe("operationPanel(options)", () => {
  const example = courseExample(8);
  function shown(
    result: string,
    {bug = "none", at = {row: 0, column: 0}}: {bug?: Bug; at?: {row: number; column: number}} = {}
  ) {
    const panel = operationPanel({
      words: {...words.panel, objection: words.objection},
      width: 736,
      language: "en"
    });
    const ledger = ledgerOf(example, pageCode, bug);
    panel.update({
      ledger,
      network: example.network,
      operation: named(result),
      bug,
      single: false,
      at,
      marks: {dZ2: {row: 1}, A1: {row: 2}}
    });
    return panel;
  }

  test("shows the result and its operands as the formula has them", () => {
    expect(texts(shown("Z2"), ".term p")).toEqual(["Z(2)5×8", "W(2)5×5", "A(1)5×8", "b(2)5×1"]);
    expect(texts(shown("dW2"), ".term p")).toEqual(["dW(2)5×5", "dZ(2)5×8", "A(1)ᵀ8×5"]);
    expect(texts(shown("dZ2"), ".term p")).toEqual(["dZ(2)5×8", "dA(2)5×8", "g′(Z(2))5×8"]);
    expect(texts(shown("dW2"), ".sign")).toEqual(["=", "1/m", "·"]);
  });

  test("frames what goes into the entry, turned where the operand is transposed", () => {
    const [, dZ, A] = shown("dW2").querySelectorAll<SVGRectElement>(".mark");
    const size = (frame: SVGRectElement) =>
      ["width", "height"].map((name) => Number(frame.getAttribute(name)));
    expect(size(dZ)[0]).toBeGreaterThan(size(dZ)[1]);
    expect(size(A)[1]).toBeGreaterThan(size(A)[0]);
  });

  test("says where the pass got stuck, and shows the shape that was wanted", () => {
    const panel = shown("dW4", {bug: "transpose"});
    expect(panel.querySelector(".stuck")!.textContent).toBe("This stops here: cannot multiply 1×8 by 3×8.");
    expect(texts(panel, ".term p")[0]).toBe("dW(4)1×3");
  });

  test("the reader's choice of an entry is told and kept in the address", () => {
    const panel = shown("dW2");
    const heard: unknown[] = [];
    panel.addEventListener("input", () => heard.push(panel.value));
    const cursor = panel.querySelector(".cursor")!;
    cursor.dispatchEvent(new KeyboardEvent("keydown", {key: "ArrowDown", bubbles: true, cancelable: true}));
    expect(heard).toEqual([{row: 1, column: 0}]);
    expect(location.search).toBe("?cell=2.1");
  });

  test("takes an entry from the address, and names what it cannot take", () => {
    history.replaceState(null, "", "/?cell=3.2");
    expect(shown("dW2").value).toEqual({row: 2, column: 1});
    history.replaceState(null, "", "/?cell=17.1");
    const panel = shown("dW2");
    expect(panel.value).toEqual({row: 0, column: 0});
    expect(panel.querySelector(".message")!.textContent).toContain(words.panel.cellRule);
  });

  test("inside(at, matrix) is the nearest entry that there is", () => {
    expect(inside({row: 4, column: 9}, {rows: 3, columns: 5})).toEqual({row: 2, column: 4});
  });
});

describe("ledgerTable(options)", () => {
  const example = courseExample(8);
  function shown(step: number) {
    const table = ledgerTable({
      words: words.ledger,
      layers: 4,
      operations,
      width: 736,
      left: 60,
      language: "en"
    });
    table.show(ledgerOf(example, pageCode), {single: false});
    table.at(step, {});
    return table;
  }
  const marked = (table: Element, selector: string) => texts(table, `button${selector} small`);

  test("has a button for every matrix, with its shape", () => {
    const buttons = texts(shown(0), "button small");
    expect(buttons).toHaveLength(1 + 4 * 8);
    expect(buttons).toEqual(expect.arrayContaining(["X 3×8", "W⁽²⁾ 5×5", "dA⁽¹⁾ 5×8", "db⁽⁴⁾ 1×1"]));
  });

  test("shows what a step takes and makes, and what is not known yet", () => {
    const table = shown(operations.indexOf(named("Z2")));
    expect(marked(table, "[aria-current]")).toEqual(["Z⁽²⁾ 5×8"]);
    expect(marked(table, ".operand")).toEqual(["W⁽²⁾ 5×5", "b⁽²⁾ 5×1", "A⁽¹⁾ 5×8"]);
    expect(marked(table, ".unknown")).not.toContain("A⁽¹⁾ 5×8");
    expect(marked(table, ".unknown")).toContain("A⁽²⁾ 5×8");
    expect(marked(shown(25), ".unknown")).toEqual([]);
  });

  test("leads to the step that makes a matrix", () => {
    const table = shown(0);
    const heard: number[] = [];
    table.addEventListener("input", () => heard.push(table.value));
    for (const label of ["dW⁽²⁾, 5×5: show how it is made", "W⁽¹⁾, 5×3: show how it is made"])
      table.querySelector<HTMLButtonElement>(`[aria-label="${label}"]`)!.click();
    expect(heard).toEqual([operations.indexOf(named("dW2")), 0]);
  });
});

test("checkTable(layers, words) says of each derivative whether it passes, with its error or what is wrong", () => {
  const table = checkTable(1, {...words.check, objection: words.objection});
  table.update([
    {key: "W1", error: 3.21e-11, problem: null},
    {key: "b1", error: null, problem: "1×8 ≠ 5×1"}
  ]);
  expect(texts(table, "tbody td")).toEqual(["✓ 3.2 × 10⁻¹¹", "✗ 1×8 ≠ 5×1"]);
  expect([...table.querySelectorAll("b")].map((mark) => mark.getAttribute("aria-label"))).toEqual([
    "passes",
    "fails"
  ]);
  table.update([
    {key: "W1", error: 7 / 9, problem: null},
    {key: "b1", error: 7 / 9, problem: null}
  ]);
  expect(texts(table, "tbody td")).toEqual(["✗ 0.7778", "✗ 0.7778"]);
});

test("programListing(table) marks the row of an operation and its layer", () => {
  const root = document.createElement("div");
  root.innerHTML = `<table><tbody>${["Z", "A", "dAL", "dA"].map((kind) => `<tr><td><span data-operation="${kind}"></span></td></tr>`).join("")}</tbody></table>`;
  const follow = programListing(root);
  const here = () =>
    [...root.querySelectorAll("tr.here [data-operation]")].map((name) => [
      name.getAttribute("data-operation"),
      name.getAttribute("data-layer")
    ]);
  const at = (result: string) => {
    follow({operation: named(result), layers: 4, single: result === "A2"});
    return here();
  };
  expect(at("Z3")).toEqual([["Z", "l = 3"]]);
  expect(root.querySelector("table")!.className).toBe("several");
  expect(at("A2")).toEqual([["A", "l = 2"]]);
  expect(root.querySelector("table")!.className).toBe("single");
  expect(at("dA4")).toEqual([["dAL", "l = 4"]]);
  expect(at("dA3")).toEqual([["dA", "l = 3"]]);
  expect(at("A0")).toEqual([]);
});

// views: 72 parameters for three inputs
test.each([
  [2, 67],
  [3, 72],
  [5, 82]
])("shapeTable(sizes, m) of %d inputs adds up to %d parameters", (features, total) => {
  const table = shapeTable([features, 5, 5, 3, 1], 8, words.shapes);
  expect(texts(table, "tfoot td")).toEqual([String(total)]);
  expect(texts(table, "tbody tr:nth-child(2) td")).toEqual([
    "1",
    "5",
    `5×${features}`,
    "5×1",
    "5×8",
    String(5 * (features + 1))
  ]);
});

test("settingsTable(words) tags what training sets and what the reader sets", () => {
  const table = settingsTable(words.settings);
  const network = drawn([2, 6, 6, 6, 1], tanh, 1);
  table.update(
    settingsOf(network, {learningRate: 0.01, epochs: 1500, draw: 1, activation: "tanh"}, words.settings)
  );
  const kinds = [...table.querySelectorAll(".tag")].map((tag) => tag.getAttribute("data-kind"));
  expect(kinds).toEqual(["parameter", "parameter", ...Array(6).fill("hyperparameter")]);
  expect(texts(table, "tbody th").slice(0, 2)).toEqual([
    "weights W⁽¹⁾ … W⁽⁴⁾, 90 numbers",
    "biases b⁽¹⁾ … b⁽⁴⁾, 19 numbers"
  ]);
  expect(network.parameters).toHaveLength(90 + 19);
});
