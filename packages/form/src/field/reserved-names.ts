/** The name of the control that keeps an upload. A server puts the file in the place of its id, or nothing. */
export const UPLOAD = "__upload__";

/** The name of the control that says which item of the current data an item of a list was. */
export const ITEM_REFERENCE = "__item__";

/** The beginning of the name of the control that says which case of a union was shown; a tag's name follows. */
export const SHOWN_CASE = "__case__:";

/** Names of the controls that belong to the form itself, at its top. */
export const OWN_CONTROLS: readonly string[] = ["_charset_", "__formid__", "__once__", "__token__"];

/** Names that mean something in a post itself, at any depth. */
export const MARKERS: ReadonlySet<string> = new Set([
  "__start__",
  "__end__",
  "__edit__",
  UPLOAD,
  ITEM_REFERENCE,
]);
