import type {BaseType} from "d3-selection";

/** What a selection of elements has for all of them. */
interface Each<Datum> {
  each(act: (this: BaseType, datum: Datum, index: number) => void): unknown;
}

/**
 * Writes a text into each element in which it does not stand already, since the same text written anew would cost the
 * browser a layout: `name.call(write, ({label}) => label)`.
 */
export function write<Datum>(selection: Each<Datum>, text: (datum: Datum, index: number) => string): void {
  selection.each(function (datum, index) {
    const element = this as Element; // the selections of a picture hold nothing else
    const next = text(datum, index);
    if (element.textContent !== next) element.textContent = next;
  });
}
