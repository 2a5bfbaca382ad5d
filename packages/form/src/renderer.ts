import { compile } from "./handlebars/compile.ts";
import { raw } from "./handlebars/escape.ts";
import { HandlebarsTemplate } from "./handlebars/handlebars-template.ts";
import { own } from "./handlebars/own.ts";
import { flat } from "./handlebars/layers.ts";
import { Run } from "./handlebars/run.ts";
import type { Drawing, Shared } from "./handlebars/setting.ts";
import type { Draw, Template } from "./template.ts";
import type { View } from "./view.ts";
import { programs } from "./templates/compiled.ts";

/** What the names of templates begin with that can't be replaced, so that those in their places may draw by them. */
const BUILT_IN = "builtin:";

/** How a form, or all forms of an application, are drawn. */
export interface Look {
  /** Templates by name, in place of the built-in ones or beside them. Partials are templates as well. */
  readonly templates?: Readonly<Record<string, Template>> | undefined;
  /** Classes that a theme adds, by the class of Turnform's beside which they stand. */
  readonly classes?: Readonly<Record<string, string>>;
}

/** What draws views. Its methods throw a `TypeError` where there is no template of a name, or one that is a function returns no string. */
export interface Renderer {
  readonly draw: Draw;
  /**
   * Draws a view little by little: nothing is drawn before it is asked for.
   *
   * @yields what comes next, some 16,000 characters at a time
   */
  chunks(view: View): Generator<string, void>;
}

/** How much is handed on at a time: strings that grow longer cost more than they are worth. */
const CHUNK = 16_384;

/**
 * Makes what draws views: the one seam between what a page holds and the engine that writes it.
 *
 * Templates are compiled when they are needed for the first time, and kept: make it once for a look.
 */
export function createRenderer({ templates = {}, classes = {} }: Look = {}): Renderer {
  const byName = new Map<string, Drawing>();
  const compiled = new WeakMap<HandlebarsTemplate, Drawing>();

  const shared: Shared = {
    isBuiltIn: Object.keys(templates).length === 0,
    find(name) {
      const known = byName.get(name);
      if (known) return known;
      const drawing = drawingOf(templateOf(name), name);
      byName.set(name, drawing);
      return drawing;
    },
    program(name) {
      const template = templateOf(name);
      const isPlain = template instanceof HandlebarsTemplate && template.helpers.size === 0;
      return isPlain ? template.program : undefined;
    },
    draw(run, view) {
      if (view === undefined || view === null) return;
      const name = String(own(view, "template"));
      const drawnBy = own(view, "drawnBy");
      const drawing = drawnBy === undefined ? shared.find(name) : drawingOf(drawnBy, name);
      drawing(run, view);
    },
    classes: (names) =>
      raw(names)
        .split(" ")
        .flatMap((name) => [name, raw(own(classes, name))])
        .filter(Boolean)
        .join(" "),
  };

  function templateOf(name: string): unknown {
    if (name.startsWith(BUILT_IN)) return builtIn(name.slice(BUILT_IN.length));
    return own(templates, name) ?? builtIn(name);
  }

  function drawingOf(template: unknown, name: string): Drawing {
    if (template === undefined) throw new TypeError(`There is no template "${name}"`);
    if (template instanceof HandlebarsTemplate) {
      const drawing = compiled.get(template) ?? compile(template, shared);
      compiled.set(template, drawing);
      return drawing;
    }
    if (isDrawFunction(template)) {
      return (run, given) => {
        const view: unknown = flat(given);
        const html = template(view, (inner) => {
          if (inner === view) throw new TypeError(`Template "${name}" draws the view that it is to draw`);
          return draw(inner);
        });
        if (typeof html !== "string") {
          throw new TypeError(`Template "${name}" returned ${typeof html}; a string of HTML is expected`);
        }
        run.out.write(html);
      };
    }
    throw new TypeError(`Template "${name}" is neither a function nor a template that handlebars() has read`);
  }

  function* chunks(view: View): Generator<string, void> {
    const run = new Run();
    shared.draw(run, view);
    do yield run.goOn(CHUNK);
    while (!run.isDone);
  }

  function draw(view: View): string {
    return [...chunks(view)].join("");
  }
  return { draw, chunks };
}

/** What draws a look, by its classes and then by its templates. */
const renderers = new WeakMap<object, WeakMap<object, Renderer>>();
const NO_TEMPLATES: NonNullable<Look["templates"]> = {};

/** Draws a look as {@link createRenderer} does; forms with the same templates and classes share what is compiled of them. */
export function rendererOf({
  templates = NO_TEMPLATES,
  classes,
}: Look & Required<Pick<Look, "classes">>): Renderer {
  const ofTheme = renderers.get(classes) ?? new WeakMap<object, Renderer>();
  const renderer = ofTheme.get(templates) ?? createRenderer({ templates, classes });
  renderers.set(classes, ofTheme.set(templates, renderer));
  return renderer;
}

function builtIn(name: string): HandlebarsTemplate | undefined {
  const program = programs.get(name);
  return program && new HandlebarsTemplate(program);
}

/** That a template is given the view its name goes with is held by types where it is set. */
function isDrawFunction(template: unknown): template is (view: unknown, draw: Draw) => unknown {
  return typeof template === "function";
}
