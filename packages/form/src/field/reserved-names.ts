import { INCLUDED } from "@turnform/schema/left-out";

/** Name of the control that keeps an upload. The server puts the file, or nothing, in the place of the posted id. */
export const UPLOAD = "__upload__";

/** Name of the control that keeps a file saved earlier. The form puts the file of the current data in the place of its id. */
export const SAVED = "__saved__";

/** Name of the control with the reference of an item, for finding it in the current data. */
export const ITEM_REFERENCE = "__item__";

/** Prefix of the name of the control with the shown case of a union. The name of the tag follows. */
export const SHOWN_CASE = "__case__:";

/** Names of the form's own top-level controls. */
export const OWN_CONTROLS: readonly string[] = ["_charset_", "__formid__", "__once__", "__token__"];

/** Names with a meaning at any depth of a post. */
export const MARKERS: ReadonlySet<string> = new Set([
  "__start__",
  "__end__",
  "__edit__",
  "__paste__",
  INCLUDED,
  UPLOAD,
  SAVED,
  ITEM_REFERENCE,
]);
