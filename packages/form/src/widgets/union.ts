import type { Pstruct, PstructMapping } from "@turnform/schema";
import { type Case, chosenCase, isRecursive, tagFieldOf } from "../field/cases.ts";
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
import { isShown, referenceViews } from "./mapping.ts";
import { radioChoice } from "./radio-choice.ts";
import { select } from "./select.ts";
import type { Widget, WidgetOptions } from "../field/widget.ts";
import type { ContainerWidget } from "../read/container.ts";

/** Options of {@link union}. */
export interface UnionOptions extends WidgetOptions<UnionView> {
  /** How the case is chosen, default `select`. */
  readonly choice?: "select" | "radio";
  /** Text of the button that shows the fields of the case, where there is no script; default `Choose` in the form's language. */
  readonly chooseText?: string;
}

/** A choice of cases, and the fields of the one that is chosen. */
export interface UnionView extends FieldView, UnionPage {}

/** The properties of {@link UnionView} that differ from page to page. */
export interface UnionPage extends FieldPage {
  readonly body: View;
  /** The hidden control that names the item of the current data, if this is an item with fixed values. */
  readonly references: readonly View[];
  readonly children: readonly View[];
}

/** What is inside of a union, and of a case that is a union by another tag. */
export interface UnionBodyView extends View, UnionBodyConstants, UnionBodyPage {}

/** The properties of {@link UnionBodyView} that are the same on every page. */
export interface UnionBodyConstants extends View {
  readonly readonly: boolean;
}

/** The properties of {@link UnionBodyView} that differ from page to page. */
export interface UnionBodyPage {
  /** The control that holds the tag. */
  readonly tag: View;
  readonly choose: ButtonView;
  /** Id of the tag's label, which describes the button. */
  readonly labelId: string;
  /** The tag of the case that is shown, or nothing. */
  readonly chosen: string;
  /** Name of the control that says of a post which case's fields were shown. */
  readonly shown: string;
  readonly fields: readonly View[];
  /** The other cases, for the script; one that holds the union again may be left to the server. */
  readonly others: readonly { readonly tag: string; readonly fields: readonly View[] }[];
  readonly children: readonly View[];
}

/**
 * One of several kinds of things: a choice of cases, and the fields of the chosen one.
 *
 *     z.discriminatedUnion("kind", [Circle, Square]).meta({ widget: union({ choice: "radio" }) })
 *
 * A case is called by its option's title, or by its tag in words. With the script, choosing a case shows its fields at
 * once, and what was typed in the others comes back with them; without it a button does, by way of the server.
 */
export function union(options: UnionOptions = {}): ContainerWidget {
  const { choice = "select", placeholder = "" } = options;
  const tagFields = new WeakMap<Field, Field>();

  /** The tag with the control that offers all cases. */
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
    const made = tag.drawnBy(field.node.required ? chooser : optional(chooser));
    tagFields.set(field, made);
    return made;
  }

  function bodyView(place: Place, field: Field): StagedView {
    const tagField = tagOf(field);
    const { name } = tagField.node;
    const tagPlace = place.inside(tagField, name, partOf(place.value, name));
    const tag = tagPlace.view();
    const chosen = chosenCase(field, place.value);
    const fields = chosen ? fieldViews(place, chosen, name) : [];
    const others = place.readonly
      ? []
      : field.cases.filter((each) => each.tag !== chosen?.tag && !(place.around.isCase && isRecursive(each)));
    return new StagedView(place.readonly ? SHOWN_BODY : BODY, {
      tag,
      choose: {
        id: `${tagPlace.id}:choose`,
        name: "__edit__",
        value: "choose",
        label: options.chooseText ?? field.say("choose"),
        disabled: false,
        autofocus: false,
      },
      labelId: `${tagPlace.id}:label`,
      chosen: chosen?.tag ?? "",
      shown: `${SHOWN_CASE}${name}`,
      fields,
      others: others.map((each) => ({
        tag: each.tag,
        fields: fieldViews(unchosen(place, each), each, name),
      })),
      children: [tag, ...fields],
    } satisfies UnionBodyPage);
  }

  function fieldViews(place: Place, { field }: Case<Field>, discriminator: string): readonly View[] {
    if (field.node.discriminator !== undefined) return [bodyView(place, field)];
    return fieldsOf(field, discriminator).map((each) => place.child(each).view());
  }

  /** Reads the tag and the fields of the case it names. */
  function read(
    field: Field,
    posted: PstructMapping,
    reading: Reading,
    cstruct: Record<string, unknown>,
  ): void {
    const tagField = tagOf(field);
    const { name } = tagField.node;
    const shown = posted[`${SHOWN_CASE}${name}`];
    const before = field.cases.find((each) => each.tag === shown);
    const unseen = (key: string): boolean =>
      shown !== undefined && !Object.hasOwn(posted, key) && !(before && namesOf(before.field).includes(key));
    const into = (child: Field): void => {
      const key = child.node.name;
      const given: Pstruct | undefined = Object.hasOwn(posted, key) ? posted[key] : undefined;
      const found = reading.inside(key, child, given);
      // A box that was not there is not unticked.
      const text = found !== undefined && unseen(key) ? (child.node.serialize(undefined) ?? found) : found;
      if (text === undefined) delete cstruct[key];
      else cstruct[key] = text;
    };
    into(tagField);
    const chosen = chosenCase(field, cstruct);
    if (!chosen) return;
    const own = new Set(namesOf(chosen.field));
    // What belongs to the case that was shown before is not to be taken for an unknown field of this one.
    for (const other of namesOf(field)) if (!own.has(other)) delete cstruct[other];
    if (chosen.field.node.discriminator !== undefined) read(chosen.field, posted, reading, cstruct);
    else fieldsOf(chosen.field, name).forEach(into);
  }

  return {
    options,
    template: "union",
    readonlyTemplate: "union",
    isGroup: true,
    resources: ["turnform-union.js"],
    deserialize(field, pstruct, reading) {
      if (!isMapping(pstruct)) return pstruct;
      const fields = Object.entries(pstruct).filter(([name]) => !name.startsWith(SHOWN_CASE));
      const cstruct: Record<string, unknown> = Object.assign(Object.create(null), Object.fromEntries(fields));
      read(field, pstruct, reading, cstruct);
      const tag = cstruct[tagOf(field).node.name];
      return (tag === "" || tag === undefined) && !field.node.required ? undefined : cstruct;
    },
    view(place) {
      // Another case may stand in the blank item around.
      const body = bodyView(place.within({ hasTwin: false }), place.field);
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
      const focus = tag.focusId(childId(id, tag.node.name));
      if (!chosen) return { cstruct, focus };
      const [first] = fieldsOf(chosen.field, tag.node.name).filter(isShown);
      const fresh: unknown = chosen.field.node.serialize(undefined);
      return {
        cstruct: filled(chosen.field, Object.assign(Object.create(null), fresh, cstruct)),
        focus: first ? first.focusId(childId(id, first.node.name)) : focus,
      };
    },
    check(field) {
      tagOf(field);
    },
  };
}

const BODY: UnionBodyConstants = { template: "union-body", readonly: false };
const SHOWN_BODY: UnionBodyConstants = { template: "union-body", readonly: true };

/** Makes a widget ask for nothing that may be left out. */
function optional(widget: Widget): Widget {
  const constants: Widget["constants"] = (field, readonly) => ({
    ...widget.constants?.(field, readonly),
    required: false,
    mustChoose: false,
  });
  return { ...widget, constants };
}

/** A case's fields but for the tag. */
function fieldsOf({ children }: Field, discriminator: string): readonly Field[] {
  return children.filter(({ node }) => node.name !== discriminator);
}

/** The names of all fields of an option, or of all options of a union. */
function namesOf({ node, children }: Field): readonly string[] {
  return node.discriminator === undefined
    ? children.map((child) => child.node.name)
    : children.flatMap(namesOf);
}

/** Where a case stands that is not chosen. It holds what it must have, also in a blank item, for the script only shows it. */
function unchosen(place: Place, { field }: Case<Field>): Place {
  const value: unknown = field.node.serialize(undefined);
  const around = { ...place.around, focus: undefined, isBlank: false, isCase: true };
  return place.with({ value, error: undefined, around });
}
