import { describe, expectTypeOf, it } from "vitest";
import { z } from "zod";
import { choiceSet } from "../types/choice-set.ts";
import { date } from "../types/date.ts";
import { Decimal, money } from "../types/decimal.ts";
import { enumOf } from "../types/enum-of.ts";
import { time, wallTime } from "../types/time.ts";
import { atLeast, atMost } from "./bounds.ts";
import { all, any } from "./combine.ts";
import { containsOnly } from "./contains-only.ts";
import { dataUrl } from "./data-url.ts";
import { email } from "./email.ts";
import { fileUri } from "./file-uri.ts";
import { luhn } from "./luhn.ts";
import { noneOf, oneOf } from "./one-of.ts";
import { regex } from "./regex.ts";
import { satisfies } from "./satisfies.ts";
import { url } from "./url.ts";
import { uuid } from "./uuid.ts";

describe("atLeast and atMost", () => {
  it("compare values of one type", () => {
    expectTypeOf(atLeast("b")).toEqualTypeOf<z.core.$ZodCheck<string>>();
    expectTypeOf(atMost(5n)).toEqualTypeOf<z.core.$ZodCheck<bigint>>();
    money().check(atLeast(Decimal("1.50")), atMost(Decimal("9.99")));
    time().check(atLeast(wallTime("9:00")));
    date().check(atMost(new Date()));
    z.number().check(atLeast(1, { message: "${val} is less than ${min}" }));
  });

  it("refuse bounds of another type, and values without an order", () => {
    // @ts-expect-error -- a decimal is not compared with a number
    money().check(atLeast(1.5));
    // @ts-expect-error -- a number is not compared with a text
    z.number().check(atMost("5"));
    // @ts-expect-error -- a big integer is not compared with a number
    z.bigint().check(atLeast(5));
    // @ts-expect-error -- a time of day is a text
    time().check(atLeast(new Date()));
    // @ts-expect-error -- booleans have no order
    atLeast(true);
    // @ts-expect-error -- lists have no order
    atLeast([1]);
    // @ts-expect-error -- the option is `message`
    atLeast(1, { error: "Too small" });
  });
});

describe("oneOf and noneOf", () => {
  it("take choices of the value's type", () => {
    z.string().check(oneOf(["a", "b"]), noneOf(["root"]));
    money().check(oneOf([Decimal("1.10")]));
    enumOf("Size", { S: 1, L: 2 }).check(noneOf<1 | 2>([1]));
    z.string().check(oneOf(new Array<string>()));
  });

  it("refuse choices of another type", () => {
    // @ts-expect-error -- a text is not compared with numbers
    z.string().check(oneOf([1, 2]));
    // @ts-expect-error -- a number is not compared with texts
    z.number().check(noneOf(["13"]));
    // @ts-expect-error -- a decimal is not compared with numbers
    money().check(oneOf([1.1]));
    // @ts-expect-error -- a text is not a list of choices
    z.string().check(oneOf("ab"));
  });
});

describe("containsOnly", () => {
  it("accepts arrays and sets of the choices' type", () => {
    z.array(z.string()).check(containsOnly(["r", "g"]));
    z.set(z.number()).check(containsOnly([1, 2]));
    choiceSet(["r", "g"]).check(containsOnly<"r" | "g">(["r"]));
  });

  it("refuses others", () => {
    // @ts-expect-error -- the items are numbers
    z.array(z.number()).check(containsOnly(["r"]));
    // @ts-expect-error -- a number has no items
    z.number().check(containsOnly([1]));
  });
});

describe("checks of texts", () => {
  it("take texts", () => {
    const checks = [email(), url(), uuid(), fileUri(), luhn(), dataUrl(), regex(/a/)];
    expectTypeOf(checks).toEqualTypeOf<z.core.$ZodCheck<string>[]>();
    z.string().check(...checks);
    z.email().check(email({ message: "${val} is no address" }));
    dataUrl({ message: "URL", typeMessage: "Type", base64Message: "Base64" });
  });

  it("refuse numbers, dates and lists of texts", () => {
    // @ts-expect-error -- a card number is a text
    z.number().check(luhn());
    // @ts-expect-error -- a date is not a text
    z.date().check(regex(/a/));
    // @ts-expect-error -- attach the check to the items
    z.array(z.string()).check(email());
    // @ts-expect-error -- attach the check to the inner type
    z.string().optional().check(url());
    // @ts-expect-error -- a pattern, not its source
    regex("a");
    // @ts-expect-error -- the option is `message`
    uuid({ msg: "No" });
  });
});

describe("all and any", () => {
  it("join checks of one type", () => {
    expectTypeOf(any(luhn(), all(uuid(), noneOf(["x"])))).toEqualTypeOf<z.core.$ZodCheck<string>>();
    z.number().check(any(atLeast(5), oneOf([1, 2])));
  });

  it("refuse checks of several types", () => {
    // @ts-expect-error -- a value is a text or a number
    all(luhn(), atLeast(5));
    // @ts-expect-error -- both are for texts
    z.number().check(any(luhn(), uuid()));
    // @ts-expect-error -- a zod type is not a check
    any(z.string(), z.number());
  });
});

describe("satisfies", () => {
  it("passes the value to its function", () => {
    z.object({ low: z.number(), high: z.number() }).check(
      satisfies((limits) => {
        expectTypeOf(limits).toEqualTypeOf<{ low: number; high: number }>();
        return limits.low < limits.high || "Low must be below high";
      }),
    );
    z.string().check(satisfies(async (name) => name.length > 2, { message: "${val} is taken" }));
  });

  it("refuses a function of another type", () => {
    // @ts-expect-error -- the value is a text
    z.string().check(satisfies((value: number) => value > 2));
    // @ts-expect-error -- a text has no such method
    z.string().check(satisfies((value) => value.toFixed() === "1"));
  });
});
