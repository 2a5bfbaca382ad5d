/** From a list to its items, whatever their position. */
export const ANY_POSITION: unique symbol = Symbol("any position");
/** From a record to its values, whatever their name. */
export const ANY_NAME: unique symbol = Symbol("any name");
/** From a wrapper to what it wraps, from a union to its options: the same place in the data. */
export const INSIDE: unique symbol = Symbol("inside");
/** To a part that has no place in the data: a record's keys, the type of unknown names, the far side of a pipe. */
export const BESIDE: unique symbol = Symbol("beside");

/** How a part of a type hangs together with the whole: by its name or position, or in one of the ways above. */
export type Edge = string | typeof ANY_POSITION | typeof ANY_NAME | typeof INSIDE | typeof BESIDE;
