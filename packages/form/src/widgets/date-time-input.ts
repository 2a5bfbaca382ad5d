import {
  fitsClock,
  fromHtmlClock,
  isClock,
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
 * Both are in the schema's zone, because a browser does not send its own zone. The label of the time names the zone.
 */
export function dateTimeInput(options: DateTimeInputOptions = {}): Widget {
  return {
    options,
    template: "date-time-input",
    isGroup: true,
    deserialize({ node, language }, pstruct, reading) {
      if (pstruct === undefined || pstruct === "") return pstruct;
      const parts = readParts(pstruct, ["date", "time"], (text) => splitMoment(node, text));
      if (!parts) {
        reading.fail("incompleteDate");
        return pstruct;
      }
      const [date = "", time = ""] = parts;
      if (date === "" && time === "") return "";
      const { constraints } = node;
      // The schema sets the zone, so the time itself must not contain one.
      const isInvalid = constraints.zone !== undefined && !isClock(time);
      const zone = constraints.zone === "utc" ? "Z" : "";
      if (date === "") reading.fail("incompleteDate");
      else if (time === "") reading.fail("incompleteTime");
      // A "T" inside the time would be read as the one before it
      else if (isInvalid || time.includes("T")) reading.fail("incompleteTime", {}, language.messages.notDate);
      else return `${date}T${fromHtmlClock(time, constraints)}${zone}`;
      // The page shows the typed parts again.
      return { date, time };
    },
    inTitles: () => false,
    text(place) {
      const [date = "", time = ""] = partsOf(place);
      const { node, language } = place.field;
      const moment = formatMoment(date, time, language.tag);
      return [moment, place.text && zoneOf(node)].filter(Boolean).join(" ");
    },
    constants: (field) => ({ marker: markerOf(field) }),
    view(place) {
      const { field } = place;
      const { node } = field;
      const [date = "", time = ""] = partsOf(place);
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
      });
      return { parts };
    },
    focusId: (_, id) => childId(id, "date"),
    check(field) {
      checkKind(field, "dateTimeInput", DAYS);
      const { node } = field;
      if (!isIso(node))
        throw new TypeError(`Field "${node.name}" is written in a custom format: give it a textInput`);
      if (node.constraints.zone === "offset")
        throw new TypeError(
          `Field "${node.name}" takes any offset from UTC, but date and time controls post none: give it a textInput`,
        );
    },
  };
}

/** Returns day and time: the typed parts of an incomplete point in time, or else the parts of the text. */
function partsOf({ text, value, field }: WidgetPlace): readonly string[] {
  return readParts(value, ["date", "time"]) ?? splitMoment(field.node, text);
}
