import { destructure } from "@turnform/schema";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createForm } from "../define/form.ts";
import { everyField } from "../testing/every-field.ts";
import { mappingFrom, oddPstructs } from "../testing/pstructs.ts";

describe.each(everyField)("a form with $name", ({ type }) => {
  const form = createForm(z.object({ it: type }));

  it("gives a result for a post of any shape, and never throws", () => {
    for (const odd of oddPstructs) {
      for (const it of [odd, mappingFrom(["kind", "a", "b"].map((name) => [name, odd] as const))]) {
        const result = form.validate(destructure(mappingFrom([["it", it]])));
        expect(["valid", "invalid"]).toContain(result.kind);
        expect(String(result.form)).toContain("</form>");
      }
    }
  });
});

describe("a tag that is posted as a mapping or a list", () => {
  it("is an error of its field", () => {
    const payment = z.discriminatedUnion("method", [
      z.object({ method: z.literal("card"), number: z.string() }),
      z.object({ method: z.literal("cash") }),
    ]);
    const form = createForm(z.object({ payment }));
    for (const shape of ["mapping", "sequence"]) {
      const result = form.validate([
        ["__start__", "payment:mapping"],
        ["__start__", `method:${shape}`],
        ["item", "cash"],
        ["__end__", ""],
        ["__end__", ""],
      ]);
      expect(result.form.status).toBe(422);
      expect(result.kind === "invalid" && Object.keys(result.error.asDict())).toEqual(["payment.method"]);
    }
  });
});
