import type { SchemaNode } from "@turnform/schema";
import {
  fitsClock,
  fromHtmlClock,
  isDay,
  isIso,
  limitDay,
  splitMoment,
  stepOf,
  zoneOf,
} from "../languages/html-moment.ts";
import { checkKind, DAYS } from "./check-kind.ts";
import { childId } from "../field/ids.ts";
import { formatMoment } from "../languages/format-values.ts";
import { markerOf, type PartsView, partViews, readParts } from "./parts.ts";
import type { Widget, WidgetOptions, WidgetPlace } from "../field/widget.ts";

/** Options of {@link dateTimeInput}. */
export interface DateTimeInputOptions extends WidgetOptions<PartsView> {
  /** Step of the time in seconds, default the schema's precision, or 60. A value with seconds is shown with them. */
  readonly step?: number;
}

/**
 * Creates inputs for a point in time: a day and a time, posted as `{ date, time }`.
 *
 * Both are in the schema's zone, because a browser does not send its own zone. The label of the time names the zone. If the
 * schema takes any offset from UTC, a third input holds it; a blank offset is UTC.
 */
export function dateTimeInput(options: DateTimeInputOptions = {}): Widget {
  return {
    options,
    template: "date-time-input",
    encodes: true,
    isGroup: true,
    deserialize({ node, language }, pstruct, reading) {
      if (pstruct === undefined || pstruct === "") return pstruct;
      const names = namesOf(node);
      const parts = readParts(pstruct, names, (text) => momentParts(node, text));
      if (!parts) {
        reading.fail("incompleteDate");
        return pstruct;
      }
      const [date = "", time = "", offset = ""] = parts;
      if (parts.every((part) => part === "")) return "";
      const { constraints } = node;
      // Another control has the zone, so the time itself must not contain one.
      const isInvalid = constraints.zone !== undefined && !WALL_TIME[constraints.zone].test(time);
      const zone = offset || (constraints.zone === "utc" || constraints.zone === "offset" ? "Z" : "");
      if (date === "") reading.fail("incompleteDate");
      else if (time === "") reading.fail("incompleteTime");
      // A "T" inside the time would be read as the one before it
      else if (isInvalid || time.includes("T")) reading.fail("incompleteTime", {}, language.messages.notDate);
      else return `${date}T${withSeconds(fromHtmlClock(time, constraints), zone, node)}${zone}`;
      // The page shows the typed parts again.
      return Object.fromEntries(names.map((name, i) => [name, parts[i] ?? ""]));
    },
    inTitles: () => false,
    scriptReading: () => ({ as: "moment", parts: "moment" }),
    text(place) {
      const [date = "", time = "", offset = ""] = partsOf(place);
      const { node, language } = place.field;
      const moment = formatMoment(date, time, language.tag);
      return [moment, place.text && (offset || zoneOf(node))].filter(Boolean).join(" ");
    },
    constants: (field) => ({ marker: markerOf(field) }),
    view(place) {
      const { field } = place;
      const { node } = field;
      const [date = "", time = "", offset = ""] = partsOf(place);
      const zone = zoneOf(node);
      const parts = partViews(place, {
        date: {
          label: field.say("date"),
          type: date === "" || isDay(date) ? "date" : "text",
          value: date,
          min: limitDay(node, node.constraints.min),
          max: limitDay(node, node.constraints.max),
        },
        time: {
          label: zone === "" ? field.say("time") : field.say("timeInZone", { zone }),
          type: fitsClock(time, node.constraints) ? "time" : "text",
          value: time,
          step: stepOf(time, options.step, node.constraints.precision),
        },
        ...(takesOffset(node) && {
          offset: {
            label: field.say("offset"),
            type: "text",
            value: offset,
            required: false,
            requirable: false,
            size: 7,
          },
        }),
      });
      return { parts };
    },
    focusId: (_, id) => childId(id, "date"),
    check(field) {
      checkKind(field, "dateTimeInput", DAYS);
      const { node } = field;
      if (!isIso(node))
        throw new TypeError(`Field "${node.name}" is written in a custom format: give it a textInput`);
    },
  };
}

/** Times without the zone that another control or the schema adds. */
const WALL_TIME: Readonly<Record<NonNullable<SchemaNode["constraints"]["zone"]>, RegExp>> = {
  utc: /^\d\d:\d\d(?::\d\d(?:\.\d+)?)?$/,
  offset: /^\d\d:\d\d(?::\d\d(?:\.\d+)?)?$/,
  any: /^\d\d:\d\d(?::\d\d(?:\.\d+)?)?$/,
  local: /^\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z?$/,
};

/** Adds seconds to a time that gets a zone, because zod asks for them. A browser leaves out seconds of 0. */
function withSeconds(time: string, zone: string, { constraints }: SchemaNode): string {
  const needsThem = zone !== "" && constraints.zone !== undefined && constraints.precision === undefined;
  return needsThem && /^\d\d:\d\d$/.test(time) ? `${time}:00` : time;
}

function takesOffset({ constraints: { zone } }: SchemaNode): boolean {
  return zone === "offset" || zone === "any";
}

/** Returns the names of the posted parts. */
function namesOf(node: SchemaNode): readonly string[] {
  return takesOffset(node) ? ["date", "time", "offset"] : ["date", "time"];
}

/** Returns the parts: those typed for an incomplete point in time, or else the parts of the text. */
function partsOf({ text, value, field }: WidgetPlace): readonly string[] {
  return readParts(value, namesOf(field.node)) ?? momentParts(field.node, text);
}

/** Splits a point in time into its parts, as HTML writes them. */
function momentParts(node: SchemaNode, text: string): readonly string[] {
  const at = text.lastIndexOf("T");
  const { zone } = node.constraints;
  if (at === -1 || zone === undefined) return splitMoment(node, text);
  // The text is the value itself, so a fraction keeps its zeros.
  const time = text.slice(at + 1);
  const [offset = ""] = takesOffset(node) ? (/(?:Z|[+-]\d\d(?::?\d\d)?)$/.exec(time) ?? []) : [];
  const clock = time.slice(0, time.length - offset.length);
  return [text.slice(0, at), zone === "utc" ? clock.replace(/Z$/, "") : clock, offset];
}
