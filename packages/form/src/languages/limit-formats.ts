import type { MessageOptions } from "@turnform/schema";
import { formatClock, formatDay, formatMoment, formatSizeLimit } from "./format-values.ts";
import { isDay, isIso, splitMoment, toHtmlClock, toHtmlDay, zoneOf } from "./html-moment.ts";
import type { Language } from "./language.ts";

/** Returns the functions that write the limits in messages as forms show the same values. */
export function limitFormats({ tag }: Pick<Language, "tag">): NonNullable<MessageOptions["formats"]> {
  return {
    bytes: (bytes, rounding) => formatSizeLimit(bytes, tag, rounding),
    moment(text, node) {
      if (node.kind === "time") return formatClock(toHtmlClock(text), tag);
      const date = toHtmlDay(node, text);
      if (node.kind === "date" && isDay(date)) return formatDay(date, tag);
      // A field with its own notation is a text input, which takes and shows this text.
      if (!isIso(node)) return text;
      const [day = "", clock = ""] = splitMoment(node, text);
      return [formatMoment(day, clock, tag), zoneOf(node)].filter(Boolean).join(" ");
    },
  };
}
