import type { Invalid } from "@turnform/schema";
import type { Field } from "./field.ts";

/** How many parts of a value a field says what is wrong with; the rest are counted. */
const MOST_PARTS = 20;

/**
 * What is wrong with a field: with itself, and with the parts of its value where one control shows all of them.
 *
 * @param error What is wrong there and below
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

function partMessage(field: Field, path: readonly Invalid[]): string {
  const name = field.widget.partName?.(
    field,
    path.map(({ key }) => key),
  );
  return `${name}: ${path.flatMap(({ messages }) => messages).join(" ")}`;
}
