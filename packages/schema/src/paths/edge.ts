/** Edge from a list to its items at any position. */
export const ANY_POSITION: unique symbol = Symbol("any position");
/** Edge from a record to its values under any name. */
export const ANY_NAME: unique symbol = Symbol("any name");
/** Edge from a wrapper to its inner type, or from a union to its options: the place in the data stays the same. */
export const INSIDE: unique symbol = Symbol("inside");
/** Edge to a part without a place in the data: a record's keys, the type of unknown names, the output of a pipe. */
export const BESIDE: unique symbol = Symbol("beside");

/** A step from a type to one of its parts: a name, a position or one of the symbols above. */
export type Edge = string | typeof ANY_POSITION | typeof ANY_NAME | typeof INSIDE | typeof BESIDE;
