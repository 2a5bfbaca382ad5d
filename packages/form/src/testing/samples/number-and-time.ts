import { date, datetime, Decimal, money, time } from "@turnform/schema";
import { z } from "zod";
import { colorInput } from "../../widgets/color-input.ts";
import { dateInput } from "../../widgets/date-input.ts";
import { dateParts } from "../../widgets/date-parts.ts";
import { dateTimeInput } from "../../widgets/date-time-input.ts";
import { moneyInput } from "../../widgets/money-input.ts";
import { rangeInput } from "../../widgets/range-input.ts";
import { timeInput } from "../../widgets/time-input.ts";
import { sample, type WidgetSample } from "../sample.ts";

const noon = new Date("2020-05-06T12:00:00Z");
const day = new Date("2020-05-06");
const longAgo = new Date("0999-12-31");

/** Samples of widgets for amounts, days, times, colours and ranges. */
export const numberAndTimeSamples: readonly WidgetSample[] = [
  sample(
    "moneyInput",
    (o) => money().meta({ widget: moneyInput(o) }),
    Decimal("1234567.89"),
    Decimal("-0.10"),
  ),
  sample(
    "moneyInput in another language",
    (o) => money().meta({ widget: moneyInput({ ...o, locale: "de", currency: "EUR" }) }),
    Decimal("1234567.89"),
    Decimal("5.00"),
  ),
  sample("dateInput", (o) => date().meta({ widget: dateInput(o) }), day, longAgo),
  sample("dateInput of a point in time", (o) => z.date().meta({ widget: dateInput(o) }), noon, day),
  sample(
    "dateInput in a format",
    (o) => date({ format: "%d/%m/%Y" }).meta({ widget: dateInput(o) }),
    day,
    longAgo,
  ),
  sample("dateInput of a text", (o) => z.iso.date().meta({ widget: dateInput(o) }), "2020-05-06"),
  sample("timeInput", (o) => time().meta({ widget: timeInput(o) }), "10:20:30.500000", "00:00:00.000001"),
  sample(
    "dateTimeInput",
    (o) => datetime().meta({ widget: dateTimeInput(o) }),
    new Date("2020-05-06T10:20:30.25Z"),
    longAgo,
  ),
  sample(
    "dateTimeInput in a zone",
    (o) => datetime({ defaultZone: "-09:30" }).meta({ widget: dateTimeInput(o) }),
    noon,
    day,
  ),
  sample(
    "dateTimeInput in no zone",
    (o) => datetime({ defaultZone: null }).meta({ widget: dateTimeInput(o) }),
    noon,
  ),
  sample("dateTimeInput of zod's date", (o) => z.date().meta({ widget: dateTimeInput(o) }), noon, day),
  sample("dateParts", (o) => date().meta({ widget: dateParts(o) }), day, longAgo),
  sample("dateParts in a format", (o) => date({ format: "%d/%m/%Y" }).meta({ widget: dateParts(o) }), day),
  sample("colorInput", (o) => z.string().meta({ widget: colorInput(o) }), "#1e90ff", "#000000"),
  sample(
    "colorInput that may be none",
    (o) =>
      z
        .string()
        .optional()
        .meta({ widget: colorInput(o) }),
    "#1e90ff",
  ),
  sample(
    "rangeInput",
    (o) =>
      z
        .int()
        .min(1)
        .max(9)
        .meta({ widget: rangeInput(o) }),
    3,
    9,
  ),
  sample(
    "rangeInput of fractions",
    (o) =>
      z
        .number()
        .max(1)
        .meta({ widget: rangeInput(o) }),
    0.123,
    0.5,
  ),
  sample(
    "rangeInput that may be none",
    (o) =>
      z
        .number()
        .optional()
        .meta({ widget: rangeInput(o) }),
    7,
    150,
  ),
];
