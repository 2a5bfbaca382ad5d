import { escapeHtml } from "../templates/escape.ts";
import { type Constants, plainView, StagedView } from "../field/staged-view.ts";
import type { Draw, Template, TemplateLook, View } from "../field/template.ts";
import { composed, whole } from "../templates/compiled.ts";
import type { Output, StageLook } from "../templates/stages.ts";

/** Templates whose names begin with this can't be replaced, so that those in their places may draw by them. */
const BUILT_IN = "builtin:";

/** The size of a chunk in characters. Larger strings cost more than they save. */
const CHUNK = 16_384;

/** How a form, or all forms of an application, are drawn. */
export interface Look {
  /** Templates by name, in place of the built-in ones or beside them. Partials are templates as well. */
  readonly templates?: Readonly<Record<string, Template>> | undefined;
  /** Classes that a theme adds, by the class of Turnform's beside which they stand. */
  readonly classes?: Readonly<Record<string, string>>;
}

/** Draws the second part of a view whose first part is known. */
type DrawPage = (page: object) => Output;

/** A built-in template, whatever its view. */
type AnyTemplate = (constants: object, look: StageLook) => DrawPage;

/**
 * Draws views with one look: a theme's classes and an application's templates.
 *
 * The constants of a field are staged when it is drawn for the first time, and kept: make one renderer for a look.
 * Its methods throw a `TypeError` if there is no template of a name, or if a template returns no string.
 */
export class Renderer {
  readonly #templates: Readonly<Record<string, Template>>;
  readonly #classes: Readonly<Record<string, string>>;
  readonly #classLists = new Map<string, string>();
  readonly #staged = new WeakMap<Constants, DrawPage>();
  readonly #look: StageLook;
  /** True if no partial of a built-in template is replaced. */
  readonly #keepsPartials: boolean;
  #templateLook: TemplateLook | undefined;

  constructor({ templates = {}, classes = {} }: Look = {}) {
    this.#templates = templates;
    this.#classes = classes;
    this.#keepsPartials = !Object.keys(templates).some(
      (name) => Object.hasOwn(composed, name) && !Object.hasOwn(whole, name),
    );
    this.#look = {
      css: (names) => escapeHtml(this.#css(names)),
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the compiler asks for texts only of templates without views inside
      text: (name, constants) => this.#stage(name, constants) as (page: object) => string,
      parts: (name, constants) => this.#stage(name, constants),
    };
  }

  /** Returns true if there is a template of a name, the application's or a built-in one. */
  has(name: string): boolean {
    return this.#own(name) !== undefined || this.#builtIn(name) !== undefined;
  }

  /** Draws a view as one text. */
  readonly draw: Draw = (view) => this.#drawOutput(view);

  /**
   * Draws a view in chunks. Nothing is drawn before it is asked for, so that a long form is never in memory as a whole.
   *
   * @yields some 16,000 characters of HTML at a time
   */
  *chunks(root: Output): Generator<string, void> {
    let html = "";
    /** The lists around the current part, the innermost last. */
    const around: Iterator<Output>[] = [[root][Symbol.iterator]()];
    for (let list = around.at(-1); list; list = around.at(-1)) {
      const next = list.next();
      let output = next.value;
      while (isView(output)) output = this.#drawView(output);
      if (next.done === true) around.pop();
      else if (typeof output === "string") html += output;
      else if (output !== undefined) around.push(output[Symbol.iterator]());
      if (html.length >= CHUNK) {
        yield html;
        html = "";
      }
    }
    if (html !== "") yield html;
  }

  #drawOutput(output: Output): string {
    let html = "";
    for (const chunk of this.chunks(output)) {
      // Makes V8 join the pieces of a full chunk now. It would keep the pieces of the whole page otherwise: 1,000 people took a fifth
      // longer as one text.
      if (chunk.length >= CHUNK) Number(chunk);
      html += chunk;
    }
    return html;
  }

  #drawView(view: View): Output {
    const { template, drawnBy } = view;
    if (drawnBy) return this.#replaced(template, drawnBy)(plainView(view));
    // A view that an application's template made or changed shares its constants with no other.
    if (!(view instanceof StagedView)) {
      // The class of a field is the name of its template without the prefix.
      const isBuiltIn = template.startsWith(BUILT_IN);
      const named = isBuiltIn ? { ...view, template: template.slice(BUILT_IN.length) } : view;
      return this.#stage(template, named)(named);
    }
    const { constants, page } = view;
    let draw = this.#staged.get(constants);
    if (!draw) this.#staged.set(constants, (draw = this.#stage(template, constants)));
    return draw(page);
  }

  #stage(name: string, constants: object): DrawPage {
    const own = this.#own(name);
    if (own !== undefined) {
      const draw = this.#replaced(name, own);
      return (page) =>
        draw(page === constants ? page : plainView(new StagedView({ template: name, ...constants }, page)));
    }
    const template = this.#builtIn(name.startsWith(BUILT_IN) ? name.slice(BUILT_IN.length) : name);
    if (!template) throw new TypeError(`There is no template "${name}"`);
    return template(constants, this.#look);
  }

  /** Returns the application's template of a name, if it has one. */
  #own(name: string): Template | undefined {
    const isOwn = !name.startsWith(BUILT_IN) && Object.hasOwn(this.#templates, name);
    return isOwn ? this.#templates[name] : undefined;
  }

  #builtIn(name: string): AnyTemplate | undefined {
    const templates: Readonly<Record<string, unknown>> =
      this.#keepsPartials && Object.hasOwn(whole, name) ? whole : composed;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- where views are made, types hold that each fits the template it names
    return Object.hasOwn(templates, name) ? (templates[name] as AnyTemplate) : undefined;
  }

  /** Draws by an application's template, which gets the view as one plain object. */
  #replaced(name: string, given: Template): (view: object, call?: unknown) => string {
    const template: unknown = given;
    if (!isTemplate(template))
      throw new TypeError(
        `Template "${name}" must be a function, such as handlebars() returns; it is ${typeof given}`,
      );
    return (view, call) => {
      const draw: Draw = (inner) => {
        if (inner === view) throw new TypeError(`Template "${name}" draws the view that it is to draw`);
        return this.#drawOutput(inner);
      };
      const html = template(view, draw, (this.#templateLook ??= this.#makeTemplateLook()), call);
      if (typeof html !== "string")
        throw new TypeError(`Template "${name}" returned ${typeof html}; a string of HTML is expected`);
      return html;
    };
  }

  #makeTemplateLook(): TemplateLook {
    const names = Object.keys(composed);
    const all = [...names, ...Object.keys(this.#templates), ...names.map((name) => BUILT_IN + name)];
    const partial = (name: string) => {
      const own = this.#own(name);
      // Only Handlebars passes a second argument: what its `{{> name}}` brings, for a template that is Handlebars' too.
      return own === undefined
        ? (view: object) => this.#drawOutput(this.#stage(name, view)(view))
        : (view: object, call?: unknown) => this.#replaced(name, own)(view, call);
    };
    return {
      css: (given) => this.#css(given),
      partials: Object.fromEntries(all.map((name) => [name, partial(name)])),
    };
  }

  #css(names: string): string {
    const joined = this.#classLists.get(names);
    if (joined !== undefined) return joined;
    const all = names
      .split(" ")
      .flatMap((name) => [name, Object.hasOwn(this.#classes, name) ? this.#classes[name] : ""])
      .filter(Boolean)
      .join(" ");
    this.#classLists.set(names, all);
    return all;
  }
}

function isTemplate(
  template: unknown,
): template is (view: object, draw: Draw, look: TemplateLook, call: unknown) => unknown {
  return typeof template === "function";
}

function isView(output: Output): output is View {
  return typeof output === "object" && !(Symbol.iterator in output);
}
