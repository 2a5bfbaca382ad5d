import type { Kind, SchemaNode } from "@turnform/schema";
import { checkbox } from "./widgets/checkbox.ts";
import { fileInput } from "./widgets/file-input.ts";
import { mapping } from "./widgets/mapping.ts";
import { numberInput } from "./widgets/number-input.ts";
import { select } from "./widgets/select.ts";
import { sequence } from "./widgets/sequence.ts";
import { textInput } from "./widgets/text-input.ts";
import type { Widget } from "./widgets/widget.ts";

const byKind: ReadonlyMap<Kind, Widget> = new Map([
  ["number", numberInput()],
  ["integer", numberInput()],
  ["boolean", checkbox()],
  ["enum", select()],
  ["file", fileInput()],
  ["object", mapping()],
  ["array", sequence()],
]);

/** What else is written as one text. */
const anyText = textInput();

/**
 * The widget that follows from what a schema node is.
 *
 * @throws TypeError where none does: a kind made of parts needs a widget that knows them
 */
export function defaultWidget(node: SchemaNode): Widget {
  const widget = byKind.get(node.kind) ?? (node.children.length === 0 ? anyText : undefined);
  if (!widget)
    throw new TypeError(
      `Field "${node.name}" is a ${node.kind}, which no widget draws by itself: give it one by .meta({ widget })`,
    );
  return widget;
}
