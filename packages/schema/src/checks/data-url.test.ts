import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { dataUrl } from "./data-url.ts";

describe("dataUrl", () => {
  const type = z.string().check(dataUrl({ typeMessage: "T", base64Message: "B" }));
  const messages = (text: string): unknown =>
    type.safeParse(text, { error: () => "U" }).error?.issues.map(({ message }) => message);

  it("accepts any bytes in Base64", () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(messages(`data:image/png;base64,${Buffer.from(bytes).toString("base64")}`)).toBeUndefined();
      }),
    );
  });

  it("accepts commas in its data", () => {
    expect(messages("data:text/plain,a,b;base64,c")).toBeUndefined();
  });

  it("reports each kind of failure", () => {
    expect(messages("http://x")).toEqual(["U"]);
    expect(messages("data:a/b,c")).toEqual(["T"]);
    expect(messages("data:text/plain;base64,@@@@")).toEqual(["B"]);
    expect(messages("data:x;base64,a")).toEqual(["T", "B"]);
  });
});
