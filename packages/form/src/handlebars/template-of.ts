import { Html } from "../templates/html.ts";
import type { Draw, Template, TemplateLook, View } from "../field/template.ts";

/** Options of `handlebars()`. */
export interface HandlebarsOptions {
  /** Name of the template in errors. Default: `template`. */
  readonly name?: string;
  /** Helpers of the application, by name. */
  readonly helpers?: Readonly<Record<string, Helper>>;
}

/** A helper as Handlebars calls it: with the values in the template, then an object of options. */
// A method's type, because only methods may narrow the parameters from unknown.
type Helper = { helper(this: unknown, ...given: readonly unknown[]): unknown }["helper"];

/** A template that Handlebars has compiled. */
type Compiled = (view: object, options: { readonly helpers: object } & PartialCall) => string;

/** What `{{> name}}` passes to a partial: the partials in scope, also inline ones, and data such as `@partial-block`. */
interface PartialCall {
  readonly partials: object;
  readonly data?: unknown;
}

/** Connects a compiled Handlebars template with the helpers and partials of its look. */
export function templateOf(compiled: unknown, { helpers = {} }: HandlebarsOptions): Template<object> {
  const run = asCompiled(compiled);
  return (view: object, draw: Draw, look: TemplateLook, call?: unknown) =>
    run(view, {
      ...(isPartialCall(call) ? { partials: call.partials, data: call.data } : { partials: look.partials }),
      helpers: {
        ...helpers,
        css: (names: unknown) => (typeof names === "string" ? look.css(names) : ""),
        draw: (inner: View | null | undefined) => new Html(inner ? draw(inner) : ""),
      },
    });
}

function isPartialCall(call: unknown): call is PartialCall {
  return typeof call === "object" && call !== null && "partials" in call && typeof call.partials === "object";
}

function asCompiled(compiled: unknown): Compiled {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Handlebars' own types know no partials that are plain functions
  return compiled as Compiled;
}
