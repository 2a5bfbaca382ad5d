import {
  type Bindings,
  type Control,
  type DeserializeResult,
  type Invalid,
  invalidFrom,
  type Pstruct,
  type PstructMapping,
  type SchemaNode,
  type Schema,
  schema,
  structure,
  type StructureError,
} from "@turnform/schema";
import type { z } from "zod";
import { buttonViews } from "./button.ts";
import { applyEdit } from "../read/edit.ts";
import { Field, walkFields, walkPage } from "../field/field.ts";
import type { FormConstants } from "../field/view.ts";
import { FilledForm, type FormFrame, type PageState } from "../page/filled-form.ts";
import type { GivenWidget } from "./choose-widget.ts";
import { checkPatterns, formContext } from "./form-context.ts";
import { type FormOptions, withDefaults } from "./form-options.ts";
import { checkNames, OWN_CONTROLS } from "./check-names.ts";
import { idSegment } from "../field/ids.ts";
import { withLineEnds } from "../read/line-ends.ts";
import { keepFixed } from "../read/keep-fixed.ts";
import { withoutAdded } from "../read/without-added.ts";
import { withLazy } from "../page/lazy.ts";
import { checkLanguage, type Language, say } from "../languages/language.ts";
import { english } from "../languages/english.ts";
import { mergeIssues } from "../read/merge-issues.ts";
import { Reading } from "../read/reading.ts";
import { type PageError, PageLimit } from "../page/page-limit.ts";
import { Renderer } from "../page/renderer.ts";
import { type Resource, resourcesOf } from "../page/resources.ts";
import { scriptTextsOf } from "./script-texts.ts";
import { hideSecrets } from "../read/secrets.ts";
import { plainTheme } from "../themes/theme.ts";

/** How a page is drawn. */
export interface RenderOptions {
  /** Shows values instead of controls, without buttons; default false. */
  readonly readonly?: boolean;
}

/** What a post turned out to be. */
export type ValidationResult<S extends z.ZodType> =
  /**
   * Data that passed; `button` is the name of the button that was pressed, if any was. `typed` holds the posted fields as their
   * widgets read them, without added controls and fields that can't be edited: equal where two posts say the same.
   */
  | {
      readonly kind: "valid";
      readonly value: z.output<S>;
      readonly typed: unknown;
      readonly button?: string;
      readonly form: FilledForm;
    }
  /** What the person typed, every error at its field. */
  | { readonly kind: "invalid"; readonly error: Invalid; readonly button?: string; readonly form: FilledForm }
  /** A sequence was edited without JavaScript: the page again, nothing validated. */
  | { readonly kind: "edited"; readonly form: FilledForm }
  /** The markers can't be read (400), or the page would be too long (413): `form` is an empty page with that status. */
  | { readonly kind: "malformed"; readonly error: StructureError | PageError; readonly form: FilledForm };

/** A form: a schema with the widgets that draw and read it. Immutable, shared by all requests. */
export interface Form<S extends z.ZodObject> {
  readonly formId: string;
  readonly method: "get" | "post";
  /** The root of the schema. */
  readonly node: SchemaNode;
  /**
   * Fills the form.
   *
   * @param appstruct Data as the schema puts it out, or any part of it; without it, defaults and initial values
   */
  render(appstruct?: unknown, options?: RenderOptions): FilledForm;
  /**
   * Reads a post: never throws on what a stranger sent.
   *
   * @param controls Name/value pairs in document order
   * @param current The data that the form was filled with: fields that can't be edited (`readonly`, `disabled`) keep their
   *   value of it, whatever is posted. Without it, defaults and initial values. An item of a list keeps the values of the
   *   item that it was, found by its `id`, by its key in a record, or by these values; a new item takes defaults
   */
  validate(controls: Iterable<Control>, current?: unknown): ValidationResult<S>;
  /** `validate` for schemas with asynchronous refinements. */
  validateAsync(controls: Iterable<Control>, current?: unknown): Promise<ValidationResult<S>>;
  /**
   * Shows what a person typed and nothing of what is wrong with it: for a button that goes back, or keeps a draft.
   *
   * @param controls As they were posted; markers that can't be read give an empty page with the status 400, and what would be
   *   longer than `maxPageSize` one with 413
   * @param current As of `validate`
   */
  draft(controls: Iterable<Control>, current?: unknown): FilledForm;
  /**
   * The form with the deferred parts of its schema made, for one request; nothing is changed.
   *
   * @param bindings What the deferred parts are made of
   */
  bind(bindings: Bindings): Form<S>;
  /**
   * The form in another language: what it writes by itself, not what the schema says. Cheap: it is made once a language.
   *
   * @param language Such as `german`
   */
  withLanguage(language: Language): Form<S>;
  /**
   * The form with other widgets; nothing is changed.
   *
   *     form.withWidgets({ "cycles.*.*.angle": rangeInput(), "**.note": { placeholder: "…" } })
   *
   * @param widgets Widgets, or options of those there are, by paths; `*` stands for one name or the items of a list, `**` for
   *   any number. Of several that fit, the last one counts
   * @throws TypeError where no field stands at a path, or the widget does not fit
   */
  withWidgets(widgets: Readonly<Record<string, GivenWidget>>): Form<S>;
  /** The files that a page with the form loads: a stylesheet, scripts. Where they are is the server's to say. */
  resources(): readonly Resource[];
}

/**
 * Makes a form of a zod schema, once, at start-up.
 *
 *     const form = createForm(z.object({ name: z.string() }), { formId: "person", buttons: ["save"] });
 *     String(form.render({ name: "Ann" }))   // <form class="tf-form" id="person" …
 *
 * @param type Any zod object schema; it is left unchanged
 * @param options Id, address, buttons
 * @throws UnsupportedTypeError where the schema holds a type that can't stand in a form
 * @throws TypeError where the schema is no object, a field has no widget, or a name is one that can't be posted
 */
export function createForm<S extends z.ZodObject>(type: S, options: FormOptions = {}): Form<S> {
  return createFormWith({})(type, options);
}

/**
 * Makes a `createForm` with an application's own defaults.
 *
 *     export const createForm = createFormWith({ theme: bootstrap(), language: german, kinds: { boolean: switchInput() } });
 *
 * @param defaults Options of all forms, in place of Turnform's defaults
 */
export function createFormWith(defaults: FormOptions): typeof createForm {
  return (type, options) => {
    const compiled = schema(type);
    checkPatterns(options?.widgets, compiled.node);
    return formOf(compiled, withDefaults(defaults, options));
  };
}

function formOf<S extends z.ZodObject>(compiled: Schema<S>, options: FormOptions): Form<S> {
  const { formId = "form", action = "", method = "post", noValidate = false } = options;
  const { enhance = false, warnUnsaved = false, layout = "stacked", theme = plainTheme } = options;
  const { maxPageSize } = options;
  const { language = english, kinds = {}, widgets = {}, templates } = options;
  checkLanguage(language);
  if (maxPageSize !== undefined && !(maxPageSize > 0))
    throw new TypeError(`maxPageSize is ${maxPageSize}; a positive number of characters is expected`);
  const root = Field.root(compiled.node, formContext(language, widgets, kinds));
  const buttons = buttonViews(
    options.buttons ?? [{ name: "submit", title: say(language, "submit") }],
    language,
  );
  checkNames(formId, root, buttons);
  if (enhance && method === "get")
    throw new TypeError("A form sent by GET can't be enhanced: it is posted by fetch");
  const idPrefix = idSegment(formId);
  const fields = [...walkFields(root)];
  const hasSecrets = fields.some(({ widget }) => widget.secret === true);
  const filled: FormConstants = {
    template: "form",
    method,
    noValidate,
    enctype: fields.some(({ widget }) => widget.multipart === true) ? "multipart/form-data" : undefined,
    language: options.language,
    layout: layout === "stacked" ? undefined : layout,
    scriptTexts: scriptTextsOf(fields, language),
    enhance,
    heading: compiled.node.meta.title,
    description: compiled.node.description,
    enter: buttons.find(({ primary }) => primary),
    buttons,
  };
  const frame: FormFrame = {
    formId,
    idPrefix,
    action,
    warnUnsaved,
    root,
    renderer: new Renderer({ templates, classes: theme.classes }),
    resources: resourcesOf(fields, { theme, layout, enhance }),
    autofocus: autofocusId(root, idPrefix),
    constants: { filled, shown: { ...filled, enter: undefined, buttons: [] } },
  };
  const languages = new WeakMap<Language, Form<S>>();
  const submits = buttons.filter(({ type }) => type === "submit");
  const reserved = new Set([...OWN_CONTROLS, ...submits.map(({ name }) => name)]);

  const pageLimit = new PageLimit({
    root,
    idPrefix,
    draw: frame.renderer.draw,
    fresh: () => String(empty(200)),
    maxPageSize,
  });

  function empty(status: number): FilledForm {
    return new FilledForm(frame, { status, cstruct: compiled.serialize() });
  }

  /** A page that shows a post. */
  function page(state: Omit<PageState, "isPosted">): FilledForm {
    return new FilledForm(frame, { ...state, isPosted: true });
  }

  /** What was posted, without the form's own controls. */
  function read(pstruct: PstructMapping, current: unknown): Posted {
    const own: Record<string, Pstruct> = Object.setPrototypeOf({}, null);
    for (const name of Object.keys(pstruct)) {
      const value = pstruct[name];
      if (value !== undefined && !reserved.has(name)) own[name] = value;
    }
    const button = submits.find(({ name, value, disabled }) => !disabled && pstruct[name] === value)?.name;
    const reading = new Reading(language);
    const typed = root.widget.deserialize(root, own, reading);
    return {
      typed,
      cstruct: keepFixed(root, typed, () => compiled.serialize(current)),
      reading,
      pressed: button === undefined ? {} : { button },
    };
  }

  /** Refuses a post whose page would be too long. Valid posts too, since the page is needed if saving fails. */
  function tooLong(cstruct: unknown, controls: readonly Control[]): ValidationResult<S> | undefined {
    const error = pageLimit.check(cstruct, controls);
    return error && { kind: "malformed", error, form: empty(413) };
  }

  function finish(result: DeserializeResult<z.output<S>>, posted: Posted): ValidationResult<S> {
    const { typed, cstruct, reading, pressed } = posted;
    if (result.ok && reading.issues.length + reading.doubts.length === 0) {
      return withLazy(
        { kind: "valid" as const, value: result.value, ...pressed },
        {
          typed: () => withoutAdded(root, typed),
          form: () => page({ status: 200, cstruct }),
        },
      );
    }
    const invalid = withLazy(
      { kind: "invalid" as const, ...pressed },
      {
        error: () => errorOf(result, posted),
        form: (): FilledForm => page({ status: 422, cstruct, error: invalid.error, unsaved: true }),
      },
    );
    return invalid;
  }

  /** What widgets and schema found, as a tree. */
  function errorOf(result: DeserializeResult<unknown>, { cstruct, reading }: Posted): Invalid {
    const { issues, doubts, rewordings } = reading;
    const found = result.ok ? undefined : result.error;
    if (found && issues.length + doubts.length + rewordings.size === 0 && !hasSecrets) return found;
    const all = mergeIssues(found?.flatten() ?? [], reading);
    const omitted = reading.omitted + (found?.omitted ?? 0);
    return invalidFrom(hasSecrets ? hideSecrets(all, root, cstruct) : all, root.node, omitted);
  }

  /** All of a validation but the schema's part, which may have to be waited for. */
  function begin(given: Iterable<Control>, current: unknown): ValidationResult<S> | Posted {
    const controls = [...given];
    const structured = structure(withLineEnds(controls));
    if (!structured.ok) return { kind: "malformed", error: structured.error, form: empty(400) };
    const posted = read(structured.pstruct, current);
    const { cstruct } = posted;
    const { edit } = structured;
    if (!edit) return tooLong(cstruct, controls) ?? posted;
    const result = applyEdit({ field: root, id: idPrefix, cstruct, path: edit.path, edit });
    return (
      tooLong(result.cstruct, controls) ?? {
        kind: "edited",
        form: page({ status: 200, ...result, unsaved: true }),
      }
    );
  }

  return {
    formId,
    method,
    node: compiled.node,
    bind: (bindings) => formOf(compiled.bind(bindings), options),
    withLanguage(language) {
      checkLanguage(language);
      const known = languages.get(language) ?? formOf(compiled, { ...options, language });
      languages.set(language, known);
      return known;
    },
    withWidgets(widgets) {
      checkPatterns(widgets, compiled.node);
      return formOf(compiled, withDefaults(options, { widgets }));
    },
    resources: () => frame.resources,
    render: (appstruct, { readonly = false } = {}) =>
      new FilledForm(frame, { status: 200, cstruct: compiled.serialize(appstruct), readonly }),
    validate(controls, current) {
      const begun = begin(controls, current);
      return "kind" in begun ? begun : finish(compiled.deserialize(begun.cstruct, language), begun);
    },
    async validateAsync(controls, current) {
      const begun = begin(controls, current);
      return "kind" in begun
        ? begun
        : finish(await compiled.deserializeAsync(begun.cstruct, language), begun);
    },
    draft(given, current) {
      const controls = [...given];
      const structured = structure(withLineEnds(controls));
      if (!structured.ok) return empty(400);
      const { cstruct } = read(structured.pstruct, current);
      return tooLong(cstruct, controls)?.form ?? page({ status: 200, cstruct, unsaved: true });
    },
  };
}

/** What was posted, read by the widgets. */
interface Posted {
  readonly typed: unknown;
  /** The typed value, with the values of fields that can't be edited. */
  readonly cstruct: unknown;
  readonly reading: Reading;
  readonly pressed: { readonly button?: string };
}

/** Id of what takes the focus on a fresh page: of the first field that asks for it. */
function autofocusId(root: Field, idPrefix: string): string | undefined {
  const found = [...walkPage(root, idPrefix)].find(([{ widget }]) => widget.options?.autofocus === true);
  if (!found) return undefined;
  const [field, id] = found;
  return field.focusId(id);
}
