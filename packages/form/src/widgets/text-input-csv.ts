import { strip, type Pstruct } from "@turnform/schema";
import { columnName, type CsvOptions, formatCsv, isRow, parseCsv } from "./csv.ts";
import { oneText } from "./one-text.ts";
import type { Widget, WidgetPlace } from "../field/widget.ts";

/**
 * A row of comma-separated values in one line, for a tuple or a list of single values.
 *
 *     z.tuple([z.int(), z.string()])   // 1,"one, two"
 *
 * What is wrong with a value stands at the field. An empty text is no row at all.
 */
export function textInputCsv(options: CsvOptions = {}): Widget {
  /** What was typed, by the row that was read of it: it is shown again as it is. */
  const typed = new WeakMap<object, string>();

  function textOf({ value, text }: WidgetPlace): string {
    return Array.isArray(value) ? (typed.get(value) ?? formatCsv(value, options)) : text;
  }

  return {
    ...oneText,
    options,
    template: "text-input",
    deserialize(_, pstruct, reading): Pstruct | undefined {
      if (typeof pstruct !== "string") return pstruct;
      if (strip(pstruct) === "") return undefined;
      const result = parseCsv(pstruct, options);
      if (!result.ok) {
        reading.fail("csvQuotes");
        return pstruct;
      }
      // No browser posts several lines of it, but nothing that comes is dropped
      const row = result.rows.flat();
      if (result.rows.length === 1) typed.set(row, pstruct);
      return row;
    },
    text: textOf,
    view: (place) => ({ type: "text", value: textOf(place) }),
    partName: (field, [column]) => columnName(field, field.node, column),
    check({ node }) {
      if (!isRow(node))
        throw new TypeError(`Field "${node.name}" is not a row of single values, as textInputCsv needs`);
    },
  };
}
