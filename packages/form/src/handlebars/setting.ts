import type { Helper } from "./helper.ts";
import type { Program } from "./program.ts";
import type { Run } from "./run.ts";
import type { Scope } from "./scope.ts";

/**
 * Begins to draw a template.
 *
 * @param context What names are looked up in
 * @param around Where a partial stands
 */
export type Drawing = (run: Run, context: unknown, around?: Scope) => void;

/** What all templates of a look share. */
export interface Shared {
  /** Whether all templates are the built-in ones. */
  readonly isBuiltIn: boolean;
  /** The template of a name. */
  find(name: string): Drawing;
  /** What the template of a name does, where that is known: it is no function and calls no helpers of the application's. */
  program(name: string): Program | undefined;
  /** Draws a view by its template; undefined and null draw nothing. */
  draw(run: Run, view: unknown): void;
  /** Names of classes, each followed by those that the theme adds to it. */
  classes(names: unknown): string;
}

/** What a template is compiled for. */
export interface Setting extends Shared {
  readonly helpers: ReadonlyMap<string, Helper>;
}
