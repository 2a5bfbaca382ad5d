import type { Pstruct } from "@turnform/schema";
import { editInside } from "../read/edit.ts";
import type { Field } from "../field/field.ts";
import { childId } from "../field/ids.ts";
import { checkOneOf } from "../field/one-of.ts";
import { fillParts } from "../read/new-value.ts";
import { boxId, includeLabel, isLeftOut } from "../field/left-out.ts";
import { isMapping } from "../field/cstruct.ts";
import { ITEM_REFERENCE } from "../field/reserved-names.ts";
import { referenceToPost } from "../read/item-reference.ts";
import type { Place } from "../field/place.ts";
import { StagedView } from "../field/staged-view.ts";
import type { MappingView } from "../field/view.ts";
import type { View } from "../field/template.ts";
import type { WidgetOptions } from "../field/widget.ts";
import type { ContainerWidget } from "../read/container.ts";
import { fieldViews, holdsEmptyRequired } from "./block-views.ts";

/** Options of {@link mapping}. */
export interface MappingOptions extends WidgetOptions<MappingView> {
  /** The frame, default `plain`. `details` opens and closes; it starts open with errors, in a new item, or with an empty required field. */
  readonly frame?: "plain" | "card" | "details";
  /** Shows `details` open at first. Default: false. */
  readonly open?: boolean;
  /** Label of the box that includes an optional group, default `Include` and the group's title. */
  readonly includeText?: string;
}

/** Creates a group of named fields under a heading. */
export function mapping(options: MappingOptions = {}): ContainerWidget {
  const { frame = "plain", open = false, includeText } = options;

  const isOpen = (place: Place): boolean => {
    const { field, value, error, number, focus = "", id } = place;
    if (frame !== "details" || open || error !== undefined || number === "*") return true;
    if (focus.startsWith(`${id}-`) || focus === boxId(id)) return true;
    return field.leftOutBy === undefined ? holdsEmptyRequired(place) : !isLeftOut(field, value);
  };

  const template = frame === "details" ? "mapping-details" : "mapping";

  return {
    options,
    template,
    readonlyTemplate: template,
    isGroup: true,
    drawsActions: true,
    resources: frame === "details" ? ["turnform-details.css"] : [],
    fitsRow: frame !== "details",
    leftOutBy: () => "box",
    constants: (field) => ({ frame, includeLabel: includeLabel(field, includeText) }),
    deserialize(field, posted, reading) {
      if (posted === undefined && field.node.leftOutValues.length > 0) return undefined;
      const pstruct: Pstruct = posted ?? Object.create(null);
      if (!isMapping(pstruct)) return pstruct;
      // Most widgets don't change the posted value, so most mappings need no copy
      let changed: Record<string, unknown> | undefined;
      for (const child of field.children) {
        const { name } = child.node;
        const given = Object.hasOwn(pstruct, name) ? pstruct[name] : undefined;
        const text = reading.inside(name, child, given);
        if (text === given) continue;
        changed ??= copyOf(pstruct);
        if (text === undefined) delete changed[name];
        else changed[name] = text;
      }
      return changed ?? pstruct;
    },
    view(place) {
      const { field, isNothing } = place;
      const shown = place.with({ value: field.shown(place.value) });
      const views = isNothing ? [] : fieldViews(shown);
      return { open: isOpen(place), children: referenceViews(place).concat(views) };
    },
    focusId(field, id) {
      if (field.leftOutBy === "box") return boxId(id);
      const first = field.children.find(isShown);
      return first ? first.focusId(childId(id, first.node.name)) : id;
    },
    check({ node: { name, kind } }) {
      checkOneOf(`frame of mapping "${name}"`, frame, ["plain", "card", "details"]);
      if (kind !== "object")
        throw new TypeError(`Field "${name}" is of kind ${kind}, but its widget mapping needs an object`);
    },
    fill: fillParts,
    edit: (target) => editInside(target, target.field.child(target.path[0] ?? "")),
  };
}

const HIDDEN: View = { template: "hidden" };

/** Returns the hidden control that identifies an item with fixed values in the current data. */
export function referenceViews({ field, id, value, number, surroundings }: Place): readonly View[] {
  if (!field.isNumbered || number === "*" || surroundings.isBlank || surroundings.readonly) return [];
  const reference = referenceToPost(field, value);
  if (reference === undefined) return [];
  return [new StagedView(HIDDEN, { id, controls: [{ name: ITEM_REFERENCE, value: reference }] })];
}

/** Copies a mapping without a prototype. V8 makes objects of `Object.create(null)` slow dictionaries. */
function copyOf(mapping: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.setPrototypeOf({ ...mapping }, null);
}

/** Returns true if a person can fill in a field. */
export function isShown({ options }: Field): boolean {
  return options.hidden !== true && options.readonly !== true && options.disabled !== true;
}
