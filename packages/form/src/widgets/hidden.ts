import { type Control, destructure, type Pstruct, type SchemaNode } from "@turnform/schema";
import { keepLeftOut, leaveOut } from "@turnform/schema/left-out";
import { isMapping } from "../field/cstruct.ts";
import type { Place } from "../field/place.ts";
import { withReferences } from "../read/item-reference.ts";
import { oneText } from "./one-text.ts";
import { keepingControl } from "../field/saved-file.ts";
import type { Widget, WidgetOptions } from "../field/widget.ts";

/**
 * Creates hidden controls for a value of any kind, lists and mappings included. The value is posted back unchanged.
 *
 * Errors are shown in the form's summary.
 *
 * @param options Options of the field
 * @param shown The widget of the field if it were not hidden; it cleans posted texts
 */
export function hidden(options: WidgetOptions = {}, shown?: Widget): Widget {
  return {
    ...oneText,
    check: () => {},
    options: { ...options, hidden: true },
    secret: shown?.secret ?? false,
    template: "hidden",
    readonlyTemplate: "hidden",
    deserialize({ children }, pstruct) {
      // An empty text for a list or mapping means that it is missing.
      if (pstruct === "" && children.length > 0) return undefined;
      return typeof pstruct === "string" ? (shown?.clean?.(pstruct) ?? pstruct) : pstruct;
    },
    // A person can't fill it in.
    constants: () => ({ required: false }),
    view({ field, value, readonly }: Place) {
      if (readonly) return { controls: [] };
      const empty = field.isList && field.node.required ? [] : "";
      const controls = destructure({
        [field.node.name]: postable(field.node, withReferences(field, value), empty),
      });
      return { controls: controls.flatMap(toViews) };
    },
  };
}

/**
 * Converts a cstruct to a pstruct.
 *
 * @param missing Stands for a missing value. Inside, that is an empty text, or a group that is left out
 */
function postable(node: SchemaNode | undefined, value: unknown, missing?: Pstruct): Pstruct {
  if (typeof value === "string" || value instanceof File) return value;
  const inside = (key: string | number, part: unknown): Pstruct => postable(node?.child(key), part);
  if (Array.isArray(value))
    return keepLeftOut(
      value,
      value.map((part: unknown, index) => inside(index, part)),
    );
  if (isMapping(value)) {
    const entries = Object.entries(value).map(([name, part]) => [name, inside(name, part)] as const);
    return keepLeftOut(value, Object.assign(Object.create(null), Object.fromEntries(entries)));
  }
  if (value === undefined && missing !== undefined) return missing;
  const isGroup = node !== undefined && node.containment.name !== "leaf";
  const nothing = isGroup ? node.leftOutValues.find((leftOut) => leftOut === value) : undefined;
  return isGroup && node.leftOutValues.includes(nothing)
    ? leaveOut(Object.create(null), nothing)
    : (missing ?? "");
}

/** Returns the hidden controls of a value. A file is posted by its id on the server, in a marker with the field's name. */
function toViews([name, value]: Control): readonly { name: string; value: string }[] {
  if (typeof value === "string") return [{ name, value }];
  const control = keepingControl(value);
  if (!control) return [{ name, value: "" }];
  const marker = `${name}:rename`;
  return [{ name: "__start__", value: marker }, control, { name: "__end__", value: marker }];
}
