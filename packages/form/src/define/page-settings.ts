import { containerOf } from "../read/container.ts";
import type { Field } from "../field/field.ts";
import { walkPage } from "../field/walk-fields.ts";
import { idSegment } from "../field/ids.ts";
import type { FormButtonView, FormConstants } from "../field/view.ts";
import type { TextId } from "../languages/english-texts.ts";
import type { Language } from "../languages/language.ts";
import type { PageSettings } from "../page/filled-form.ts";
import { Renderer } from "../page/renderer.ts";
import { resourcesOf } from "../page/resources.ts";
import { plainTheme } from "../themes/theme.ts";
import type { FormOptions } from "./form-options.ts";

export const DEFAULT_ID = "form";

/**
 * Returns the settings that all pages of a form share.
 *
 * @param fields All fields of the form
 * @param buttons The buttons of the form
 * @throws TypeError if the widget of a field names a template that does not exist
 */
export function pageSettings(
  root: Field,
  fields: readonly Field[],
  buttons: readonly FormButtonView[],
  options: FormOptions,
  { conditions, makeOffers }: Pick<PageSettings, "conditions" | "makeOffers">,
): PageSettings {
  const { formId = DEFAULT_ID, action = "", warnUnsaved = false, templates } = options;
  const { enhance = false, layout = "stacked", theme = plainTheme } = options;
  const idPrefix = idSegment(formId);
  const filled = formConstants(root, fields, buttons, options);
  const renderer = new Renderer({ templates, classes: theme.classes });
  for (const field of fields) checkTemplates(field, renderer);
  return {
    formId,
    idPrefix,
    action,
    warnUnsaved,
    root,
    conditions,
    makeOffers,
    renderer,
    resources: resourcesOf(fields, { theme, layout, enhance, warnUnsaved }),
    autofocus: autofocusId(root, fields, idPrefix),
    constants: { filled, shown: { ...filled, keysNote: undefined, enter: undefined, buttons: [] } },
  };
}

function checkTemplates({ node, widget, options }: Field, renderer: Renderer): void {
  for (const kind of ["template", "readonlyTemplate"] as const) {
    const name = widget[kind];
    if (options[kind] === undefined && name !== undefined && !renderer.has(name))
      throw new TypeError(
        `The widget of field "${node.name}" names the ${kind} "${name}", which does not exist. Set it in the widget's options, or in the ` +
          `form's templates`,
      );
  }
}

function formConstants(
  root: Field,
  fields: readonly Field[],
  buttons: readonly FormButtonView[],
  options: FormOptions,
): FormConstants {
  const { method = "post", noValidate = false, enhance = false, layout = "stacked" } = options;
  return {
    template: "form",
    method,
    noValidate,
    enctype: fields.some(({ widget }) => widget.multipart === true) ? "multipart/form-data" : undefined,
    language: options.language,
    layout: layout === "stacked" ? undefined : layout,
    scriptTexts: scriptTextsOf(fields, root.language, enhance !== false),
    enhance: enhance !== false,
    live: enhance === "live",
    keysNote: fields.some((field) => !field.isFixed && containerOf(field)?.canMove?.(field) === true)
      ? root.say("moveByKeys")
      : undefined,
    heading: root.node.meta.title,
    description: root.node.description,
    enter: buttons.find(({ primary }) => primary),
    buttons,
  };
}

/** Returns the id to focus on a fresh page, from the first field with `autofocus`. */
function autofocusId(root: Field, fields: readonly Field[], idPrefix: string): string | undefined {
  // Walks the whole page, each item and each case on purpose: the walk refuses one without end.
  for (const part of fields.flatMap(variableParts)) for (const _ of walkPage(part, idPrefix));
  const [found] = [...walkPage(root, idPrefix)].filter(([{ options }]) => options.autofocus === true);
  return found && found[0].focusId(found[1]);
}

/** Returns the inner fields that depend on a field's value: items and cases. */
function variableParts(field: Field): readonly Field[] {
  const fixed = new Set(field.parts().map(([, part]) => part));
  return field.children.filter((child) => !fixed.has(child));
}

const CONDITION_TEXTS: readonly TextId[] = ["fieldsShown", "fieldsHidden"];

/**
 * Returns the texts that scripts write in a form as JSON, with their `language`.
 *
 * @param isEnhanced True if a script posts the form
 * @returns undefined if no script has texts
 */
function scriptTextsOf(
  fields: readonly Field[],
  { tag, texts }: Language,
  isEnhanced: boolean,
): string | undefined {
  const lists: (readonly TextId[])[] = fields.flatMap(({ widget }) =>
    widget.scriptTexts ? [widget.scriptTexts] : [],
  );
  if (fields.some(({ dependence }) => dependence?.follows)) lists.push(["updated", "notUpdated"]);
  if (fields.some(({ dependence }) => dependence)) lists.push(CONDITION_TEXTS);
  if (isEnhanced) lists.push(["noAnswer"]);
  if (lists.length === 0) return undefined;
  return JSON.stringify({
    language: tag,
    ...Object.fromEntries(lists.flat().map((id) => [id, texts[id]])),
  });
}
