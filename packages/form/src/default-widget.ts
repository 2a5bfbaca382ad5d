import type { Kind, SchemaNode } from "@turnform/schema";
import { checkbox } from "./widgets/checkbox.ts";
import { mapping } from "./widgets/mapping.ts";
import { numberInput } from "./widgets/number-input.ts";
import { select } from "./widgets/select.ts";
import { sequence } from "./widgets/sequence.ts";
import { textInput } from "./widgets/text-input.ts";
import type { Widget } from "./widgets/widget.ts";

const byKind: Readonly<Record<Kind, Widget>> = {
  string: textInput(),
  number: numberInput(),
  integer: numberInput(),
  boolean: checkbox(),
  enum: select(),
  object: mapping(),
  array: sequence(),
};

/** The widget that follows from what a schema node is. */
export function defaultWidget(node: SchemaNode): Widget {
  return byKind[node.kind];
}
