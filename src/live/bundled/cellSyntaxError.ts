/** A cell that cannot be read, with the line at fault counted from 1. */
export class CellSyntaxError extends SyntaxError {
  constructor(
    message: string,
    readonly line: number
  ) {
    super(message);
  }

  /** Parsers write the place behind their message: `Unexpected token (2:14)`. */
  static of({message}: SyntaxError): CellSyntaxError {
    const [, text = message, line = "1"] = /^([\s\S]*?)\s*\((\d+):\d+\)$/.exec(message) ?? [];
    return new CellSyntaxError(text, Number(line));
  }
}
