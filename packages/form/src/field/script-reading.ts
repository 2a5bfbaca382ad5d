import type { SchemaNode } from "@turnform/schema";
import { isIso, zoneOf } from "../languages/html-moment.ts";
import type { ControlReading } from "./control-reading.ts";
import type { LeavingOut } from "./left-out.ts";
import type { WidgetField } from "./widget.ts";

/** The part of a reading that follows from the field's type. */
interface TypeReading {
  /** True for a number without a fraction. */
  readonly isWhole?: boolean | undefined;
  /** True for a point in time that is a text. Any text is a value then. */
  readonly isText?: boolean | undefined;
  /** True for a day that is a text. Other texts have no order. */
  readonly isDay?: boolean | undefined;
  /** Offset from UTC of a point in time without one. */
  readonly offset?: string | undefined;
  /** True for a union that is left out if no case is chosen. */
  readonly isChoice?: boolean | undefined;
}

/** A field that a condition reads. */
interface ReadField extends WidgetField {
  readonly isList: boolean;
  readonly leftOutBy: LeavingOut | undefined;
  readonly widget: { scriptReading?(field: WidgetField): ControlReading };
}

/**
 * Returns the data for reading a field by the script, as JSON.
 *
 * @param isGroup True for a group or list
 * @returns undefined for the text of one control
 */
export function controlReading(field: ReadField, isGroup: boolean): string | undefined {
  const { node, widget, isList, leftOutBy } = field;
  const isChoice = node.discriminator !== undefined && leftOutBy === "nothing inside";
  const reading: ControlReading & TypeReading = isGroup
    ? { as: isList ? "list" : "group", isChoice: isChoice || undefined }
    : { ...typeReading(node), ...widget.scriptReading?.(field) };
  const json = JSON.stringify(reading);
  return json === "{}" ? undefined : json;
}

const NUMBERS: ReadonlySet<string> = new Set(["number", "integer", "bigint", "decimal", "money"]);

function typeReading(node: SchemaNode): ControlReading & TypeReading {
  const { kind, choices, constraints } = node;
  const { format, precision } = constraints;
  if (kind === "file") return { as: "list" };
  if (choices) return {};
  if (NUMBERS.has(kind)) return { as: "number", isWhole: kind === "bigint" || undefined };
  if (kind === "date" || kind === "datetime") {
    const offset = zoneOf(node).slice("UTC".length) || undefined;
    return { as: isIso(node) ? "moment" : "unknown", offset };
  }
  if (format === "date") return { isDay: true };
  if (format === "datetime") return { as: "moment", isText: true };
  // The widget adds seconds, or takes them away.
  return precision === undefined ? {} : { as: "unknown" };
}
