import type { Control } from "@turnform/schema";

/** Settings of a page with a form. */
export interface Settings {
  readonly theme: string;
  /** Name of a language of the form package, such as `german`. */
  readonly language: string;
  /** `ltr` or `rtl`. If empty, the form's language decides. */
  readonly direction: string;
  /** The page's `color-scheme`. */
  readonly colours: string;
  /** Shows the errors of the form's first data. */
  readonly withErrors: boolean;
  /** Loads no script of the form. Its buttons then work by posts. */
  readonly withoutScript: boolean;
}

/** Code for the frame to run, as a script. */
export interface Run {
  readonly script: string;
  readonly settings: Settings;
  /** Texts of the form before, if the same code runs with other settings. They fill the new form. */
  readonly texts?: readonly (readonly [name: string, value: string])[] | undefined;
}

/** A mistake in the code. `line` counts from 1; it is missing if no line is known. */
export interface Mistake {
  readonly kind: "mistake";
  readonly message: string;
  readonly line?: number | undefined;
}

/** A new form from the code, with the names of the files that it loads. */
export interface Drawn {
  readonly kind: "drawn";
  readonly html: string;
  readonly files: readonly string[];
}

/** The answer to a post. */
export interface Answer {
  readonly kind: "answer";
  /** The form after the post. */
  readonly html: string;
  /** True if the form has to be shown: it has errors, or an edited list. */
  readonly isShown: boolean;
  /** The typed value as text, if the post is valid. */
  readonly value?: string | undefined;
  readonly errors: readonly (readonly [path: string, message: string])[];
}

/** Messages of the worker. `starting` comes before the typed code runs. */
export type WorkerMessage = { readonly kind: "starting" } | Drawn | Answer | Mistake;

/** A post for the worker. */
export interface Post {
  readonly controls: readonly Control[];
}

/** An answer with its post. */
export interface Result extends Answer, Post {}

/** Messages of the frame. `ready` asks for the code. */
export type FrameMessage = { readonly kind: "ready" } | Result | Mistake;
