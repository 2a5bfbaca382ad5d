import { type Control, destructure, type Pstruct } from "@turnform/schema";
import { isMapping } from "../field/cstruct.ts";
import type { Place } from "../field/place.ts";
import { withReferences } from "../read/item-reference.ts";
import { oneText } from "./one-text.ts";
import { UPLOAD } from "../field/reserved-names.ts";
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
      const controls = destructure({ [field.node.name]: postable(withReferences(field, value) ?? empty) });
      return { controls: controls.flatMap(toViews) };
    },
  };
}

/** Converts a cstruct to a pstruct, with empty texts for missing values. */
function postable(value: unknown): Pstruct {
  if (typeof value === "string" || value instanceof File) return value;
  if (Array.isArray(value)) return value.map(postable);
  if (!isMapping(value)) return "";
  const entries = Object.entries(value).map(([name, part]) => [name, postable(part)] as const);
  return Object.assign(Object.create(null), Object.fromEntries(entries));
}

/** Returns the hidden controls of a value. A file is posted by its id on the server, in a marker with the field's name. */
function toViews([name, value]: Control): readonly { name: string; value: string }[] {
  if (typeof value === "string") return [{ name, value }];
  if (!("id" in value) || typeof value.id !== "string") return [{ name, value: "" }];
  const marker = `${name}:rename`;
  return [
    { name: "__start__", value: marker },
    { name: UPLOAD, value: value.id },
    { name: "__end__", value: marker },
  ];
}
