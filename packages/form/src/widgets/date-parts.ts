import { fromHtmlDay, toHtmlDay } from "../html-moment.ts";
import { childId } from "../ids.ts";
import { dayInWords } from "../in-words.ts";
import { inLines, linesOf, type PartsView, partsView, readParts } from "./parts.ts";
import type { Widget, WidgetOptions } from "./widget.ts";

/** Options of {@link dateParts}. */
export interface DatePartsOptions extends WidgetOptions<PartsView> {
  /** Takes a year of two digits for one from 2000 on, default true. */
  readonly assumeY2k?: boolean;
  /** Lets a browser fill in a birthday, by `bday`. */
  readonly autocomplete?: "bday";
}

const NAMES = ["year", "month", "day"] as const;

/** A day that a person knows by heart, such as a birthday: year, month and day to type, posted as `{ year, month, day }`. */
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
    isGroup: true,
    deserialize({ node }, pstruct, reading) {
      if (pstruct === undefined) return undefined;
      const parts = readParts(pstruct, NAMES);
      if (!parts) {
        reading.fail("incompleteDate");
        return pstruct;
      }
      if (parts.every((text) => text === "")) return "";
      const isApart = parts.slice(1).every((text) => /^[^-T]*$/.test(text));
      if (parts.includes("") || !isApart) reading.fail("incompleteDate");
      if (!isApart) return inLines(parts);
      const [year = "", month = "", day = ""] = parts;
      const full = assumeY2k && /^\d\d$/.test(year) ? `20${year}` : year;
      const padded = [full, month.padStart(2, "0"), day.padStart(2, "0")].join("-");
      const written = fromHtmlDay(node, padded);
      return written === padded ? [full, month, day].join("-") : written;
    },
    inTitles: () => false,
    text: ({ field, text }) => dayInWords(toHtmlDay(field.node, text), field.context.language.tag),
    view(place): PartsView {
      const text = toHtmlDay(place.field.node, place.text);
      const split = /^(.*)-([^-]*)-([^-T]*)(?:T.*)?$/s.exec(text)?.slice(1);
      const [year = text, month = "", day = ""] = linesOf(text) ?? split ?? [];
      const { field } = place;
      return partsView(place, {
        year: part("year", field.say("year"), year, 4),
        month: part("month", field.say("month"), month, 2),
        day: part("day", field.say("day"), day, 2),
      });
    },
    focusId: (_, id) => childId(id, "year"),
  };
}
