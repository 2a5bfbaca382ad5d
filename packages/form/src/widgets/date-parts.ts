import type { SchemaNode } from "@turnform/schema";
import { checkKind, DAYS } from "./check-kind.ts";
import { fromHtmlDay, isIso, toHtmlDay } from "../languages/html-moment.ts";
import { childId } from "../field/ids.ts";
import { formatDay } from "../languages/format-values.ts";
import { markerOf, type PartsView, partViews, readParts } from "./parts.ts";
import type { Widget, WidgetOptions, WidgetPlace } from "../field/widget.ts";

/** Options of {@link dateParts}. */
export interface DatePartsOptions extends WidgetOptions<PartsView> {
  /** Reads a year of two digits as 20xx, default true. */
  readonly assumeY2k?: boolean;
  /** HTML's `autocomplete`: lets a browser fill in a birthday. */
  readonly autocomplete?: "bday";
}

const NAMES = ["year", "month", "day"] as const;

/** Creates inputs for year, month and day, posted as `{ year, month, day }`: for a date known by heart, such as a birthday. */
export function dateParts(options: DatePartsOptions = {}): Widget {
  const { assumeY2k = true, autocomplete } = options;
  const part = (name: (typeof NAMES)[number], label: string, value: string, size: number) => ({
    label,
    type: "text",
    value,
    size,
    inputMode: "numeric",
    autocomplete: autocomplete && `${autocomplete}-${name}`,
  });
  return {
    options,
    template: "date-parts",
    encodes: true,
    isGroup: true,
    deserialize({ node, language }, pstruct, reading) {
      if (pstruct === undefined || pstruct === "") return pstruct;
      const parts = readParts(pstruct, NAMES, (text) => splitDay(node, text));
      if (!parts) {
        reading.fail("incompleteDate");
        return pstruct;
      }
      if (parts.every((text) => text === "")) return "";
      const [year = "", month = "", day = ""] = parts;
      // A separator inside a part would be read as one between parts
      const isAmbiguous = /[-T]/.test(month + day) || year.includes("T");
      if (parts.includes("") || isAmbiguous) {
        reading.fail("incompleteDate", {}, isAmbiguous ? language.messages.notDate : undefined);
        // The page shows the typed parts again.
        return { year, month, day };
      }
      const fullYear = assumeY2k && /^\d\d$/.test(year) ? `20${year}` : year;
      const padded = [fullYear, month.padStart(2, "0"), day.padStart(2, "0")].join("-");
      const written = fromHtmlDay(node, padded);
      return written === padded ? [fullYear, month, day].join("-") : written;
    },
    inTitles: () => false,
    scriptReading: ({ node }) => ({
      parts: "day",
      century: assumeY2k ? "20" : undefined,
      ...(!isIso(node) && { as: "moment" }),
    }),
    text: ({ field, text }) => formatDay(toHtmlDay(field.node, text), field.language.tag),
    constants: (field) => ({ marker: markerOf(field) }),
    view(place) {
      const { field } = place;
      const [year = "", month = "", day = ""] = partsOf(place);
      const parts = partViews(place, {
        year: part("year", field.say("year"), year, 4),
        month: part("month", field.say("month"), month, 2),
        day: part("day", field.say("day"), day, 2),
      });
      return { parts };
    },
    focusId: (_, id) => childId(id, "year"),
    check: (field) => checkKind(field, "dateParts", DAYS),
  };
}

/** Returns year, month and day: the typed parts of an incomplete date, or else the parts of the text. */
function partsOf({ field, text, value }: WidgetPlace): readonly string[] {
  return readParts(value, NAMES) ?? splitDay(field.node, text);
}

/** Splits a day into its parts. The time of a point in time is left out. */
function splitDay(node: SchemaNode, text: string): readonly string[] {
  const written = toHtmlDay(node, text);
  const day = /^\d{4}-\d\d-\d\dT/.test(written) ? written.slice(0, 10) : written;
  const [last, first] = [day.lastIndexOf("-"), day.lastIndexOf("-", day.lastIndexOf("-") - 1)];
  if (first < 0 || last <= first) return [day, "", ""];
  return [day.slice(0, first), day.slice(first + 1, last), day.slice(last + 1)];
}
