/** The controls of a post with their markers resolved: texts and files, nested in arrays and in objects without a prototype. */
export type Pstruct = string | File | readonly Pstruct[] | PstructMapping;

/** A mapping of a pstruct; made without a prototype, so that `__proto__` and `constructor` are names like any other. */
export interface PstructMapping {
  readonly [name: string]: Pstruct;
}
