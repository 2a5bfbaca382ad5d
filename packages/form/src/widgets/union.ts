import { leftOut } from "@turnform/schema/left-out";
import type { Pstruct, PstructMapping } from "@turnform/schema";
import { type Case, chosenCase, isRecursive, namesIn, tagFieldOf } from "../field/cases.ts";
import { editInside } from "../read/edit.ts";
import type { Field } from "../field/field.ts";
import { childId } from "../field/ids.ts";
import { SHOWN_CASE } from "../field/reserved-names.ts";
import { isMapping, partOf } from "../field/cstruct.ts";
import { filled, fillParts } from "../read/new-value.ts";
import type { Place } from "../field/place.ts";
import type { Reading } from "../read/reading.ts";
import { StagedView } from "../field/staged-view.ts";
import type { ButtonView, FieldPage, FieldView } from "../field/view.ts";
import type { View } from "../field/template.ts";
import { fieldViews } from "./block-views.ts";
import { isShown, referenceViews } from "./mapping.ts";
import { radioChoice } from "./radio-choice.ts";
import { select } from "./select.ts";
import { UNDO } from "./sequence-view.ts";
import type { Widget, WidgetOptions } from "../field/widget.ts";
import type { ContainerWidget, Edited } from "../read/container.ts";

/** Options of {@link union}. */
export interface UnionOptions extends WidgetOptions<UnionView> {
  /** The control for the case, default `select`. */
  readonly choice?: "select" | "radio";
  /** Text of the button that shows the fields of the case without JavaScript; default `Choose` in the form's language. */
  readonly chooseText?: string;
}

/** A choice of cases, and the fields of the chosen case. */
export interface UnionView extends FieldView, UnionPage {}

/** Page properties of {@link UnionView}. */
export interface UnionPage extends FieldPage {
  readonly body: View;
  /** The hidden control that identifies an item with fixed values in the current data. */
  readonly references: readonly View[];
  readonly children: readonly View[];
}

/** The content of a union, or of a case that is itself a union by another tag. */
export interface UnionBodyView extends View, UnionBodyConstants, UnionBodyPage {}

/** Constants of {@link UnionBodyView}. */
export interface UnionBodyConstants extends View {
  readonly readonly: boolean;
}

/** Page properties of {@link UnionBodyView}. */
export interface UnionBodyPage {
  /** The control that holds the tag. */
  readonly tag: View;
  readonly choose: ButtonView;
  /** The tag of the shown case, or an empty text. */
  readonly chosen: string;
  /** Name of the tag, if conditions may read it. */
  readonly readName?: string | undefined;
  /** Name of the hidden control that posts the tag of the shown case. */
  readonly shown: string;
  readonly fields: readonly View[];
  /** The other cases, for the script. Inside such a case, recursive cases are left out: the server adds them. */
  readonly others: readonly { readonly tag: string; readonly fields: readonly View[] }[];
  readonly children: readonly View[];
}

/**
 * Creates a choice of cases, with the fields of the chosen case.
 *
 *     z.discriminatedUnion("kind", [Circle, Square]).meta({ widget: union({ choice: "radio" }) })
 *
 * The label of a case is the title of its schema, or its tag in words. A union of objects without a discriminator has a control
 * for the option instead of a tag; without a title, an option is labelled by its first fields. With the script, a chosen case shows its fields at once,
 * and the script keeps the texts typed in other cases. Without JavaScript a button asks the server for the fields.
 */
export function union(options: UnionOptions = {}): ContainerWidget {
  const { choice = "select", placeholder = "" } = options;
  const tagFields = new WeakMap<Field, Field>();

  /** Returns the field of the tag, with a control for all cases. */
  function tagOf(field: Field): Field {
    const before = tagFields.get(field);
    if (before) return before;
    const tag = tagFieldOf(field);
    if (!tag) throw new TypeError(`Field "${field.node.name}" is a union without cases`);
    const cases = field.cases.map(({ tag: text, title }) => [text, title] as const);
    const values = field.node.required
      ? cases
      : [["", choice === "radio" ? placeholder || field.say("none") : placeholder] as const, ...cases];
    const chooser = choice === "radio" ? radioChoice({ values }) : select({ values });
    const made = tag.drawnBy(
      field.node.required ? chooser : optional(chooser),
      tag.node.kind === "option" ? field.say("option") : tag.title,
    );
    tagFields.set(field, made);
    return made;
  }

  /** @param outer Names of the tags of the unions around this one, at the same place in the data */
  function bodyView(place: Place, field: Field, outer: readonly string[] = []): StagedView {
    const tagField = tagOf(field);
    const { name } = tagField.node;
    const tags = [...outer, name];
    const tagPlace = place.inside(tagField, name, partOf(place.value, name));
    const tag = tagPlace.view();
    const chosen = chosenCase(field, place.value);
    const fields = chosen ? caseViews(place, chosen, tags) : [];
    const others = place.readonly
      ? []
      : field.cases.filter(
          (option) =>
            option.tag !== chosen?.tag && !(place.surroundings.isUnchosenCase && isRecursive(option)),
        );
    // A union in a case has the same label, and a form has none, so the tag names the button.
    const hasOwnLabel = field === place.field && !field.isRoot;
    return new StagedView(place.readonly ? SHOWN_BODY : BODY, {
      tag,
      choose: {
        id: `${tagPlace.id}:choose`,
        labelledBy: `${tagPlace.id}:choose ${(hasOwnLabel ? place : tagPlace).nameIds}`,
        name: "__edit__",
        value: "choose",
        label: options.chooseText ?? field.say("choose"),
        disabled: false,
        autofocus: false,
      },
      chosen: chosen?.tag ?? "",
      readName: field.constants(false).scope ? name : undefined,
      shown: `${SHOWN_CASE}${name}`,
      fields,
      others: others.map((option) => ({
        tag: option.tag,
        fields: caseViews(unchosen(place, option, tags), option, tags),
      })),
      children: [tag, ...fields],
    } satisfies UnionBodyPage);
  }

  function caseViews(place: Place, { field }: Case<Field>, tags: readonly string[]): readonly View[] {
    return field.node.discriminator === undefined
      ? fieldViews(place, field, fieldsOf(field, tags))
      : [bodyView(place, field, tags)];
  }

  /** Reads the tag and the fields of its case. */
  function read(
    field: Field,
    posted: PstructMapping,
    reading: Reading,
    cstruct: Record<string, unknown>,
    outer: readonly string[] = [],
  ): void {
    const tagField = tagOf(field);
    const { name } = tagField.node;
    const tags = [...outer, name];
    const shown = posted[`${SHOWN_CASE}${name}`];
    const before = field.cases.find((option) => option.tag === shown);
    const unseen = (key: string): boolean =>
      shown !== undefined && !Object.hasOwn(posted, key) && !(before && namesIn(before.field).includes(key));
    // A password of the case shown before must not show in a plain field of the same name.
    const wasSecret = ({ node, widget }: Field): boolean =>
      widget.secret !== true &&
      before?.field.children.some((other) => other.node.name === node.name && other.widget.secret) === true;
    const into = (child: Field): void => {
      const key = child.node.name;
      const given: Pstruct | undefined =
        Object.hasOwn(posted, key) && !wasSecret(child) ? posted[key] : undefined;
      const found = reading.inside(key, child, given);
      // The page did not show this field, so an absent checkbox does not mean "unticked".
      const text = found !== undefined && unseen(key) ? (child.node.serialize(undefined) ?? found) : found;
      if (text === undefined) delete cstruct[key];
      else cstruct[key] = text;
    };
    into(tagField);
    const chosen = chosenCase(field, cstruct);
    if (!chosen) return;
    const names = new Set(namesIn(chosen.field));
    // Values of the case shown before must not count as unknown fields of this case.
    for (const other of namesIn(field)) if (!names.has(other)) delete cstruct[other];
    const inner = chosen.field.node.discriminator;
    // Without its control on the page, a text with the name of the inner choice belongs to another case.
    const isShown =
      inner === undefined || shown === undefined || Object.hasOwn(posted, `${SHOWN_CASE}${inner}`);
    if (inner !== undefined)
      read(chosen.field, isShown ? posted : without(posted, inner), reading, cstruct, tags);
    else fieldsOf(chosen.field, tags).forEach(into);
  }

  /** Returns the cstruct of a union with all fields of a case, and the id of the first one. */
  function filledCase(union: Field, { field }: Case<Field>, id: string, cstruct: object): Edited {
    const tag = tagOf(union);
    const [first] = fieldsOf(field, [tag.node.name]).filter(isShown);
    const shown = first ?? tag;
    const fresh: unknown = field.node.serialize(undefined);
    return {
      cstruct: filled(field, Object.assign(Object.create(null), fresh, cstruct)),
      focus: shown.focusId(childId(id, shown.node.name)),
    };
  }

  return {
    options,
    template: "union",
    readonlyTemplate: "union",
    isGroup: true,
    drawsActions: true,
    leftOutBy: () => "nothing inside",
    chooser: tagOf,
    scriptTexts: ["undo", "choiceUndone"],
    resources: ["turnform-union.css", "turnform-union.js", ...UNDO],
    deserialize(field, pstruct, reading) {
      if (!isMapping(pstruct)) return pstruct;
      const fields = Object.entries(pstruct).filter(([name]) => !name.startsWith(SHOWN_CASE));
      const cstruct: Record<string, unknown> = Object.assign(Object.create(null), Object.fromEntries(fields));
      read(field, pstruct, reading, cstruct);
      const tag = cstruct[tagOf(field).node.name];
      const isChosen = tag !== "" && tag !== undefined;
      return isChosen || field.node.required ? cstruct : leftOut(pstruct)?.nothing;
    },
    view(place) {
      // The blank item may show another case, so it need not have the lists of this one.
      const body = bodyView(place.within({ outerBlankHasField: false }), place.field);
      return { body, references: referenceViews(place), children: [body] };
    },
    focusId(field, id) {
      const tag = tagOf(field);
      return tag.focusId(childId(id, tag.node.name));
    },
    fill: fillParts,
    edit(target) {
      const { field, id, cstruct, path, edit } = target;
      if (path.length > 0) return editInside(target, field.child(path[0] ?? "", cstruct));
      const chosen = chosenCase(field, cstruct);
      if (edit.op !== "choose" || !isMapping(cstruct)) return { cstruct };
      const tag = tagOf(field);
      return chosen
        ? filledCase(field, chosen, id, cstruct)
        : { cstruct, focus: tag.focusId(childId(id, tag.node.name)) };
    },
    kinds: ({ cases }) => cases.map(({ tag, title }) => ({ key: tag, title })),
    kindOf: (field, cstruct) => chosenCase(field, cstruct)?.tag,
    ofKind(field, id, key) {
      const kind = field.cases.find(({ tag }) => tag === key);
      return kind && filledCase(field, kind, id, { [tagOf(field).node.name]: key });
    },
    check(field) {
      tagOf(field);
    },
  };
}

function without(posted: PstructMapping, name: string): PstructMapping {
  const { [name]: _, ...others } = posted;
  return others;
}

const BODY: UnionBodyConstants = { template: "union-body", readonly: false };
const SHOWN_BODY: UnionBodyConstants = { template: "union-body", readonly: true };

/** Returns a copy of a widget that never requires a value. */
function optional(widget: Widget): Widget {
  const constants: Widget["constants"] = (field, readonly) => ({
    ...widget.constants?.(field, readonly),
    required: false,
    mustChoose: false,
  });
  return { ...widget, constants };
}

/** Returns the fields of a case without the tags that choose it. */
function fieldsOf({ children }: Field, tags: readonly string[]): readonly Field[] {
  return children.filter(({ node }) => !tags.includes(node.name) && node.kind !== "option");
}

/** Returns the place of a case that is not chosen. It has all required items, even in a blank item: the script only shows it. */
function unchosen(place: Place, { field, tag }: Case<Field>, tags: readonly string[]): Place {
  const fresh: unknown = field.node.serialize(undefined);
  // Conditions find the fields of the case by its tag.
  const chosen = tags.map((name, level) => [
    name,
    level === tags.length - 1 ? tag : partOf(place.value, name),
  ]);
  const value = isMapping(fresh) ? { ...fresh, ...Object.fromEntries(chosen) } : fresh;
  const surroundings = { ...place.surroundings, focus: undefined, isBlank: false, isUnchosenCase: true };
  return place.with({ value, error: undefined, surroundings });
}
