/** A template as data, which can be kept as JSON: what it writes, in order. */
export type Program = readonly Step[];

/** One thing that a template does: it writes a text as it is, or something else. */
export type Step = string | Output | Block | Section | PartialCall;

/** Writes a value: `{{value}}`, or raw as `{{{value}}}`. */
export interface Output {
  readonly kind: "output";
  readonly value: Expression;
  readonly raw: boolean;
}

/** A block of a helper: `{{#each items as |item|}}…{{else}}…{{/each}}`. */
export interface Block extends BlockContents {
  readonly kind: "block";
  readonly call: Call;
}

/** A block of a value: `{{#value}}…{{else}}…{{/value}}`. */
export interface Section extends BlockContents {
  readonly kind: "section";
  readonly value: Expression;
}

/** What stands in a block. */
export interface BlockContents {
  readonly body: Program;
  readonly otherwise: Program;
  /** How many names the block gives to values in its body: `as |item index|` gives two. */
  readonly names: number;
}

/** Another template, drawn in this place: `{{> name context key=value}}`. */
export interface PartialCall {
  readonly kind: "partial";
  readonly name: Expression;
  readonly context: Expression;
  readonly hash: Hash;
}

/** Something that has a value. */
export type Expression = Literal | Path | Call;

/** A value that the template says, or that is known otherwise; none is undefined. */
export interface Literal {
  readonly kind: "literal";
  readonly value?: unknown;
}

/** Properties that are followed one after the other. */
export interface Path {
  /** From the context, from what stands behind an `@`, or from a value that a block has named. */
  readonly kind: "context" | "data" | "named";
  /** So many steps outwards (`../`); of a named value, which one it is of all that are named there. */
  readonly from: number;
  readonly parts: readonly string[];
}

/** What a helper makes of values: `(lookup labels name)`. */
export interface Call {
  readonly kind: "call";
  readonly helper: string;
  readonly values: readonly Expression[];
  readonly hash: Hash;
}

/** Values by keys: `key=value`. */
export type Hash = readonly (readonly [key: string, value: Expression])[];
