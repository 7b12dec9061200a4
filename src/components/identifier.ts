let count = 0;

/** A new id for an element that another one has to name. */
export const identifier = (kind: string): string => `${kind}-${++count}`;
