import { strip, type Pstruct } from "@turnform/schema";
import { columnName, type CsvOptions, formatCsv, isRow, parseCsv } from "./csv.ts";
import { oneText } from "./one-text.ts";
import type { Widget, WidgetPlace } from "../field/widget.ts";

/**
 * Creates a text input for one row of comma-separated values, for a tuple or a list of single values.
 *
 *     z.tuple([z.int(), z.string()])   // 1,"one, two"
 *
 * An error in a value is shown at the field. An empty text is a missing row.
 */
export function textInputCsv(options: CsvOptions = {}): Widget {
  /** Typed texts by the row read from them: after an error the page shows the text unchanged. */
  const typed = new WeakMap<object, string>();

  function textOf({ value, text }: WidgetPlace): string {
    return Array.isArray(value) ? (typed.get(value) ?? formatCsv(value, options)) : text;
  }

  return {
    ...oneText,
    options,
    template: "text-input",
    encodes: true,
    deserialize(_, pstruct, reading): Pstruct | undefined {
      if (typeof pstruct !== "string") return pstruct;
      if (strip(pstruct) === "") return undefined;
      const result = parseCsv(pstruct, options);
      if (!result.ok) {
        reading.fail("csvQuotes");
        return pstruct;
      }
      // Browsers post one line. Further lines from other clients are kept
      const row = result.rows.flat();
      if (result.rows.length === 1) typed.set(row, pstruct);
      return row;
    },
    text: textOf,
    view: (place) => ({ type: "text", value: textOf(place) }),
    partName: (field, [column]) => columnName(field, field.node, column),
    check({ node }) {
      if (!isRow(node))
        throw new TypeError(
          `Field "${node.name}" does not fit its widget textInputCsv, which needs a row of single values`,
        );
    },
  };
}
