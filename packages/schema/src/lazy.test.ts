import { describe, expect, it, vi } from "vitest";
import { defineLazy, withLazy } from "./lazy.ts";

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

  it("lets a property be assigned to instead", () => {
    const make = vi.fn(() => "made");
    const object = withLazy({}, { body: make });
    object.body = "given";
    expect(object.body).toBe("given");
    expect(make).not.toHaveBeenCalled();
  });

  it("calls a maker again after it threw", () => {
    let isReady = false;
    const object = withLazy(
      {},
      {
        form() {
          if (!isReady) throw new Error("Not yet");
          return "made";
        },
      },
    );
    expect(() => object.form).toThrow("Not yet");
    isReady = true;
    expect(object.form).toBe("made");
  });

  it("keeps properties that the object has already", () => {
    const object: object = withLazy({}, { controls: () => 1 });
    defineLazy(object, { body: () => 2 });
    expect({ ...object }).toEqual({ controls: 1, body: 2 });
  });
});
