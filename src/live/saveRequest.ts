/** Where the local preview takes cells to save. */
export const savePath = "/_live/save";

/** A cell to save into its page. */
export interface SaveRequest {
  /** The page's file, from the folder of the pages. */
  readonly file: string;
  /** The text that the page showed; `nth` counts from 0 among cells of the same text. */
  readonly original: string;
  readonly nth: number;
  /** The place among all cells that show their code, from 0. */
  readonly at: number;
  readonly code: string;
}
