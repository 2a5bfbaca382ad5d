import type { Invalid } from "@turnform/schema";
import type { Field } from "./field.ts";

/** Limit of the wrong parts listed at a field. The others are counted. */
const MOST_PARTS = 20;

/**
 * Returns the messages of a field, with those of its parts if one control shows all of them.
 *
 * @param error Errors of the field and its parts
 */
export function messagesOf(field: Field | undefined, error: Invalid | undefined): readonly string[] {
  if (!error || !field?.widget.partName) return error?.messages ?? [];
  const parts = [...error.children.values()]
    .flatMap((child) => child.paths())
    .map((path) => partMessage(field, path));
  const left = parts.length - MOST_PARTS;
  return [
    ...error.messages,
    ...parts.slice(0, MOST_PARTS),
    ...(left > 0 ? [field.say("moreErrors", { count: left })] : []),
  ];
}

/** Returns the number of messages of a field and of its inner fields. */
export function countMessages(field: Field | undefined, error: Invalid | undefined): number {
  if (!error) return 0;
  const own = messagesOf(field, error).length;
  if (field?.widget.partName) return own;
  return [...error.children].reduce(
    (sum, [key, inner]) => sum + countMessages(field?.child(key), inner),
    own,
  );
}

function partMessage(field: Field, path: readonly Invalid[]): string {
  const name = field.widget.partName?.(
    field,
    path.map(({ key }) => key),
  );
  return `${name}: ${path.flatMap(({ messages }) => messages).join(" ")}`;
}
