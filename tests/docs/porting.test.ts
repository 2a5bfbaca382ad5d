import { readFileSync } from "node:fs";
import * as form from "@turnform/form";
import * as richText from "@turnform/form/rich-text";
import * as schema from "@turnform/schema";
import { describe, expect, it } from "vitest";
import { readPage, root } from "./page.ts";
import { isProgram } from "./program.ts";

/** Names that a reader who knows Colander looks for. */
const NAMES: Readonly<Record<string, string>> = {
  types: "String Integer Float Decimal Money Boolean Date DateTime Time Enum Mapping Sequence Tuple Set List",
  options: `encoding allow_empty strict quant rounding normalize false_choices true_choices false_val true_val format
    default_tzinfo attr unknown accept_scalar`,
  validators: `All Any Function Regex Email DataURL Range Length OneOf NoneOf ContainsOnly luhnok url file_uri uuid min_err
    max_err`,
  keywords: `typ name default missing required drop null missing_msg preparer validator after_bind widget title description
    insert_before`,
  methods: `deserialize serialize deferred bind clone add insert add_before get flatten unflatten get_value set_value
    cstruct_children raise_invalid Invalid asdict messages paths pos positional children separator translate`,
};

/** Returns the messages of recorded cases. */
function messagesIn(file: string): readonly string[] {
  const cases: readonly { readonly errors?: Readonly<Record<string, string>> }[] = JSON.parse(
    readFileSync(`${root}vectors/${file}.json`, "utf8"),
  );
  return cases.flatMap(({ errors = {} }) => Object.values(errors));
}

/** All widgets of Deform. */
const WIDGETS =
  `TextInput TextArea RichText Password CheckedPassword CheckedInput MoneyInput AutocompleteInput Hidden Checkbox
  Select Select2 Selectize RadioChoice CheckboxChoice DateInput TimeInput DateTimeInput DateParts TextInputCSV TextAreaCSV Mapping
  Sequence FileUpload`.split(/\s+/);

describe.each(["colander", "deform"])("docs/porting-from-%s.md", (name) => {
  const { blocks } = readPage(`docs/porting-from-${name}.md`);

  it("shows TypeScript after each piece of Python, with its result", () => {
    const alone = blocks.filter(
      ({ language }, i) => language === "python" && blocks[i + 1]?.language !== "ts",
    );
    expect(alone).toEqual([]);
    const silent = blocks.filter(isProgram).filter(({ code }) => !/\/\/ → |console\.log/.test(code));
    // The first block holds definitions for the others.
    expect(silent).toEqual([blocks[1]]);
  });
});

describe("docs/porting-from-colander.md", () => {
  const { source, blocks } = readPage("docs/porting-from-colander.md");

  it("names everything in Colander", () => {
    const python = blocks.filter(({ language }) => language === "python").map(({ code }) => code);
    const words = new Set(python.join().match(/\w+/g));
    const names = Object.values(NAMES).flatMap((list) => list.split(/\s+/));
    expect(names.filter((name) => !words.has(name))).toEqual([]);
  });

  it("quotes recorded messages of Colander", () => {
    const quoted = Array.from(source.matchAll(/# → Invalid \{".*?": (['"])(.*)\1\}$/gm), ({ 2: text = "" }) =>
      text.replaceAll('\\"', '"'),
    );
    const recorded = new Set(["types", "validators", "submissions"].flatMap(messagesIn));
    expect(quoted.length).toBeGreaterThan(20);
    expect(quoted.filter((message) => !recorded.has(message))).toEqual([]);
  });
});

describe("docs/porting-from-deform.md", () => {
  const { source } = readPage("docs/porting-from-deform.md");

  it("names every widget of Deform, and only existing ones of Turnform", () => {
    const [, table = ""] = /^## Widgets\n(.*?)^### /ms.exec(source) ?? [];
    expect(WIDGETS.filter((name) => !table.includes(`${name}Widget`))).toEqual([]);
    const ours = Array.from(table.matchAll(/\| [^|]+ \| ([^|]+) \|/g), ([, cell = ""]) => cell).slice(1);
    const named = ours.flatMap((cell) => Array.from(cell.matchAll(/`(\w+)\(/g), ([, name = ""]) => name));
    const there = { ...form, ...richText, ...schema };
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((name) => !Object.hasOwn(there, name))).toEqual([]);
  });
});
