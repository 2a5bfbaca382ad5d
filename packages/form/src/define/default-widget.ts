import type { Kind, SchemaNode } from "@turnform/schema";
import { isIso } from "../languages/html-moment.ts";
import { isOneText } from "../widgets/check-kind.ts";
import { checkbox } from "../widgets/checkbox.ts";
import { checkboxChoice } from "../widgets/checkbox-choice.ts";
import { dateInput } from "../widgets/date-input.ts";
import { dateTimeInput } from "../widgets/date-time-input.ts";
import { entries } from "../widgets/entries.ts";
import { fileInput } from "../widgets/file-input.ts";
import { hidden } from "../widgets/hidden.ts";
import { mapping } from "../widgets/mapping.ts";
import { moneyInput } from "../widgets/money-input.ts";
import { numberInput } from "../widgets/number-input.ts";
import { select } from "../widgets/select.ts";
import { sequence } from "../widgets/sequence.ts";
import { tags } from "../widgets/tags.ts";
import { textInput } from "../widgets/text-input.ts";
import { textInputCsv } from "../widgets/text-input-csv.ts";
import { isRow } from "../widgets/csv.ts";
import { timeInput } from "../widgets/time-input.ts";
import { tupleGroup } from "../widgets/tuple-group.ts";
import { union } from "../widgets/union.ts";
import type { Widget } from "../field/widget.ts";

const byKind: ReadonlyMap<Kind, Widget> = new Map([
  ["number", numberInput()],
  ["integer", numberInput()],
  ["bigint", numberInput()],
  ["decimal", numberInput()],
  ["date", dateInput()],
  ["datetime", dateTimeInput()],
  ["time", timeInput()],
  ["money", moneyInput()],
  ["boolean", checkbox()],
  ["enum", select()],
  ["file", fileInput()],
  // Nobody can fill in a value that must be missing.
  ["null", hidden()],
  ["object", mapping()],
  ["array", sequence()],
  ["set", checkboxChoice()],
  ["tuple", tupleGroup()],
  ["record", entries()],
  ["map", entries()],
]);

/** Default for a text with a point in time. */
const anyMoment = dateTimeInput();

/** Default for a set of single values without choices. */
const anyTexts = tags();

/** Default for a tuple of single values. */
const anyRow = textInputCsv();

/** Default for other sets. */
const anyList = sequence();

const anyCase = union();

/** Default for all other single values. */
const anyText = textInput();

/**
 * Returns the default widget of a schema node.
 *
 * @param path Path of the field, for messages
 * @throws TypeError if there is none, because a type with parts needs a widget that knows them
 */
export function defaultWidget(node: SchemaNode, path: string): Widget {
  if (node.kind === "set" && !node.choices) return isLeaf(node.children[0]) ? anyTexts : anyList;
  if (node.kind === "tuple" && isRow(node)) return anyRow;
  if (node.kind === "union") return unionWidget(node, path);
  if (node.kind === "string" && node.constraints.format === "datetime" && !node.choices) return anyMoment;
  // Browsers have no control for moments in another format.
  const forKind = node.kind === "datetime" && !isIso(node) ? undefined : byKind.get(node.kind);
  const widget = forKind ?? (node.children.length === 0 ? anyText : undefined);
  if (!widget)
    throw new TypeError(
      `Field "${path}" is a ${node.kind}, which no widget draws by itself: give it one by .meta({ widget })`,
    );
  return widget;
}

/** Returns the widget of a union. Without a tag, it is one text if each option is. */
function unionWidget(node: SchemaNode, path: string): Widget {
  if (node.discriminator !== undefined) return anyCase;
  if (node.children.some(({ meta }) => meta.widget !== undefined))
    throw new TypeError(
      `An option of field "${path}" has a widget, but one control shows all of them: give it to the union`,
    );
  if (isOneText(node)) return anyText;
  const kinds = [...new Set(node.children.map(({ kind }) => kind))].join(", ");
  throw new TypeError(
    `${path === "" ? "The schema" : `Field "${path}"`} is a z.union() of ${kinds}, and no single control shows all of them. Make each option an object, ` +
      `use z.discriminatedUnion(), or set .meta({ wire: { decode, encode } }) to read the union from a text`,
  );
}

function isLeaf(node: SchemaNode | undefined): boolean {
  return node?.children.length === 0 && node.kind !== "object";
}
