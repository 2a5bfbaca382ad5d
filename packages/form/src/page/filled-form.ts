import { type Invalid, type Issue, invalidFrom, splitPath } from "@turnform/schema";
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
import { Place } from "../field/place.ts";
import type { Renderer } from "./renderer.ts";
import { drained, type OutputStream } from "./output-stream.ts";
import type { Resource } from "./resources.ts";
import { summaryOf } from "./summary.ts";

/** What all pages of a form share. */
export interface PageSettings {
  readonly formId: string;
  /** The beginning of the ids of its fields. */
  readonly idPrefix: string;
  readonly action: string;
  /** True if the browser asks before it leaves a page with changes that were not sent. */
  readonly warnUnsaved: boolean;
  /** Id of the element that takes the focus on a fresh page. */
  readonly autofocus: string | undefined;
  readonly root: Field;
  readonly resources: readonly Resource[];
  readonly renderer: Renderer;
  /** The constants of pages to fill in, and of pages that only show values. */
  readonly constants: Readonly<Record<"filled" | "shown", FormConstants>>;
}

/** What one page of a form shows. */
export interface PageState {
  /** HTTP status that suits the page: 200 fresh or edited, 422 with errors, 400 for a post that could not be read. */
  readonly status: number;
  readonly cstruct: unknown;
  readonly error?: Invalid | undefined;
  /** Id of the element that takes the focus; default the error summary, where there is one. */
  readonly focus?: string | undefined;
  /** Hidden controls of the form's own. */
  readonly hidden?: Readonly<Record<string, string>> | undefined;
  /** Whether it is only shown, default false. */
  readonly readonly?: boolean | undefined;
  /** What is said on top of it, such as that it was saved. */
  readonly notice?: string | undefined;
  /** Whether it shows what a person typed and nobody has saved, default false. */
  readonly unsaved?: boolean | undefined;
  /** True if it shows what was posted, which a stranger may have made up. Default: false. */
  readonly isPosted?: boolean | undefined;
}

/** A form with what it shows: texts, errors and focus. Immutable; `String(page)` is its HTML. */
export class FilledForm {
  readonly status: number;
  readonly formId: string;
  /** What is wrong with the values shown, if anything. */
  readonly error: Invalid | undefined;
  // The pieces of a form are its own properties, since template engines look at no others.
  /** The opening tag, with what every form posts and reads out. */
  declare readonly start: Html;
  /** What is said on top of the form; nothing where there is nothing to say. */
  declare readonly notice: Piece;
  /** The errors, each leading to its field; nothing where there are none. */
  declare readonly summary: Piece;
  /** Explains the mark of required fields; nothing where none is. */
  declare readonly note: Piece;
  /** The fields at the top of the form by name, to be put into markup of one's own; what is not drawn is not posted. */
  declare readonly fields: Readonly<Record<string, FilledField>>;
  declare readonly buttons: Piece;
  /** The closing tag. */
  declare readonly end: Html;
  readonly #settings: PageSettings;
  readonly #state: PageState;
  #html: string | undefined;
  #staged: StagedView | undefined;

  constructor(settings: PageSettings, state: PageState) {
    this.status = state.status;
    this.formId = settings.formId;
    this.error = state.error;
    this.#settings = settings;
    this.#state = state;
    const draw = (template: string): string => settings.renderer.draw({ ...this.view(), template });
    const piece = (template: string): Piece => pieceOf(draw(template));
    defineLazy<Pick<FilledForm, "start" | "notice" | "summary" | "note" | "fields" | "buttons" | "end">>(
      this,
      {
        start: () => new Html(draw("form-start")),
        notice: () => piece("form-notice"),
        summary: () => piece("form-summary"),
        note: () => piece("form-note"),
        fields: () => filledFields(this.#place, settings.renderer.draw),
        buttons: () => piece("form-buttons"),
        end: () => new Html(draw("form-end")),
      },
    );
  }

  /** The HTML of the form. */
  toString(): string {
    return (this.#html ??= this.#settings.renderer.draw(this.#view()));
  }

  /** The HTML, by the name that makes Handlebars write `{{form}}` without escaping it. */
  toHTML(): string {
    return this.toString();
  }

  /**
   * The HTML in pieces of some 16,000 characters, each drawn when it is asked for, so that a long form is never there as a whole:
   * `ReadableStream.from(page.chunks())` is its body for `fetch`-like servers.
   */
  chunks(): Iterable<string> {
    return { [Symbol.iterator]: () => this.#settings.renderer.chunks(this.#view()) };
  }

  /**
   * Writes the HTML to a stream of Node's, such as a response, no faster than that takes it, and leaves it open.
   *
   * @throws what the stream fails with, or an `Error` where it is closed before all is written, as when a browser leaves
   */
  async renderTo(stream: OutputStream): Promise<void> {
    for (const html of this.chunks()) if (!stream.write(html)) await drained(stream);
  }

  /**
   * The same page with errors added by hand, such as «Taken» from a database.
   *
   * @param errors Messages by path as `joinPath` writes it; `""` is the form itself
   * @param status HTTP status that suits them, default 422, or that of the errors there are
   */
  withErrors(
    errors: Readonly<Record<string, string | readonly string[]>>,
    status: number = this.error ? this.status : 422,
  ): FilledForm {
    const added = Object.entries(errors).flatMap(([path, messages]) =>
      [messages]
        .flat()
        .map((message): Issue => ({ code: "custom", values: {}, path: this.#parsePath(path), message })),
    );
    if (added.length === 0) return this;
    const issues = [...(this.error?.flatten() ?? []), ...added];
    const error = invalidFrom(issues, this.#settings.root.node, this.error?.omitted);
    return new FilledForm(this.#settings, { ...this.#state, status, error, focus: undefined });
  }

  /** The same page with a word on top that takes the focus, such as that it was saved; read out by screen readers. */
  withNotice(notice: string): FilledForm {
    return new FilledForm(this.#settings, { ...this.#state, notice });
  }

  /**
   * The same page with hidden controls of the form's own, which validation leaves out; of equal names the last one stays.
   *
   * @param controls Values by names; `__once__` and `__token__` are meant for it
   */
  withHidden(controls: Readonly<Partial<Record<"__once__" | "__token__", string>>>): FilledForm {
    return new FilledForm(this.#settings, { ...this.#state, hidden: { ...this.#state.hidden, ...controls } });
  }

  /** Returns the uploaded files that the page shows, in their order. Files posted under unknown names are none of them. */
  files(): readonly File[] {
    return [...filesIn(this.#settings.root, this.#state.cstruct)];
  }

  /** The files that a page with the form loads: a stylesheet, scripts. */
  resources(): readonly Resource[] {
    return this.#settings.resources;
  }

  /**
   * A field, to be put into markup of one's own. One inside a mapping or a list must stand between its `start` and `end`.
   *
   * @param path As `joinPath` writes it, such as `address.street`
   * @throws TypeError where there is no such field
   */
  field(path: string): FilledField {
    const place = this.#parsePath(path).reduce<Place | undefined>(
      (around, key) => around && placeInside(around, key),
      this.#place,
    );
    if (!place) throw new TypeError(`The form "${this.formId}" has no field at "${path}"`);
    return filledField(place, this.#settings.renderer.draw);
  }

  get #place(): Place {
    const { root, idPrefix, autofocus } = this.#settings;
    const { cstruct, error, focus, notice, readonly = false, isPosted = false } = this.#state;
    const at = focus ?? ((error ?? notice) ? undefined : autofocus);
    return Place.root(root, idPrefix, { value: cstruct, error, focus: at, readonly, isPosted });
  }

  /** Returns the view that the form's template is given, as one plain object with those of its fields. */
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
    const { formId, idPrefix, action, warnUnsaved, root } = this.#settings;
    const { error, focus, hidden = {}, notice, unsaved = false } = this.#state;
    const place = this.#place;
    const children = root.children.map((child) => place.child(child).view());
    return {
      id: formId,
      // The summary's links leave a fragment in the page's address, which would keep the next page's focus from its place.
      action: action === "" && error ? "#" : action,
      warn: warnUnsaved ? { unsaved } : undefined,
      hidden: Object.entries(hidden).map(([name, value]) => ({ name, value })),
      notice: notice === undefined ? undefined : { text: notice, autofocus: focus === undefined && !error },
      summary: error && summaryOf(error, root, idPrefix, focus === undefined),
      children,
      requiredNote: children.some(isRequired) ? requiredNote(root) : undefined,
    };
  }

  /** Positions are numbers where the schema has a list there; a record's entries go by their keys. */
  #parsePath(path: string): (string | number)[] {
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

/** Returns whether a view, or one inside it, is marked as required. Of a list, the first and the blank item are looked at. */
function isRequired(view: View): boolean {
  if (!(view instanceof StagedView)) return false;
  const { required = false }: Partial<FieldConstants> = view.constants;
  const { children, items, blank, content }: InnerViews = view.page;
  // The blank item is there already, the first one is made for this.
  if (items) return (blank !== undefined && isRequired(blank)) || [...first(items)].some(isRequired);
  const inside = content ? [content] : (children ?? []);
  return inside.length > 0 ? inside.some(isRequired) : required;
}

/** The properties of pages that hold views. */
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
