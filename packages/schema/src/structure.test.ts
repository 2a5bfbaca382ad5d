import { describe, expect, it } from "vitest";
import fc from "fast-check";
import type { Control } from "./control.ts";
import { destructure } from "./destructure.ts";
import { strip } from "./strip.ts";
import { structure } from "./structure.ts";

const start = (marker: string): Control => ["__start__", marker];
const end = (marker = ""): Control => ["__end__", marker];

/** Returns the edit that the controls request. */
function editOf(controls: Control[]): unknown {
  const result = structure(controls);
  return result.ok ? result.edit : result.error.code;
}

describe("structure", () => {
  it("rebuilds sequences of sequences in order, empty ones included", () => {
    const controls = [
      start("s:sequence"),
      start("a:sequence"),
      end(),
      start("b:sequence"),
      ["x", "1"],
      ["y", "2"],
      end(),
      end(),
    ];
    expect(structure(controls as Control[])).toMatchObject({ ok: true, pstruct: { s: [[], ["1", "2"]] } });
  });

  it("treats names of Object.prototype as ordinary names", () => {
    const result = structure([start("__proto__:mapping"), ["polluted", "yes"], end(), ["constructor", "c"]]);
    expect(result.ok && Object.keys(result.pstruct)).toEqual(["__proto__", "constructor"]);
    expect("polluted" in {}).toBe(false);
  });

  it("keeps files", () => {
    const file = new File(["x"], "x.txt");
    expect(structure([start("f:sequence"), ["upload", file], end()])).toMatchObject({
      pstruct: { f: [file] },
    });
  });

  it("reports each error with its position", () => {
    const code = (...controls: Control[]) => {
      const result = structure(controls, { maxDepth: 2, maxControls: 6 });
      return result.ok ? "ok" : [result.error.code, result.error.index];
    };
    expect(code(["a", "1"], start("x:list"))).toEqual(["unknown-start", 1]);
    expect(code(["__start__", new File([], "f")])).toEqual(["unknown-start", 0]);
    expect(code(end())).toEqual(["too-many-ends", 0]);
    expect(code(start("a:mapping"))).toEqual(["not-enough-ends", 1]);
    expect(code(start(":mapping"), start(":mapping"), start(":mapping"))).toEqual(["too-deep", 2]);
    expect(code(...Array.from({ length: 7 }, (): Control => ["a", ""]))).toEqual(["too-many-controls", 6]);
    expect(code(["__edit__", "add"])).toEqual(["misplaced-edit", 0]);
    expect(code(start("s:sequence"), ["__edit__", "explode"], end())).toEqual(["unknown-edit", 1]);
    expect(code(start("s:sequence"), ["__edit__", "add"], ["__edit__", "add"], end())).toEqual([
      "repeated-edit",
      2,
    ]);
  });

  it("counts the slots of names that are numbers", () => {
    const mappings = (count: number, ...names: string[]): Control[] => [
      start("list:sequence"),
      ...Array.from({ length: count }, () => [
        start(":mapping"),
        ...names.map((name): Control => [name, ""]),
        end(),
      ]).flat(),
      end(),
    ];
    const read = (controls: Control[], maxSlots?: number) =>
      structure(controls, maxSlots ? { maxSlots } : {});
    expect(read(mappings(1001, "999"))).toMatchObject({
      ok: false,
      error: { code: "too-many-slots", index: 3002 },
    });
    // Consecutive numbers share slots. Larger numbers, and texts like numbers, take none.
    for (const names of [["0"], ["999", "7"], ["10000", "4294967294"], ["0999", "9e2", "-1", "x"]])
      expect(read(mappings(1000, ...names)).ok).toBe(true);
    expect(read(mappings(1, ...Array.from({ length: 5000 }, (_, index) => String(index))), 5000).ok).toBe(
      true,
    );
    expect(read([start("9:sequence"), end()], 9)).toMatchObject({ error: { index: 1 } });
  });

  it("finds the item around an edit button, or the last one before it", () => {
    const add: Control = ["__edit__", "add"];
    const outer = start("cycles:sequence");
    const move: Control[] = [start(":mapping"), ["angle", "1"], end()];
    expect(editOf([outer, add, end()])).toEqual({ op: "add", path: ["cycles"], index: -1 });
    expect(editOf([outer, ["x", "1"], ["y", "2"], add, end()])).toEqual({
      op: "add",
      path: ["cycles"],
      index: 1,
    });
    expect(editOf([outer, ...move, start(":mapping"), add, end(), end()])).toMatchObject({ index: 1 });
    expect(editOf([outer, ...move, add, ...move, end()])).toMatchObject({ index: 0 });
    expect(
      editOf([outer, start(":sequence"), end(), start(":sequence"), ...move, add, end(), end()]),
    ).toEqual({
      op: "add",
      path: ["cycles", 1],
      index: 0,
    });
    expect(
      editOf([
        start("m:mapping"),
        start("s:sequence"),
        start("r:rename"),
        ["x", "on"],
        end(),
        add,
        end(),
        end(),
      ]),
    ).toEqual({
      op: "add",
      path: ["m", "s"],
      index: 0,
    });
  });

  it("uses the innermost open marker for a choice", () => {
    const choose: Control = ["__edit__", "choose"];
    expect(editOf([choose])).toEqual({ op: "choose", path: [], index: -1 });
    expect(
      editOf([start("s:sequence"), start("shape:mapping"), ["kind", "a"], choose, end(), end()]),
    ).toEqual({ op: "choose", path: ["s", 0], index: -1 });
    expect(editOf([start("shape:mapping"), choose, end()])).toEqual({
      op: "choose",
      path: ["shape"],
      index: -1,
    });
  });

  it("reads the kind of an added item", () => {
    const add = (value: string) => editOf([start("s:sequence"), ["__edit__", value], end()]);
    expect(add("add:a:b")).toEqual({ op: "add", kind: "a:b", path: ["s"], index: -1 });
    expect(add("add:")).toEqual({ op: "add", kind: "", path: ["s"], index: -1 });
    expect(add("add")).not.toHaveProperty("kind");
    expect(add("remove:a")).toBe("unknown-edit");
  });

  it("takes a rename marker for the value in it", () => {
    const named = start("x:rename");
    const inner = [start("y:sequence"), ["x", "1"] as const, ["__edit__", "up"] as const, end()];
    const before: Control[] = [
      start("s:sequence"),
      ["x", "1"],
      named,
      ["__edit__", "up"],
      start("y:sequence"),
      end(),
      end(),
      end(),
    ];
    expect(editOf(before)).toEqual({ op: "up", path: ["s"], index: 1 });
    expect(editOf([start("s:sequence"), named, ...inner, end(), end()])).toEqual({
      op: "up",
      path: ["s", 0],
      index: 0,
    });
    expect(editOf([start("m:mapping"), named, ...inner, end(), end()])).toEqual({
      op: "up",
      path: ["m", "x"],
      index: 0,
    });
  });

  it("keeps an edit out of the items", () => {
    expect(structure([start("s:sequence"), ["x", "1"], ["__edit__", "up"], end()])).toMatchObject({
      pstruct: { s: ["1"] },
    });
  });

  it("keeps pasted texts out of the items, with their lists", () => {
    const pairs: [string, string][] = [
      ["__paste__", "a field"],
      ["__start__", "days:sequence"],
      ["__start__", ":sequence"],
      ["", "Oslo"],
      ["__paste__", "a\nb"],
      ["__end__", ""],
      ["__paste__", " "],
      ["__edit__", "paste"],
      ["__end__", ""],
    ];
    expect(structure(pairs)).toEqual({
      ok: true,
      pstruct: { __paste__: "a field", days: [["Oslo"]] },
      edit: { op: "paste", path: ["days"], index: 0 },
      pasted: [{ path: ["days", 0], text: "a\nb" }],
    });
  });

  it("returns a value or an error for any pairs, and changes no prototype", () => {
    const names = fc.constantFrom("__start__", "__end__", "__edit__", "__proto__", "a");
    const values = fc.constantFrom(
      "a:sequence",
      "__proto__:mapping",
      "r:rename",
      ":ignore",
      "add",
      "constructor",
      "",
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(names, fc.oneof(values, fc.string()))), (controls) => {
        expect(typeof structure(controls).ok).toBe("boolean");
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
    );
  });
});

describe("destructure", () => {
  it("is the inverse of structure", () => {
    const name = fc.string().map(strip);
    const { mapping } = fc.letrec((tie) => ({
      value: fc.oneof({ maxDepth: 4 }, fc.string(), fc.array(tie("value"), { maxLength: 4 }), tie("mapping")),
      mapping: fc.dictionary(
        fc.oneof(name, fc.constantFrom("__proto__", "__start__", "__edit__")),
        tie("value"),
        { maxKeys: 4 },
      ),
    }));
    fc.assert(
      fc.property(mapping, (pstruct) => {
        const result = structure(destructure(pstruct as never));
        expect(result.ok && JSON.stringify(result.pstruct)).toEqual(JSON.stringify(pstruct));
      }),
    );
  });
});
