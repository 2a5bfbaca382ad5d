import { describe, expect, it } from "vitest";
import { z } from "zod";
import { fileUri } from "./file-uri.ts";

describe("fileUri", () => {
  it("accepts absolute paths without white space", () => {
    const type = z.string().check(fileUri());
    expect(
      ["file:///etc/hosts", "FILE:///", "file://?q"].filter((text) => !type.safeParse(text).success),
    ).toEqual([]);
    expect(
      ["file://", "file:///a b", "http://x", "/etc"].filter((text) => type.safeParse(text).success),
    ).toEqual([]);
  });
});
