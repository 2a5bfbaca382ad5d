import type { Helper } from "./helper.ts";
import type { Program } from "./program.ts";

/** A Handlebars template that has been read, with the helpers it may call. Immutable. */
export class HandlebarsTemplate {
  readonly program: Program;
  readonly helpers: ReadonlyMap<string, Helper>;

  constructor(program: Program, helpers: Readonly<Record<string, Helper>> = {}) {
    this.program = program;
    this.helpers = new Map(Object.entries(helpers));
    Object.freeze(this);
  }
}
