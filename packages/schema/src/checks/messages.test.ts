import { describe, expect, it } from "vitest";
import { englishMessages } from "../messages.ts";
import { checkMessages } from "./messages.ts";

describe("checkMessages", () => {
  it("says the same as the catalogue where both name a message", () => {
    const shared = Object.entries(englishMessages).filter(([id]) => Object.hasOwn(checkMessages, id));
    expect(shared.length).toBeGreaterThan(0);
    expect(checkMessages).toMatchObject(Object.fromEntries(shared));
  });
});
