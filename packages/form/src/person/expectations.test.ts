import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createForm } from "../define/form.ts";
import { expectErrors, expectValid, ExpectationError } from "./expectations.ts";

const Trip = z.object({ name: z.string().max(3), nights: z.array(z.int().min(1)) });
const form = createForm(Trip, { formId: "trip", buttons: ["save"] });
const nights = (...values: readonly string[]): readonly (readonly [string, string])[] => [
  ["__start__", "nights:sequence"],
  ...values.map((value) => ["night", value] as const),
  ["__end__", ""],
];
const valid = form.validate([["name", "Ann"], ...nights("1")]);
const invalid = form.validate([["name", "Berta"], ...nights("1", "0")]);
const edited = form.validate([
  ["__start__", "nights:sequence"],
  ["__edit__", "add"],
  ["__end__", ""],
]);
const malformed = form.validate([["__end__", ""]]);

function thrownBy(run: () => unknown): ExpectationError {
  try {
    run();
  } catch (error) {
    if (error instanceof ExpectationError) return error;
  }
  throw new Error("Nothing was thrown");
}

describe("expectValid", () => {
  it("returns the value with its type", () => {
    const value: { name: string; nights: number[] } = expectValid(valid);
    expect(value).toEqual({ name: "Ann", nights: [1] });
  });

  it("lists all messages by path", () => {
    const error = thrownBy(() => expectValid(invalid));
    expect(error.message).toMatch(
      /^Expected valid data, but the result is invalid:\n  name: .*\n  nights\.1: .*$/,
    );
    expect(error.actual).toEqual({ name: expect.any(String), "nights.1": expect.any(String) });
    expect(thrownBy(() => expectValid(edited)).message).toBe("Expected valid data, but the result is edited");
    expect(thrownBy(() => expectValid(malformed)).message).toMatch(
      / the result is malformed:\n  the form: Control 0 /,
    );
  });
});

describe("expectErrors", () => {
  it("returns the page if all messages are the expected ones", () => {
    const messages = invalid.kind === "invalid" ? invalid.error.asDict() : {};
    expect(expectErrors(invalid, messages)).toBe(invalid.form);
    expect(expectErrors(invalid, { name: /3/, "nights.1": /1/ })).toBe(invalid.form);
  });

  it("lists missing, unexpected and different messages", () => {
    const error = thrownBy(() => expectErrors(invalid, { name: "Required", "": "Taken" }));
    const [, ...lines] = error.message.split("\n");
    expect(lines).toEqual([
      expect.stringMatching(/^ {2}name: ".*"; expected "Required"$/),
      '  the form: no error; expected "Taken"',
      expect.stringMatching(/^ {2}nights\.1: unexpected ".*"$/),
    ]);
    expect(error.expected).toEqual({ name: "Required", "": "Taken" });
  });

  it("refuses a result without errors", () => {
    expect(thrownBy(() => expectErrors(valid, {})).message).toContain("The result is valid");
    expect(thrownBy(() => expectErrors(edited, { name: "x" })).message).toContain("The result is edited");
  });
});
