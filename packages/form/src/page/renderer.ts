import { escapeHtml } from "../templates/escape.ts";
import { type Constants, plainView, StagedView } from "../field/staged-view.ts";
import type { Draw, Template, TemplateLook, View } from "../field/template.ts";
import { builtInTemplates, inlinedTemplates } from "../templates/compiled.ts";
import type { Output, StageLook } from "../templates/stages.ts";

/** Prefix for built-in templates. It can't be replaced, so that replacements can draw with the originals. */
const BUILT_IN = "builtin:";

/** Length of a chunk in characters. Larger strings cost more than they save. */
const CHUNK = 16_384;

/** The look of a form, or of all forms of an application. */
export interface Look {
  /** Additional templates and replacements of built-in ones, by name. Partials are templates too. */
  readonly templates?: Readonly<Record<string, Template>> | undefined;
  /** A theme's additional classes, by Turnform's class. */
  readonly classes?: Readonly<Record<string, string>>;
}

/** Draws the page part of a view after its constants are staged. */
type DrawPage = (page: object) => Output;

/** A built-in template for any view. */
type AnyTemplate = (constants: object, look: StageLook) => DrawPage;

/**
 * Draws views with one look: a theme's classes and an application's templates.
 *
 * The constants of a field are staged at its first drawing, and cached. Make one renderer for each look. Its methods throw a
 * `TypeError` if a template doesn't exist or returns no string.
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
      (name) => Object.hasOwn(builtInTemplates, name) && !Object.hasOwn(inlinedTemplates, name),
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
    return this.#replacement(name) !== undefined || this.#builtIn(name) !== undefined;
  }

  /** Draws a view as one text. */
  readonly draw: Draw = (view) => this.#drawOutput(view);

  /**
   * Draws a view in chunks, on demand, so that a long form is never in memory as a whole.
   *
   * @yields about 16,000 characters of HTML at a time
   */
  *chunks(root: Output): Generator<string, void> {
    let html = "";
    /** Lists around the current part, innermost last. */
    const lists: Iterator<Output>[] = [[root][Symbol.iterator]()];
    for (let list = lists.at(-1); list; list = lists.at(-1)) {
      const next = list.next();
      let output = next.value;
      while (isView(output)) output = this.#drawView(output);
      if (next.done === true) lists.pop();
      else if (typeof output === "string") html += output;
      else if (output !== undefined) lists.push(output[Symbol.iterator]());
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
      // Makes V8 join the pieces of a full chunk now. Otherwise V8 keeps the pieces of the whole page, and a page of 1,000 people
      // took a fifth longer as one text.
      if (chunk.length >= CHUNK) Number(chunk);
      html += chunk;
    }
    return html;
  }

  #drawView(view: View): Output {
    const { template, drawnBy } = view;
    if (drawnBy) return this.#drawWith(template, drawnBy)(plainView(view));
    // A view made or changed by an application's template has its own constants.
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
    const replacement = this.#replacement(name);
    if (replacement !== undefined) {
      const draw = this.#drawWith(name, replacement);
      return (page) =>
        draw(page === constants ? page : plainView(new StagedView({ template: name, ...constants }, page)));
    }
    const template = this.#builtIn(name.startsWith(BUILT_IN) ? name.slice(BUILT_IN.length) : name);
    if (!template) throw new TypeError(`There is no template "${name}"`);
    return template(constants, this.#look);
  }

  /** Returns the application's template of a name, if it has one. */
  #replacement(name: string): Template | undefined {
    const isOwn = !name.startsWith(BUILT_IN) && Object.hasOwn(this.#templates, name);
    return isOwn ? this.#templates[name] : undefined;
  }

  #builtIn(name: string): AnyTemplate | undefined {
    const templates: Readonly<Record<string, unknown>> =
      this.#keepsPartials && Object.hasOwn(inlinedTemplates, name) ? inlinedTemplates : builtInTemplates;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- where views are made, types hold that each fits the template it names
    return Object.hasOwn(templates, name) ? (templates[name] as AnyTemplate) : undefined;
  }

  /** Draws with an application's template. It gets the view as one plain object. */
  #drawWith(name: string, given: Template): (view: object, call?: unknown) => string {
    const template: unknown = given;
    if (!isTemplate(template))
      throw new TypeError(
        `Template "${name}" must be a function, such as handlebars() returns; it is ${typeof given}`,
      );
    return (view, call) => {
      const draw: Draw = (inner) => {
        if (inner === view)
          throw new TypeError(
            `Template "${name}" calls draw() with its own view, which would never end. Draw an inner view`,
          );
        return this.#drawOutput(inner);
      };
      const html = template(view, draw, (this.#templateLook ??= this.#makeTemplateLook()), call);
      if (typeof html !== "string")
        throw new TypeError(`Template "${name}" returned ${typeof html}; a string of HTML is expected`);
      return html;
    };
  }

  #makeTemplateLook(): TemplateLook {
    const names = Object.keys(builtInTemplates);
    const all = [...names, ...Object.keys(this.#templates), ...names.map((name) => BUILT_IN + name)];
    const partial = (name: string) => {
      const replacement = this.#replacement(name);
      // Only Handlebars passes a second argument: what its `{{> name}}` brings, for a template that is Handlebars' too.
      return replacement === undefined
        ? (view: object) => this.#drawOutput(this.#stage(name, view)(view))
        : (view: object, call?: unknown) => this.#drawWith(name, replacement)(view, call);
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
