import express from "express";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { preferredLanguage, preferredType } from "./negotiate.ts";

/** Returns an Express request with one header. */
function requestWith(name: string, value: string): express.Request {
  const req: express.Request = Object.create(express.request);
  Object.assign(req, { headers: { [name]: value } });
  return req;
}

const quality = fc.constantFrom("", ";q=0", ";q=0.3", "; q=0.8", ";q=1");
const headerOf = (...names: string[]) =>
  fc
    .array(fc.tuple(fc.constantFrom(...names), quality), { maxLength: 5, minLength: 1 })
    .map((entries) => entries.map((entry) => entry.join("")).join(", "));

describe("preferredLanguage", () => {
  it("agrees with Express", () => {
    const tags = fc.subarray(["en", "de", "de-CH", "fr-CA", "pt"], { minLength: 1 });
    fc.assert(
      fc.property(headerOf("en", "en-GB", "de", "DE-ch", "fr", "fr-CA", "*", "it"), tags, (header, tags) => {
        const expected = requestWith("accept-language", header).acceptsLanguages(...tags);
        expect(preferredLanguage(header, tags) ?? false).toBe(expected);
      }),
    );
  });

  it("returns the first tag without a header", () => {
    expect(preferredLanguage(undefined, ["de", "en"])).toBe("de");
  });
});

describe("preferredType", () => {
  it("agrees with Express", () => {
    const names = ["text/html", "application/json", "text/*", "*/*", "application/*", "image/png"];
    const types = ["text/html", "application/json"];
    fc.assert(
      fc.property(headerOf(...names), (header) => {
        const expected = requestWith("accept", header).accepts(types);
        expect(preferredType(header, types) ?? false).toBe(expected);
      }),
    );
  });
});
