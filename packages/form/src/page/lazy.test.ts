import { describe, expect, it, vi } from "vitest";
import { withLazy } from "./lazy.ts";

describe("withLazy", () => {
  it("makes each property when it is asked for, and once", () => {
    const make = vi.fn(() => ({}));
    const object = withLazy({ kind: "page" }, { form: make });
    expect(Object.keys(object)).toEqual(["kind", "form"]);
    expect(make).not.toHaveBeenCalled();
    expect(object.form).toBe(object.form);
    expect(make).toHaveBeenCalledTimes(1);
  });

  it("gives all objects the same accessors, so that none outlives its use", () => {
    const [one, other] = [1, 2].map((value) => {
      const object = withLazy({}, { form: () => value });
      return Object(Object.getOwnPropertyDescriptor(object, "form")).get;
    });
    expect(one).toBe(other);
  });

  it("remembers no more names than a program has", () => {
    for (let i = 0; i < 2000; i++) expect(withLazy({}, { [`field ${i}`]: () => i })[`field ${i}`]).toBe(i);
  });
});
