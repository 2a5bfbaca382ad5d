import type { Pstruct, PstructMapping } from "@turnform/schema";
import fc from "fast-check";

/** Names with a special meaning in objects, lists, forms or JavaScript engines. */
const ODD_NAMES: readonly string[] = [
  "__proto__",
  "constructor",
  "toString",
  "valueOf",
  "length",
  "name",
  "size",
  "then",
  "toJSON",
  "__start__",
  "__end__",
  "__edit__",
  "__included__",
  "__upload__",
  "__case__:kind",
  "",
  "0",
  "1",
  "-1",
  "4294967295",
  "1e3",
  "*",
  "key",
  "value",
  "date",
  "time",
  "year",
  "upload",
  "it-confirm",
];

const ODD_TEXTS: readonly string[] = [
  "",
  " ",
  "1",
  "-1.5",
  "1e999",
  "NaN",
  "true",
  "2020-02-30",
  "25:61",
  "T",
  '"',
  '1,"',
  "\u0000",
  "\uD800",
  "\r\n",
  "<b>",
  "${val}",
  "#1e90ff",
  "[object Object]",
];

/** Returns a mapping without a prototype, like `structure`. */
export function mappingFrom(entries: readonly (readonly [string, Pstruct])[]): PstructMapping {
  return Object.assign(Object.create(null), Object.fromEntries(entries));
}

/** Nests lists and mappings in each other. */
function nested(levels: number): Pstruct {
  return Array.from({ length: levels }).reduce<Pstruct>(
    (inner, _, level) => (level % 2 === 0 ? [inner] : mappingFrom([["a", inner]])),
    "x",
  );
}

const file = (name: string): File => new File(["x"], name);

/** An example of each shape that a post can have in any place. */
export const oddPstructs: readonly Pstruct[] = [
  ...ODD_TEXTS,
  file("x.txt"),
  file(""),
  new File([], ""),
  [],
  [""],
  [[]],
  [["a", "b"], ["c"]],
  [file("y.txt"), "x", []],
  mappingFrom([]),
  mappingFrom(ODD_NAMES.map((name) => [name, "x"])),
  mappingFrom(ODD_NAMES.map((name) => [name, mappingFrom([[name, ["x"]]])])),
  nested(20),
  nested(95),
];

/**
 * Makes posts of any shape.
 *
 * @param names Names of the form's fields
 * @param texts Texts that the fields accept
 */
export function pstructs(names: readonly string[], texts: readonly string[] = []): fc.Arbitrary<Pstruct> {
  const name = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...names) },
    { weight: 2, arbitrary: fc.constantFrom(...ODD_NAMES) },
    fc.string(),
  );
  const text = fc.oneof(fc.constantFrom(...ODD_TEXTS, ...texts), fc.string());
  const { any } = fc.letrec<{ any: Pstruct }>((tie) => ({
    any: fc.oneof(
      { maxDepth: 6, depthSize: "small" },
      { weight: 4, arbitrary: text },
      fc.constantFrom(...oddPstructs),
      { weight: 2, arbitrary: fc.array(tie("any"), { maxLength: 4 }) },
      { weight: 3, arbitrary: fc.array(fc.tuple(name, tie("any")), { maxLength: 6 }).map(mappingFrom) },
    ),
  }));
  return any;
}
