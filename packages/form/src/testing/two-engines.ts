import Handlebars from "handlebars";
import { handlebars, type Helper } from "../handlebars/handlebars.ts";
import { createRenderer } from "../renderer.ts";

/** A template with what it is drawn with. */
export interface TemplateCase {
  readonly source: string;
  readonly context: unknown;
  readonly partials?: Readonly<Record<string, string>>;
  readonly helpers?: Readonly<Record<string, Helper>>;
}

// The template is a partial, so that its context may be anything.
const CALL = "{{> tested context}}";

/** Draws a template by our engine. */
export function drawOurs(given: TemplateCase): string {
  const [html = ""] = drawOften(given, 1);
  return html;
}

/** Draws a template by our engine so many times. */
export function drawOften(
  { source, context, partials = {}, helpers = {} }: TemplateCase,
  times: number,
): string[] {
  const read = (each: string) => handlebars(each, { helpers });
  const others = Object.entries(partials).map(([name, each]) => [name, read(each)]);
  const { draw } = createRenderer({
    templates: { ...Object.fromEntries(others), tested: read(source), call: read(CALL) },
  });
  return Array.from({ length: times }, () => draw(viewOf(context)));
}

// It would tell of each property that is out of reach.
Handlebars.logger.level = 4;

/** Draws a template by Handlebars itself. */
export function drawOfficially({ source, context, partials = {}, helpers = {} }: TemplateCase): string {
  const engine = Handlebars.create();
  engine.registerHelper({ ...helpers });
  const compile = (each: string) => engine.compile(each, { preventIndent: true });
  for (const [name, each] of Object.entries(partials)) engine.registerPartial(name, compile(each));
  engine.registerPartial("tested", compile(source));
  return compile(CALL)(viewOf(context));
}

function viewOf(context: unknown): { template: string; context: unknown } {
  return { template: "call", context };
}
