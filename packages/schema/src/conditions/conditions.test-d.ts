import { describe, expectTypeOf, it } from "vitest";
import { z } from "zod";
import type { Decimal } from "../types/decimal.ts";
import type { Test } from "./condition.ts";
import { type Dependent, dependsOn } from "./depends-on.ts";
import { shownWhen, when, whenIn } from "./when.ts";

interface Trip {
  kind: "train" | "car";
  seats: number;
  name?: string | undefined;
  night: boolean;
  day: Date;
  price: Decimal;
  stops: { place: string }[];
  address: { country: "CH" | "DE"; zip: { code: string } } | null;
}

describe("whenIn", () => {
  const whenTrip = whenIn<Trip>();

  it("knows the fields and their values", () => {
    expectTypeOf(whenTrip("kind").is("car")).toEqualTypeOf<Test>();
    whenTrip("seats").isAbove(3);
    whenTrip("name").matches(/x/);
    whenTrip("night").is(true);
    whenTrip("day").isBelow(new Date());
    whenTrip("stops").isFilled();
    whenTrip("address").isEmpty();
    whenTrip("address.country").isOneOf(["CH"]);
    whenTrip("address.zip.code").is("8000");
    whenTrip("../anything").is("x");
    whenTrip("/kind").is(3);
  });

  it("refuses unknown fields and other values", () => {
    // @ts-expect-error -- no such field
    whenTrip("kin");
    // @ts-expect-error -- no such field of the group
    whenTrip("address.town");
    // @ts-expect-error -- no path leads into a list
    whenTrip("stops.place");
    // @ts-expect-error -- no such kind
    whenTrip("kind").is("plane");
    // @ts-expect-error -- no such kind
    whenTrip("kind").isOneOf(["car", "plane"]);
    // @ts-expect-error -- a number is needed
    whenTrip("seats").isAbove("3");
    // @ts-expect-error -- booleans have no order
    whenTrip("night").isAbove(true);
    // @ts-expect-error -- numbers are no texts
    whenTrip("seats").matches(/3/);
    // @ts-expect-error -- a list has no single value
    whenTrip("stops").is("x");
  });

  it("takes the fields from an object type", () => {
    const whenOf = whenIn(
      z.object({
        kind: z.enum(["a", "b"]),
        get self() {
          return z.object({ n: z.int() }).optional();
        },
      }),
    );
    whenOf("kind").is("a");
    whenOf("self.n").isAbove(1);
    // @ts-expect-error -- no such kind
    whenOf("kind").is("c");
  });
});

describe("shownWhen", () => {
  it("makes the output optional", () => {
    const type = z.object({ kind: z.string(), vat: shownWhen(when("kind").is("company"), z.string()) });
    expectTypeOf<z.output<typeof type>>().toEqualTypeOf<{ kind: string; vat?: string | undefined }>();
  });

  it("refuses what is no condition", () => {
    // @ts-expect-error -- a condition has an operator
    shownWhen(when("kind"), z.string());
    const text = z.string().optional();
    // @ts-expect-error -- so has one in metadata
    text.meta({ showWhen: { at: "kind" } });
    // @ts-expect-error -- a condition is no text
    z.string().optional().meta({ requireWhen: "kind" });
    // @ts-expect-error -- a computed value is a function's result
    z.string().meta({ computed: "text" });
  });
});

describe("dependsOn", () => {
  it("checks names by the parameter of the function, and keeps the type of its result", () => {
    interface Around {
      readonly country?: "no" | "ch";
    }
    const made = dependsOn(["country"], ({ country }: Around) => [country]);
    expectTypeOf(made).toEqualTypeOf<Dependent<("no" | "ch" | undefined)[]>>();
    dependsOn([], (_, { bindings }: { bindings: { rooms: string[] } }) => bindings.rooms);
    // @ts-expect-error -- no such field
    dependsOn(["contry"], ({ country }: Around) => [country]);
    z.string().meta({ computed: dependsOn(["country"], ({ country }: Around) => country) });
  });
});
