import { type Invalid, type Issue, invalidFrom, splitPath } from "@turnform/schema";
import type { Conditions, FieldStates } from "@turnform/schema/conditions";
import { missingPath } from "@turnform/schema/misspelt";
import { plainView, StagedView } from "../field/staged-view.ts";
import type {
  FieldConstants,
  FormConstants,
  FormPage,
  FormView,
  ItemPage,
  MappingPage,
  SequencePage,
} from "../field/view.ts";
import type { View } from "../field/template.ts";
import type { Field } from "../field/field.ts";
import {
  contentOf,
  type FilledField,
  filledField,
  filledFields,
  type Piece,
  pieceOf,
  placeInside,
} from "./filled-field.ts";
import { filesIn } from "../field/files-in.ts";
import { Html } from "../templates/html.ts";
import { defineLazy } from "@turnform/schema/lazy";
import { partOf } from "../field/cstruct.ts";
import type { Offers } from "../field/offers.ts";
import type { ErrorsAt, GivenPath } from "../field/paths.ts";
import { type Pasted, Place } from "../field/place.ts";
import type { Renderer } from "./renderer.ts";
import { drained, type OutputStream } from "./output-stream.ts";
import type { Resource } from "./resources.ts";
import { summaryOf } from "./summary.ts";

/** Shared settings of a form's pages. */
export interface PageSettings {
  readonly formId: string;
  /** Prefix of the ids of the fields. */
  readonly idPrefix: string;
  readonly action: string;
  /** True if the browser asks before a person leaves a page with unsent changes. */
  readonly warnUnsaved: boolean;
  /** Id of the element to focus on a fresh page. */
  readonly autofocus: string | undefined;
  readonly root: Field;
  readonly conditions: Conditions | undefined;
  /** Makes the choices of a page that depend on other fields. Undefined if there are none. */
  readonly makeOffers: (() => Offers) | undefined;
  readonly resources: readonly Resource[];
  readonly renderer: Renderer;
  /** Constants of editable and of read-only pages. */
  readonly constants: Readonly<Record<"filled" | "shown", FormConstants>>;
}

/** Content of one page of a form. */
export interface PageState {
  /** HTTP status for the page: 200 fresh or edited, 422 with errors, 400 for an unreadable post. */
  readonly status: number;
  readonly cstruct: unknown;
  readonly error?: Invalid | undefined;
  /** Id of the element to focus. Default: the error summary, if there is one. */
  readonly focus?: string | undefined;
  /** Hidden controls of the form itself. */
  readonly hidden?: Readonly<Record<string, string>> | undefined;
  /** True if the page only shows values. Default: false. */
  readonly readonly?: boolean | undefined;
  /** Message on top, such as "Saved". */
  readonly notice?: string | undefined;
  /** True if the page shows unsaved typed values. Default: false. */
  readonly unsaved?: boolean | undefined;
  /** Texts in the areas for adding items, by the list's id. */
  readonly pasted?: ReadonlyMap<string, Pasted> | undefined;
  /** The choices that depend on other fields. Default: made while the page is drawn. */
  readonly offers?: Offers | undefined;
  /** True if the page shows posted values, which a stranger may have made up. Default: false. */
  readonly isPosted?: boolean | undefined;
}

/** A form with values, errors and focus. It is immutable; `String(page)` is its HTML. `S` is the schema, for paths. */
export class FilledForm<S = unknown> {
  readonly status: number;
  readonly formId: string;
  /** Errors of the shown values, if any. */
  readonly error: Invalid | undefined;
  // The pieces of a form are own properties, because some template engines read only those.
  /** Opening tag, with the controls and texts of every form. */
  declare readonly start: Html;
  /** Message on top of the form; empty if there is none. */
  declare readonly notice: Piece;
  /** Errors, each with a link to its field; empty if there are none. */
  declare readonly summary: Piece;
  /** Explanation of the mark of required fields; empty if no field is required. */
  declare readonly note: Piece;
  /** Top-level fields by name, for placing in your own markup. Fields are only posted if you draw them. */
  declare readonly fields: Readonly<Record<string, FilledField>>;
  /** The fields and blocks of the form's arrangement, in order. */
  declare readonly content: readonly Html[];
  declare readonly buttons: Piece;
  declare readonly end: Html;
  readonly #settings: PageSettings;
  readonly #state: PageState;
  #html: string | undefined;
  #staged: StagedView | undefined;
  #states: FieldStates | undefined;
  #offers: Offers | undefined;

  constructor(settings: PageSettings, state: PageState) {
    this.status = state.status;
    this.formId = settings.formId;
    this.error = state.error;
    this.#settings = settings;
    this.#state = state;
    const draw = (template: string): string => settings.renderer.draw({ ...this.view(), template });
    const piece = (template: string): Piece => pieceOf(draw(template));
    defineLazy<
      Pick<FilledForm, "start" | "notice" | "summary" | "note" | "fields" | "content" | "buttons" | "end">
    >(this, {
      start: () => new Html(draw("form-start")),
      notice: () => piece("form-notice"),
      summary: () => piece("form-summary"),
      note: () => piece("form-note"),
      fields: () => filledFields(this.#place, settings.renderer.draw),
      content: () => contentOf(this.#place, settings.renderer.draw),
      buttons: () => piece("form-buttons"),
      end: () => new Html(draw("form-end")),
    });
  }

  /** Returns the HTML of the form. */
  toString(): string {
    return (this.#html ??= this.#settings.renderer.draw(this.#view()));
  }

  /** Returns the HTML. Handlebars doesn't escape `{{form}}` because of this method's name. */
  toHTML(): string {
    return this.toString();
  }

  /**
   * Returns the HTML in chunks of about 16,000 characters. Each is drawn on demand, so that a long form is never in memory as a
   * whole. For `fetch`-like servers, `ReadableStream.from(page.chunks())` is a body.
   */
  chunks(): Iterable<string> {
    return { [Symbol.iterator]: () => this.#settings.renderer.chunks(this.#view()) };
  }

  /**
   * Writes the HTML to a Node.js stream, such as a response, at the stream's speed. It leaves the stream open.
   *
   * @throws the stream's error, or an `Error` if the stream is closed too early, for example because the browser left
   */
  async renderTo(stream: OutputStream): Promise<void> {
    for (const html of this.chunks()) if (!stream.write(html)) await drained(stream);
  }

  /**
   * Returns the page with errors added by hand, such as "Taken" from a database.
   *
   * @param errors Messages by path as `joinPath` writes it; `""` is the form itself
   * @param status HTTP status for the page. Default: 422, or the status of the page's errors
   * @throws TypeError if the schema has nothing at a path. An error of an item that is not on the page is in the summary only
   */
  withErrors(errors: ErrorsAt<S>, status: number = this.error ? this.status : 422): FilledForm<S> {
    const given: Readonly<Record<string, string | readonly string[]>> = errors;
    const added = Object.entries(given).flatMap(([path, messages]) =>
      [messages]
        .flat()
        .map((message): Issue => ({ code: "custom", values: {}, path: this.#parsePath(path), message })),
    );
    if (added.length === 0) return this;
    const issues = [...(this.error?.flatten() ?? []), ...added];
    const error = invalidFrom(issues, this.#settings.root.node, this.error?.omitted);
    return new FilledForm(this.#settings, { ...this.#state, status, error, focus: undefined });
  }

  /** Returns the page with a focused message on top, such as "Saved". Screen readers announce it. */
  withNotice(notice: string): FilledForm<S> {
    return new FilledForm(this.#settings, { ...this.#state, notice });
  }

  /**
   * Returns the page with hidden controls of the form itself. Validation ignores them. For equal names the last one counts.
   *
   * @param controls Values by name, for `__once__` and `__token__`
   */
  withHidden(controls: Readonly<Partial<Record<"__once__" | "__token__", string>>>): FilledForm<S> {
    return new FilledForm(this.#settings, { ...this.#state, hidden: { ...this.#state.hidden, ...controls } });
  }

  /** Returns the page once its promised choices are known. `renderAsync` and `validateAsync` of a form return such pages. */
  async prepared(): Promise<FilledForm<S>> {
    const { offers } = this.#state;
    if (!offers) return this;
    for (;;) {
      const page = new FilledForm<S>(this.#settings, this.#state);
      // The page is drawn to see which choices it needs.
      for (const _ of page.chunks());
      if (!(await offers.settle())) return page;
    }
  }

  /** Returns the uploaded files on the page, in order. It leaves out files posted under unknown names. */
  files(): readonly File[] {
    return [...filesIn(this.#settings.root, this.#state.cstruct)];
  }

  /** Returns the stylesheets and scripts of the form. */
  resources(): readonly Resource[] {
    return this.#settings.resources;
  }

  /**
   * Returns a field, for placing in your own markup. Put a field of a mapping or list between its `start` and `end`.
   *
   * @param path Path as `joinPath` writes it, such as `address.street`. For a computed one, see `path()`
   * @throws TypeError if there is no field at the path
   */
  field(path: GivenPath<S>): FilledField {
    const place = this.#parsePath(path).reduce<Place | undefined>(
      (outer, key) => outer && placeInside(outer, key),
      this.#place,
    );
    if (!place)
      throw new TypeError(
        `The page of form "${this.formId}" has no field at "${path}": its data has another union case, or no entry with this key`,
      );
    return filledField(place, this.#settings.renderer.draw);
  }

  get #place(): Place {
    const { root, idPrefix, autofocus, makeOffers } = this.#settings;
    const { cstruct, error, focus, notice, readonly = false, isPosted = false, pasted } = this.#state;
    const at = focus ?? ((error ?? notice) ? undefined : autofocus);
    const states = (this.#states ??= this.#settings.conditions?.evaluate(cstruct));
    return Place.root(root, idPrefix, {
      value: cstruct,
      error,
      focus: at,
      readonly,
      isPosted,
      pasted,
      states,
      offers: (this.#offers ??= this.#state.offers ?? makeOffers?.()),
    });
  }

  /** Returns the view for the form's template, as one plain object with the views of its fields. */
  view(): FormView {
    return plainView<FormView>(this.#view());
  }

  #view(): StagedView {
    const { constants } = this.#settings;
    return (this.#staged ??= new StagedView(
      constants[this.#state.readonly ? "shown" : "filled"],
      this.#page(),
    ));
  }

  #page(): FormPage {
    const { formId, action, warnUnsaved, root } = this.#settings;
    const { error, focus, hidden = {}, notice, unsaved = false } = this.#state;
    const place = this.#place;
    // A form has no frame and no markers around its fields.
    const { children = [] }: InnerViews = place.view().page;
    return {
      id: formId,
      // A link of the summary leaves a fragment in the page's address. It would misplace the focus on the next page.
      action: action === "" && error ? "#" : action,
      warn: warnUnsaved ? { unsaved } : undefined,
      hidden: Object.entries(hidden).map(([name, value]) => ({ name, value })),
      notice: notice === undefined ? undefined : { text: notice, autofocus: focus === undefined && !error },
      summary: error && summaryOf(error, place, focus === undefined),
      children,
      requiredNote: children.some(isRequired) ? requiredNote(root) : undefined,
    };
  }

  /**
   * Parses a path. Positions in lists become numbers, and entries of records are found by their keys.
   *
   * @throws TypeError if the schema has nothing there
   */
  #parsePath(path: string): (string | number)[] {
    const hint = missingPath(this.#settings.root.node, path);
    if (hint !== undefined)
      throw new TypeError(`The form "${this.formId}" has no field at "${path}". ${hint}`);
    let field: Field | undefined = this.#settings.root;
    let value = this.#state.cstruct;
    return splitPath(path).flatMap((segment) => {
      const keys = field?.keys(segment, value) ?? [segment];
      for (const key of keys) {
        field = field?.child(key, value);
        value = partOf(value, key);
      }
      return keys;
    });
  }
}

function requiredNote(root: Field): readonly [before: string, after: string] {
  const [before = "", after = ""] = root.say("requiredNote").split("${mark}");
  return [before, after];
}

/** Returns true if a view, or an inner one, is marked as required. Of a list, it checks only the first and the blank item. */
function isRequired(view: View): boolean {
  if (!(view instanceof StagedView)) return false;
  const { required = false, requirable = false }: Partial<FieldConstants> = view.constants;
  const { children, items, blank, content }: InnerViews = view.page;
  // Checks the blank item first, because it exists; the first item is made for this check.
  if (items) return (blank !== undefined && isRequired(blank)) || [...first(items)].some(isRequired);
  const inside = content ? [content] : (children ?? []);
  return inside.length > 0 ? inside.some(isRequired) : required || requirable;
}

/** Properties of pages with inner views. */
type InnerViews = Partial<
  Pick<MappingPage, "children"> & Pick<SequencePage, "items" | "blank"> & ItemContent
>;
type ItemContent = Pick<ItemPage, "content">;

function* first<Value>(values: Iterable<Value>): Generator<Value> {
  for (const value of values) {
    yield value;
    return;
  }
}
