import { describe, expect, it } from "vitest";
import { z } from "zod";
import { Decimal, money } from "../types/decimal.ts";
import { schema } from "../schema.ts";
import { time, wallTime } from "../types/time.ts";
import { atLeast, atMost } from "./bounds.ts";

describe("atLeast", () => {
  it("accepts its bound and larger values", () => {
    const type = time().check(atLeast(wallTime("9:00")));
    expect(type.safeParse("09:00:00").success).toBe(true);
    expect(type.safeParse("08:59:59.999999").success).toBe(false);
  });

  it("reports its bound", () => {
    const min = Decimal("1.50");
    expect(money().check(atLeast(min)).safeParse(Decimal("1.4")).error?.issues[0]).toMatchObject({
      params: { id: "tooSmall", min },
    });
  });
});

describe("atMost", () => {
  it("accepts its bound and smaller values", () => {
    const type = z.string().check(atMost("d", { message: "Up to ${max}" }));
    expect(type.safeParse("cz").success).toBe(true);
    expect(type.safeParse("da").error?.issues[0]).toMatchObject({
      params: { id: "tooBig", max: "d" },
      message: "Up to ${max}",
    });
  });

  it("sets the constraints that HTML can express, as atLeast does", () => {
    const limits = (type: z.ZodType) => schema(type).node.constraints;
    const open = time().check(
      atLeast(wallTime("8:00")),
      atLeast(wallTime("9:00")),
      atMost(wallTime("17:30")),
    );
    expect(limits(open)).toMatchObject({ min: "09:00:00", max: "17:30:00" });
    expect(limits(z.number().min(2).check(atLeast(1), atMost(9)))).toEqual({ min: 2, max: 9 });
    expect(limits(money().check(atLeast(Decimal("1.50"))))).toEqual({});
  });
});
