import { describe, expectTypeOf, it } from "vitest";
import type { z } from "zod";
import { schema } from "../schema.ts";
import type { Wire } from "../wire/wire.ts";
import { boolean } from "./boolean.ts";
import { choiceSet } from "./choice-set.ts";
import { date } from "./date.ts";
import { datetime } from "./datetime.ts";
import { Decimal, decimal, money } from "./decimal.ts";
import { enumOf } from "./enum-of.ts";
import { integer } from "./integer.ts";
import { leaf } from "./leaf.ts";
import { numberWire } from "./number.ts";
import { time, wallTime } from "./time.ts";

/** The output type of a zod type. */
declare function outputOf<T extends z.ZodType>(type: T): z.output<T>;

describe("decimal", () => {
  it("puts out decimals", () => {
    expectTypeOf(outputOf(decimal({ quantum: ".01", rounding: "HALF_EVEN" }))).toEqualTypeOf<Decimal>();
    expectTypeOf(outputOf(decimal().nullable())).toEqualTypeOf<Decimal | null>();
    decimal().default(Decimal("1"));
  });

  it("differs from a number", () => {
    // @ts-expect-error -- a decimal is not a number
    decimal().default(1);
    // @ts-expect-error -- use `atLeast`
    decimal().min(1);
    // @ts-expect-error -- a quantum is written as a text, which keeps its zeros
    decimal({ quantum: 0.01 });
    // @ts-expect-error -- Python's name of the mode
    decimal({ rounding: "ROUND_UP" });
    // @ts-expect-error -- a decimal is not added by `+`
    void (Decimal("1") + Decimal("1"));
  });
});

describe("money", () => {
  it("puts out decimals, and takes no options", () => {
    expectTypeOf(outputOf(money().optional())).toEqualTypeOf<Decimal | undefined>();
    // @ts-expect-error -- use `decimal` for another quantum
    money({ quantum: ".001" });
  });
});

describe("integer", () => {
  it("is zod's number type", () => {
    expectTypeOf(integer({ strict: true }).min(0).max(9).optional()).toEqualTypeOf<
      z.ZodOptional<z.ZodNumber>
    >();
    // @ts-expect-error -- a text is not a number
    integer().default("1");
    // @ts-expect-error -- no such option
    integer({ radix: 16 });
  });
});

describe("boolean", () => {
  it("puts out booleans", () => {
    expectTypeOf(outputOf(boolean())).toEqualTypeOf<boolean>();
    expectTypeOf(outputOf(boolean().optional())).toEqualTypeOf<boolean | undefined>();
    expectTypeOf(outputOf(boolean().default(true))).toEqualTypeOf<boolean>();
  });

  it("has texts as options", () => {
    // @ts-expect-error -- a choice is a text
    boolean({ falseChoices: [0] });
    // @ts-expect-error -- a default is a boolean, not a text
    boolean({ trueValue: "yes" }).default("yes");
  });
});

describe("date and datetime", () => {
  it("are zod's date type", () => {
    expectTypeOf(date({ format: "%d/%m/%Y" }).min(new Date())).toEqualTypeOf<z.ZodDate>();
    expectTypeOf(outputOf(datetime({ defaultZone: "+05:30" }))).toEqualTypeOf<Date>();
    datetime({ defaultZone: null });
  });

  it("refuse texts for dates, and names for zones", () => {
    // @ts-expect-error -- a text is not a date
    date().default("2020-01-01");
    // @ts-expect-error -- the offset of a named zone changes in summer
    datetime({ defaultZone: "Europe/Zurich" });
    // @ts-expect-error -- a day has no zone
    date({ defaultZone: "utc" });
  });
});

describe("time", () => {
  it("puts out texts", () => {
    expectTypeOf(outputOf(time().nullish())).toEqualTypeOf<string | null | undefined>();
    expectTypeOf(wallTime("9:00")).toEqualTypeOf<string>();
    // @ts-expect-error -- a time of day is not a point in time
    time().default(new Date());
  });
});

describe("enumOf", () => {
  const Size = { S: 1, L: "large" } as const;

  it("puts out the members' values, by name or value", () => {
    expectTypeOf(outputOf(enumOf("Size", Size))).toEqualTypeOf<1 | "large">();
    expectTypeOf(outputOf(enumOf("Size", { S: 1, L: 2 }, { by: "value" }))).toEqualTypeOf<1 | 2>();
    expectTypeOf(outputOf(enumOf("Size", Size).default("large"))).toEqualTypeOf<1 | "large">();
  });

  it("refuses other values than members", () => {
    // @ts-expect-error -- the name of a member is not its value
    enumOf("Size", Size).default("L");
    // @ts-expect-error -- members have names
    enumOf("Size", ["S", 1]);
    // @ts-expect-error -- a value is a text or a number
    enumOf("Size", { S: true });
    // @ts-expect-error -- no such attribute
    enumOf("Size", Size, { by: "title" });
  });
});

describe("choiceSet", () => {
  it("puts out sets of the choices", () => {
    expectTypeOf(outputOf(choiceSet(["r", "g"]).min(1))).toEqualTypeOf<Set<"r" | "g">>();
    expectTypeOf(outputOf(choiceSet(["r", "g"]).default(new Set(["r"] as const)))).toEqualTypeOf<
      Set<"r" | "g">
    >();
  });

  it("refuses other values than choices", () => {
    // @ts-expect-error -- choices must not be empty
    choiceSet([]);
    // @ts-expect-error -- choices are texts
    choiceSet([1, 2]);
    // @ts-expect-error -- a list is not a set
    choiceSet(["r", "g"]).default(["r"]);
    // @ts-expect-error -- not a choice
    choiceSet(["r", "g"]).default(new Set(["b"]));
  });
});

interface Duration {
  readonly seconds: number;
}

describe("leaf", () => {
  const isDuration = (value: unknown): value is Duration =>
    typeof value === "object" && value !== null && "seconds" in value;
  const wire: Wire<Duration> = {
    decode: (text) => (text === "" ? text : { seconds: Number(text) }),
    encode: ({ seconds }) => String(seconds),
  };

  it("puts out the type of its guard", () => {
    const duration = leaf(isDuration, "notDuration", wire, { kind: "duration" });
    expectTypeOf(outputOf(duration.optional())).toEqualTypeOf<Duration | undefined>();
    const result = schema(duration).deserialize("5");
    if (result.ok) expectTypeOf(result.value).toEqualTypeOf<Duration>();
    // @ts-expect-error -- only a valid result has a value
    void result.value;
  });

  it("refuses a wire of another type, and one without a kind", () => {
    // @ts-expect-error -- a number is not a duration
    leaf<Duration>(isDuration, "notDuration", numberWire, { kind: "duration" });
    // @ts-expect-error -- `kind` is required
    leaf(isDuration, "notDuration", wire, {});
  });
});
