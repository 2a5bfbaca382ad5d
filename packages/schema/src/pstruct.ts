/** A form post with its markers resolved: texts and files, nested in arrays and in objects without a prototype. */
export type Pstruct = string | File | readonly Pstruct[] | PstructMapping;

/** A mapping of a pstruct. It has no prototype, so `__proto__` and `constructor` are ordinary names. */
export interface PstructMapping {
  readonly [name: string]: Pstruct;
}
