import type {ColumnTable} from "arquero";

export interface FormulaWords {
  readonly refused: (text: string, reason: string) => string;
  readonly notNumbers: string;
}

/**
 * A gate for formulas of a table: it lets pass what gives a finite number in every row. Otherwise it says why not
 * and gives the last formula that passed.
 */
export function acceptedFormula(
  table: ColumnTable,
  usual: string,
  {words, refuse}: {words: FormulaWords; refuse: (reason: string | null) => void}
): (formula: string) => string {
  let accepted = usual;
  return (formula) => {
    const reason = fault(table, formula, words);
    refuse(reason === null ? null : words.refused(formula, reason));
    if (reason === null) accepted = formula;
    return accepted;
  };
}

function fault(table: ColumnTable, formula: string, {notNumbers}: FormulaWords): string | null {
  try {
    const values = Array.from(table.derive({value: formula}).array("value") as ArrayLike<unknown>);
    return values.every((value) => Number.isFinite(value)) ? null : notNumbers;
  } catch (error) {
    return (error as Error).message; // arquero throws nothing else
  }
}
