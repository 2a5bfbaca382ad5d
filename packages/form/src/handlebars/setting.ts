import type { Data, Helper } from "./helper.ts";
import type { Writer } from "./writer.ts";

/** Draws a template: with a context, and where it is a partial, with the data around. */
export type Drawing = (out: Writer, context: unknown, data?: Data) => void;

/** What all templates of a look share. */
export interface Shared {
  /** The template of a name. */
  find(name: string): Drawing;
  /** Draws a view by its template; undefined and null draw nothing. */
  draw(out: Writer, view: unknown): void;
  /** Names of classes, each followed by those that the theme adds to it. */
  classes(names: unknown): string;
}

/** What a template is compiled for. */
export interface Setting extends Shared {
  readonly helpers: ReadonlyMap<string, Helper>;
}
