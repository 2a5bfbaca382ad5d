import { strip, type Pstruct } from "@turnform/schema";
import { columnName, type CsvOptions, formatCsv, isRow, parseCsv } from "./csv.ts";
import { oneText } from "./one-text.ts";
import type { Widget, WidgetPlace } from "../field/widget.ts";

/** Options of {@link textAreaCsv}. */
export interface TextAreaCsvOptions extends CsvOptions {
  /** Number of visible lines; by default the stylesheet sets the height. */
  readonly rows?: number;
  /** Number of visible characters in a line; by default the stylesheet sets the width. */
  readonly cols?: number;
}

/**
 * Creates a text area for rows of comma-separated values, for a list of tuples or of lists.
 *
 *     z.array(z.tuple([z.int(), z.string()])).meta({ widget: textAreaCsv({ rows: 5 }) })
 *
 * An error in a row is shown at the field, with the row's number. An empty text is a missing list, so the field is required
 * unless the schema makes it optional.
 */
export function textAreaCsv(options: TextAreaCsvOptions = {}): Widget {
  const { rows, cols } = options;
  /** Typed texts by the rows read from them: after an error the page shows the text unchanged. */
  const typed = new WeakMap<object, string>();

  function textOf({ value, text }: WidgetPlace): string {
    if (!Array.isArray(value)) return text;
    return typed.get(value) ?? value.map((row) => `${formatCsv(row, options)}\n`).join("");
  }

  return {
    ...oneText,
    options,
    template: "text-area",
    encodes: true,
    deserialize(_, pstruct, reading): Pstruct | undefined {
      if (typeof pstruct !== "string") return pstruct;
      if (strip(pstruct) === "") return undefined;
      const result = parseCsv(pstruct, options);
      if (!result.ok) {
        reading.fail("csvQuotesInLine", { line: result.line });
        return pstruct;
      }
      const read = result.rows.map((row) => [...row]);
      typed.set(read, pstruct);
      return read;
    },
    text: (place) => textOf(place).trimEnd(),
    constants: () => ({ rows, cols }),
    view: (place) => ({ value: textOf(place) }),
    partName(field, [row, column]) {
      const name = field.say("row", { number: Number(row) + 1 });
      return column === undefined ? name : `${name}, ${columnName(field, field.node.children[0], column)}`;
    },
    check({ node: { name, kind, children } }) {
      if (kind !== "array" || !children.every(isRow))
        throw new TypeError(
          `Field "${name}" does not fit its widget textAreaCsv, which needs a list of rows of single values`,
        );
    },
  };
}
