import {
  type Bindings,
  type Control,
  type DeserializeResult,
  type DeserializeOptions,
  type Edit,
  fillSlots,
  type Schema,
  type SchemaNode,
  structure,
  type StructureResult,
} from "@turnform/schema";
import { withLazy } from "@turnform/schema/lazy";
import type { z } from "zod";
import { Field } from "../field/field.ts";
import { checkDependents } from "../field/check-dependents.ts";
import { Offers, settled } from "../field/offers.ts";
import type { Pasted } from "../field/place.ts";
import { walkFields } from "../field/walk-fields.ts";
import { english } from "../languages/english.ts";
import { checkLanguage, type Language, say } from "../languages/language.ts";
import { limitFormats } from "../languages/limit-formats.ts";
import { FilledForm, type PageSettings, type PageState } from "../page/filled-form.ts";
import { PageLimit } from "../page/page-limit.ts";
import type { Resource } from "../page/resources.ts";
import { type ChosenValues, DependentChecks } from "../read/chosen-values.ts";
import { applyEdit, focusOf } from "../read/edit.ts";
import { choicesOf } from "../widgets/choices.ts";
import { type PastedItems, pasteRows } from "../widgets/paste-rows.ts";
import { withLineEnds } from "../read/line-ends.ts";
import { withSavedFiles } from "../read/saved-files.ts";
import { buttonViews, ownButton } from "./button.ts";
import { checkData } from "./check-data.ts";
import { listOf } from "./control-list.ts";
import { checkNames } from "./check-names.ts";
import { checkOptions } from "./check-options.ts";
import { checkPatterns, formContext } from "./form-context.ts";
import { comparisons, DataValidation } from "./data-validation.ts";
import type { DataOf, Form, FormSchema, RenderOptions, ValidationResult } from "./form-interface.ts";
import { type FormOptions, type WidgetsAt, withDefaults } from "./form-options.ts";
import { DEFAULT_ID, pageSettings } from "./page-settings.ts";
import { idAt, pastedPage, pastedTexts } from "./pasted.ts";
import { type Posted, PostReader } from "./post-reader.ts";
import { unreadTypes } from "./unread-types.ts";

/** A post, with the texts in its areas for adding items. */
interface ReadPost extends Posted {
  readonly offers: Offers | undefined;
  /** Texts by the list's id. */
  readonly texts: ReadonlyMap<string, Pasted>;
  /** Items made from a text. They are checked. */
  readonly pasted?: PastedItems;
  /** True if a script asks for the errors only. */
  readonly isCheck: boolean;
}

/** The implementation of a form. */
export class SchemaForm<S extends FormSchema, Name extends string> implements Form<S, Name> {
  readonly formId: string;
  readonly method: "get" | "post";
  readonly node: SchemaNode;
  readonly #schema: Schema<S>;
  readonly #options: FormOptions;
  readonly #deserializing: DeserializeOptions;
  readonly #root: Field;
  readonly #settings: PageSettings;
  readonly #reader: PostReader;
  readonly #pageLimit: PageLimit;
  readonly validateData: Form<S, Name>["validateData"];
  readonly validateDataAsync: Form<S, Name>["validateDataAsync"];
  /** Forms in other languages, made once. */
  readonly #translated = new WeakMap<Language, Form<S, Name>>();

  /** Makes the choices of a page that depend on other fields. Undefined if there are none. */
  readonly #makeOffers: ((mayWait: boolean) => Offers) | undefined;
  readonly #bindings: Bindings;

  constructor(compiled: Schema<S>, options: FormOptions, bindings: Bindings = {}) {
    checkOptions(options);
    const { formId = DEFAULT_ID, method = "post", language = english, maxPageSize } = options;
    const { kinds = {}, widgets = {}, arrange } = options;
    this.formId = formId;
    this.method = method;
    this.node = compiled.node;
    this.#schema = compiled;
    this.#options = options;
    // structure() has limited the depth. A second walk for it took 3 % of the time (1,000 people).
    this.#deserializing = { ...language, formats: limitFormats(language), maxDepth: Infinity };
    const { conditions } = compiled;
    const context = formContext(language, widgets, kinds, conditions);
    this.#root = Field.root(compiled.node, context, arrange);
    const buttons = buttonViews(
      options.buttons ?? [{ name: "submit", title: say(language, "submit") }],
      language,
    );
    checkNames(formId, this.#root, buttons);
    const fields = [...walkFields(this.#root)];
    checkDependents(fields);
    const checks = DependentChecks.of(this.#root, fields);
    this.#bindings = bindings;
    this.#makeOffers = checks && ((mayWait) => new Offers(bindings, mayWait));
    const makeOffers = this.#makeOffers && (() => new Offers(bindings, false));
    this.#settings = pageSettings(this.#root, fields, buttons, options, { conditions, makeOffers });
    const reading = { language, conditions, checks, cstructOf: this.#cstructOf };
    this.#reader = new PostReader(this.#root, fields, buttons, reading);
    const data = new DataValidation(
      compiled,
      this.#root,
      this.#reader,
      this.#deserializing,
      this.#makeOffers,
    );
    this.validateData = data.validate;
    this.validateDataAsync = data.validateAsync;
    this.#pageLimit = new PageLimit({
      root: this.#root,
      idPrefix: this.#settings.idPrefix,
      draw: this.#settings.renderer.draw,
      fresh: () => String(this.#emptyPage(200, new Offers(bindings, true))),
      maxPageSize,
    });
  }

  // The methods are functions bound to their form, so that they also work taken off it: `const { validate } = form`.

  readonly bind = (bindings: Bindings): Form<S, Name> =>
    new SchemaForm(this.#schema.bind(bindings), this.#options, bindings);

  readonly withLanguage = (language: Language): Form<S, Name> => {
    checkLanguage(language);
    const translated =
      this.#translated.get(language) ??
      new SchemaForm(this.#schema, { ...this.#options, language }, this.#bindings);
    this.#translated.set(language, translated);
    return translated;
  };

  readonly withWidgets = (widgets: WidgetsAt<S>): Form<S, Name> => {
    checkPatterns(widgets, this.node);
    return new SchemaForm(this.#schema, withDefaults(this.#options, { widgets }), this.#bindings);
  };

  readonly resources = (): readonly Resource[] => this.#settings.resources;

  readonly unreadTypes = (): ReadonlySet<z.core.$ZodType> => unreadTypes(this.#root);

  readonly render = (appstruct?: DataOf<S>, { readonly = false }: RenderOptions = {}): FilledForm<S> => {
    const cstruct = this.#cstructOf(appstruct);
    return new FilledForm(this.#settings, { status: 200, cstruct, readonly });
  };

  readonly renderAsync = async (
    appstruct?: DataOf<S>,
    { readonly = false }: RenderOptions = {},
  ): Promise<FilledForm<S>> => {
    const cstruct = this.#cstructOf(appstruct);
    const offers = this.#makeOffers?.(true);
    return new FilledForm<S>(this.#settings, { status: 200, cstruct, readonly, offers }).prepared();
  };

  readonly validate = (controls: Iterable<Control>, current?: DataOf<S>): ValidationResult<S, Name> => {
    const read = this.#read(listOf(controls), current, this.#makeOffers?.(false));
    return "kind" in read
      ? read
      : this.#judge(this.#schema.deserialize(read.cstruct, this.#deserializing), read, current);
  };

  readonly validateAsync = async (
    given: Iterable<Control>,
    current?: DataOf<S>,
  ): Promise<ValidationResult<S, Name>> => {
    const controls = listOf(given);
    const offers = this.#makeOffers?.(true);
    const read = await settled(offers, () => this.#read(controls, current, offers));
    const result =
      "kind" in read
        ? read
        : this.#judge(await this.#schema.deserializeAsync(read.cstruct, this.#deserializing), read, current);
    return offers?.hasWaited ? Object.assign(result, { form: await result.form.prepared() }) : result;
  };

  readonly draft = (controls: Iterable<Control>, current?: DataOf<S>): FilledForm<S> =>
    this.#draft(listOf(controls), current, this.#makeOffers?.(false));

  readonly draftAsync = async (given: Iterable<Control>, current?: DataOf<S>): Promise<FilledForm<S>> => {
    const controls = listOf(given);
    const offers = this.#makeOffers?.(true);
    const page = await settled(offers, () => this.#draft(controls, current, offers));
    return page.prepared();
  };

  #draft(controls: readonly Control[], current: unknown, offers: Offers | undefined): FilledForm<S> {
    const structured = structure(withSavedFiles(withLineEnds(controls), current));
    if (!structured.ok) return this.#emptyPage(400, offers);
    const { cstruct, texts, chosen } = this.#readPost(structured, current, offers);
    const page = { status: 200, cstruct, unsaved: true, pasted: texts, offers };
    return this.#tooLong(cstruct, controls, offers, chosen)?.form ?? this.#page(page);
  }

  /** Reads a post with the widgets. A malformed post, a too long one or an edit already has a result. */
  #read(
    controls: readonly Control[],
    current: unknown,
    offers: Offers | undefined,
  ): ValidationResult<S, Name> | ReadPost {
    const structured = structure(withSavedFiles(withLineEnds(controls), current));
    if (!structured.ok)
      return { kind: "malformed", error: structured.error, form: this.#emptyPage(400, offers) };
    const { edit } = structured;
    if (edit?.op === "paste") return this.#paste(structured, edit, controls, current, offers);
    const isCheck = edit?.op === "check" && this.#options.enhance === "live";
    const posted = { ...this.#readPost(structured, current, offers), isCheck };
    const { cstruct, texts, chosen } = posted;
    if (!edit || isCheck) return this.#tooLong(cstruct, controls, offers, chosen) ?? posted;
    const { idPrefix } = this.#settings;
    const target = { field: this.#root, id: idPrefix, cstruct, path: edit.path, edit };
    const isUnchanged = edit.op === "refresh" || edit.op === "check";
    const edited = isUnchanged ? { cstruct, focus: focusOf(target) } : applyEdit(target);
    const error = this.#reader.errorOfGone(edited.cstruct, offers);
    return (
      this.#tooLong(edited.cstruct, controls, offers, chosen) ?? {
        kind: "edited",
        form: this.#page({ status: 200, ...edited, error, unsaved: true, pasted: texts, offers }),
      }
    );
  }

  #readPost({ pstruct, pasted }: Structured, current: unknown, offers: Offers | undefined): ReadPost {
    const posted = this.#reader.read(pstruct, current, offers);
    return { ...posted, offers, texts: pastedTexts(this.#settings.idPrefix, pasted), isCheck: false };
  }

  /** Makes items from the text of a list. The text stays on the page if that is impossible. */
  #paste(
    structured: Structured,
    { path }: Edit,
    controls: readonly Control[],
    current: unknown,
    offers: Offers | undefined,
  ): ValidationResult<S, Name> | ReadPost {
    const id = idAt(this.#settings.idPrefix, path);
    const texts = new Map(pastedTexts(this.#settings.idPrefix, structured.pasted));
    const text = texts.get(id)?.text ?? "";
    const result = pasteRows(this.#root, structured.pstruct, path, text);
    if (result?.ok) {
      const posted = this.#reader.read(result.pstruct, current, offers);
      if (!this.#pageLimit.check(posted.cstruct, controls, posted.chosen?.size)) {
        const { pasted } = result;
        for (const { field, text: val, path: below } of pasted.unread)
          posted.reading.fail(
            "notOffered",
            { val, choices: choicesOf(field).map(([, label]) => label) },
            undefined,
            below,
          );
        texts.delete(id);
        return { ...posted, offers, texts, pasted, isCheck: false };
      }
    }
    const { cstruct, chosen } = this.#readPost(structured, current, offers);
    const fault = result?.ok ? ({ code: "pageTooLong", values: {} } as const) : result;
    if (fault)
      texts.set(id, { text, error: fillSlots(this.#root.language.messages[fault.code], fault.values) });
    const focus = fault && `${id}:paste`;
    return (
      this.#tooLong(cstruct, controls, offers, chosen) ?? {
        kind: "edited",
        form: this.#page({ status: 200, cstruct, focus, unsaved: true, pasted: texts, offers }),
      }
    );
  }

  /** Returns the result of a post that was read. */
  #judge(
    result: DeserializeResult<z.output<S>>,
    posted: ReadPost,
    current: unknown,
  ): ValidationResult<S, Name> {
    const { typed, cstruct, reading, pressed, texts, pasted, offers, isCheck } = posted;
    const isValid = result.ok && reading.issues.length + reading.suggestions.length === 0;
    if (pasted) {
      const error = isValid ? undefined : this.#reader.errorOf(result, posted);
      const found = pastedPage(pasted, { idPrefix: this.#settings.idPrefix, node: this.node, error });
      const page = { status: 200, cstruct, ...found, unsaved: true, pasted: texts, offers };
      return { kind: "edited", form: this.#page(page) };
    }
    if (isCheck) {
      const error = isValid ? undefined : this.#reader.errorOf(result, posted);
      const page = { status: 200, cstruct, error, unsaved: true, pasted: texts, offers };
      return { kind: "edited", isCheck: true, form: this.#page(page) };
    }
    if (result.ok && isValid) {
      return withLazy(
        { kind: "valid" as const, value: result.value, ...ownButton<Name>(pressed) },
        {
          ...comparisons<S>(this.#root, typed, result.value, current),
          form: () => this.#page({ status: 200, cstruct, pasted: texts, offers }),
        },
      );
    }
    const invalid = withLazy(
      { kind: "invalid" as const, ...ownButton<Name>(pressed) },
      {
        error: () => this.#reader.errorOf(result, posted),
        form: (): FilledForm<S> =>
          this.#page({ status: 422, cstruct, error: invalid.error, unsaved: true, pasted: texts, offers }),
      },
    );
    return invalid;
  }

  /** Refuses a post with a too long page. This includes valid posts, because the page is needed if saving fails. */
  #tooLong(
    cstruct: unknown,
    controls: readonly Control[],
    offers: Offers | undefined,
    chosen: ChosenValues | undefined,
  ): Extract<ValidationResult<S, Name>, { kind: "malformed" }> | undefined {
    const error = this.#pageLimit.check(cstruct, controls, chosen?.size);
    return error && { kind: "malformed", error, form: this.#emptyPage(413, offers) };
  }

  /** Returns the texts of data from the application. */
  readonly #cstructOf = (appstruct: unknown): unknown => {
    checkData(this.formId, this.node, appstruct);
    return this.#schema.serialize(appstruct);
  };

  /** Returns a page for a post. */
  #page(state: Omit<PageState, "isPosted">): FilledForm<S> {
    return new FilledForm(this.#settings, { ...state, isPosted: true });
  }

  #emptyPage(status: number, offers: Offers | undefined): FilledForm<S> {
    return new FilledForm(this.#settings, { status, cstruct: this.#schema.serialize(), offers });
  }
}

/** A post with its markers resolved. */
type Structured = Extract<StructureResult, { ok: true }>;
