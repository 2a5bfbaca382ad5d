/** Name of the control that keeps an upload. A server puts the file in the place of its id, or nothing. */
export const KEPT = "__upload__";
