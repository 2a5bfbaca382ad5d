import { describe, expect, it, vi } from "vitest";
import { defineLazy, withLazy } from "./lazy.ts";

describe("withLazy", () => {
  it("computes each property once, on its first use", () => {
    const make = vi.fn(() => ({}));
    const object = withLazy({ kind: "page" }, { form: make });
    expect(Object.keys(object)).toEqual(["kind", "form"]);
    expect(make).not.toHaveBeenCalled();
    expect(object.form).toBe(object.form);
    expect(make).toHaveBeenCalledTimes(1);
  });

  it("shares accessors between all objects", () => {
    const [one, other] = [1, 2].map((value) => {
      const object = withLazy({}, { form: () => value });
      return Object(Object.getOwnPropertyDescriptor(object, "form")).get;
    });
    expect(one).toBe(other);
  });

  it("limits the number of remembered names", () => {
    for (let i = 0; i < 2000; i++) expect(withLazy({}, { [`field ${i}`]: () => i })[`field ${i}`]).toBe(i);
  });

  it("lets a property be assigned instead", () => {
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

  it("keeps existing properties", () => {
    const object: object = withLazy({}, { controls: () => 1 });
    defineLazy(object, { body: () => 2 });
    expect({ ...object }).toEqual({ controls: 1, body: 2 });
  });
});
