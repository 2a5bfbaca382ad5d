import { type Control, destructure, type Pstruct } from "@turnform/schema";
import { isMapping } from "../field/cstruct.ts";
import type { Place } from "../field/place.ts";
import { withReferences } from "../read/item-reference.ts";
import { oneText } from "./one-text.ts";
import { UPLOAD } from "../field/reserved-names.ts";
import type { Widget, WidgetOptions } from "../field/widget.ts";

/**
 * A value that is posted back as it is and not shown, of any kind: lists and mappings as well.
 *
 * What is wrong with it stands in the form's summary.
 *
 * @param options Those of all widgets
 * @param shown The widget that would show it; what that takes out of a text for safety is taken out all the same
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
      // What is made of parts has no text: it is not there.
      if (pstruct === "" && children.length > 0) return undefined;
      return typeof pstruct === "string" ? (shown?.clean?.(pstruct) ?? pstruct) : pstruct;
    },
    // Nobody can fill it in.
    constants: () => ({ required: false }),
    view({ field, value, readonly }: Place) {
      if (readonly) return { controls: [] };
      const empty = field.isList && field.node.required ? [] : "";
      const controls = destructure({ [field.node.name]: postable(withReferences(field, value) ?? empty) });
      return { controls: controls.flatMap(toViews) };
    },
  };
}

/** A cstruct as it can be posted: nothing is an empty text. */
function postable(value: unknown): Pstruct {
  if (typeof value === "string" || value instanceof File) return value;
  if (Array.isArray(value)) return value.map(postable);
  if (!isMapping(value)) return "";
  const entries = Object.entries(value).map(([name, each]) => [name, postable(each)] as const);
  return Object.assign(Object.create(null), Object.fromEntries(entries));
}

/** A file is posted by the id that the server keeps it under, as the one value of its name. */
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
