import { describe, expect, it } from "vitest";
import { UNMADE } from "./chain.ts";
import { isTrackable, TrackedValue, wrongParts } from "./tracked-value.ts";

/** Tracks a value with issues at some paths. */
function track(value: object, ...paths: PropertyKey[][]): TrackedValue {
  return new TrackedValue(
    value,
    wrongParts(paths.map((path) => ({ code: "custom", path, input: undefined }))),
  );
}

const value = () => ({
  name: "Ann",
  age: "x",
  on: new Date(0),
  list: [{ n: 1 }, { n: "y" }, { n: 3 }],
  map: new Map([["a", 1]]),
});

/** Reads a part of the value. */
type Reader = (view: ReturnType<typeof value>) => unknown;

/** Returns the result of a reader, or "stopped". */
function read(tracked: TrackedValue, reader: Reader): unknown {
  try {
    return reader(Object(tracked.view));
  } catch (error) {
    if (!tracked.wasStopped) throw error;
    return "stopped";
  }
}

describe("TrackedValue", () => {
  const tracked = () => track(value(), ["age"], ["list", 1, "n"]);

  it.each<[string, Reader, unknown]>([
    ["a valid part", ({ name }) => name, "Ann"],
    ["an absent part", (view) => Reflect.get(view, "other"), undefined],
    ["a method of a valid part", ({ on, map }) => [on.getTime(), map.get("a")], [0, 1]],
    ["the length of a list with a wrong item", ({ list }) => list.length, 3],
    ["the valid items of a list", ({ list }) => [list[0]?.n, list[2]?.n], [1, 3]],
    ["items up to the wrong one", ({ list }) => list.some(({ n }) => n === 1), true],
    ["a valid item by its place in a list", ({ list }) => list.at(-1)?.n, 3],
    ["the presence of a valid part", (view) => "name" in view && Object.hasOwn(view, "name"), true],
    ["one object as the same each time", ({ list }) => list[1] === list[1], true],
    ["lists as lists", ({ list }) => Array.isArray(list), true],
  ])("shows %s", (_, reader, expected) => {
    expect(read(tracked(), reader)).toEqual(expected);
  });

  it.each<[string, Reader]>([
    ["a wrong part", ({ age }) => age],
    ["the presence of a wrong part", (view) => "age" in view],
    ["a wrong part of an item", ({ list }) => list[1]?.n],
    ["a wrong part among all items", ({ list }) => list.map(({ n }) => n)],
    ["a wrong part by a method of lists", ({ list }) => list.flatMap(Object.values)],
    ["all names", (view) => Object.keys(view)],
    ["all parts as a copy", (view) => ({ ...view })],
    ["all other parts", ({ name, ...others }) => [name, others]],
    [
      "all names in a loop",
      (view) => {
        for (const name in view) return name;
        return undefined;
      },
    ],
    ["all parts as JSON", (view) => JSON.stringify(view)],
    ["the prototype by name", (view) => Reflect.get(view, "__proto__")],
  ])("stops a rule that reads %s", (_, reader) => {
    expect(read(tracked(), reader)).toBe("stopped");
  });

  it.each<[string, Reader]>([
    ["sets a part", (view) => (view.name = "Bob")],
    ["removes a part", (view) => Reflect.deleteProperty(view, "name")],
    ["adds an item", ({ list }) => list.push({ n: 4 })],
    ["freezes the value", (view) => Object.freeze(view)],
  ])("stops a rule that %s, and leaves the value unchanged", (_, change) => {
    const given = value();
    const tracked = track(given, ["age"], ["list", 1, "n"]);
    expect(read(tracked, change)).toBe("stopped");
    expect(given).toEqual(value());
  });

  it("remembers a stop that the rule caught", () => {
    const one = tracked();
    read(one, (view) => {
      try {
        return view.age;
      } catch {
        return "caught";
      }
    });
    expect(one.wasStopped).toBe(true);
  });

  it("shows parts of a frozen value", () => {
    const frozen = Object.freeze({ inner: Object.freeze({ a: 1, b: "x" }) });
    expect(read(track(frozen, ["inner", "b"]), (view) => Reflect.get(view, "inner").a)).toBe(1);
    expect(read(track(frozen, ["inner", "b"]), (view) => Reflect.get(view, "inner").b)).toBe("stopped");
  });

  it("stops at a value that was never made", () => {
    expect(read(track({ a: UNMADE, b: 1 }, ["c"]), (view) => Reflect.get(view, "a"))).toBe("stopped");
  });

  it("stops at a value without trackable parts, if an issue is inside it", () => {
    expect(read(track({ a: new Map() }, ["a", "x"]), (view) => Reflect.get(view, "a"))).toBe("stopped");
    expect([{}, [], Object.create(null)].every(isTrackable)).toBe(true);
    expect([null, "x", new Date(), new Map(), new Error("x")].some(isTrackable)).toBe(false);
  });

  it("shows everything after the tracking, to a rule that has kept it", () => {
    const one = tracked();
    one.close();
    expect(read(one, (view) => view.age)).toBe("x");
    expect(read(one, Object.keys)).toEqual(["name", "age", "on", "list", "map"]);
    expect(read(one, (view) => JSON.stringify(view.list))).toBe('[{"n":1},{"n":"y"},{"n":3}]');
  });

  it("returns the original of a proxy", () => {
    const given = value();
    const tracked = track(given, ["list", 1, "n"]);
    expect(tracked.original(tracked.view)).toBe(given);
    expect(tracked.original(read(tracked, ({ list }) => list))).toBe(given.list);
    expect(tracked.original("x")).toBe("x");
  });
});

describe("wrongParts", () => {
  it("counts the value around an unknown tag as wrong", () => {
    const issue = {
      code: "invalid_union",
      path: ["a", "kind"],
      discriminator: "kind",
      errors: [],
      input: {},
    };
    expect(wrongParts([issue as never]).below.get("a")?.isWrong).toBe(true);
  });
});
