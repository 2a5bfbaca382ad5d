import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { uuid } from "./uuid.ts";

describe("uuid", () => {
  const passes = (text: string): boolean => z.string().check(uuid()).safeParse(text).success;

  it("accepts every UUID, in any case, with dashes or without", () => {
    fc.assert(
      fc.property(fc.uuid(), (id) =>
        [id, id.toUpperCase(), id.replaceAll("-", ""), `urn:uuid:${id}`, `{${id}}`].every(passes),
      ),
    );
  });

  it("refuses other lengths and letters", () => {
    expect(
      ["123e4567-e89b-12d3-a456-42661417400", "g23e4567-e89b-12d3-a456-426614174000", ""].filter(passes),
    ).toEqual([]);
  });
});
