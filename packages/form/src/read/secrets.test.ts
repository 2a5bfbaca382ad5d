import { inspect } from "node:util";
import { type Control, destructure, type Pstruct } from "@turnform/schema";
import { leaveOut } from "@turnform/schema/left-out";
import { oneOf, satisfies } from "@turnform/schema/checks";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { createForm } from "../define/form.ts";
import { german } from "../languages/german.ts";
import { SecretTexts } from "./secret-texts.ts";
import { SECRET } from "./secrets.ts";
import { mappingFrom } from "../testing/pstructs.ts";
import { checkedPassword } from "../widgets/checked-password.ts";
import { entries } from "../widgets/entries.ts";
import { hidden } from "../widgets/hidden.ts";
import { password } from "../widgets/password.ts";
import { sequence } from "../widgets/sequence.ts";
import { tags } from "../widgets/tags.ts";
import { textAreaCsv } from "../widgets/text-area-csv.ts";
import { tupleGroup } from "../widgets/tuple-group.ts";

const WORD = "Zq7-Zq7";
const NUMBER = "918273645";
const widget = password();

/** Fields with an invalid secret, and its post. */
const leaves: readonly (readonly [z.ZodType, Pstruct])[] = [
  [z.string().min(20).meta({ widget }), WORD],
  [
    z
      .string()
      .check(oneOf(["a", "b"]))
      .meta({ widget }),
    WORD,
  ],
  [
    z
      .string()
      .check(satisfies(() => "Is ${val} yours?"))
      .meta({ widget }),
    WORD,
  ],
  [
    z
      .string()
      .refine(() => false, { error: ({ input }) => `Not_${String(input)}_` })
      .meta({ widget }),
    WORD,
  ],
  [z.email().meta({ widget }), WORD],
  [z.enum(["a", "b"]).meta({ widget }), WORD],
  [z.int().meta({ widget }), WORD],
  [z.int().max(5).meta({ widget }), NUMBER],
  [z.int().max(5).meta({ widget }), "9.18273645e8"],
  [z.date().meta({ widget }), WORD],
  [z.union([z.int(), z.email()]).meta({ widget }), WORD],
  [z.string().meta({ widget: checkedPassword() }), mappingFrom([["it", WORD]])],
  [z.string().meta({ widget }), [WORD, WORD]],
  [z.string().meta({ widget }), mappingFrom([["a", WORD]])],
  [
    z
      .string()
      .max(3)
      .meta({ widget: hidden({}, password()) }),
    WORD,
  ],
];

const Open = z.string().optional();

/** Wraps a field in another type, with its post. */
const around: readonly ((type: z.ZodType, posted: Pstruct) => readonly [z.ZodType, Pstruct])[] = [
  (type, it) => [z.array(type).max(1), [it, it]],
  (type, it) => [z.array(type).min(3), [it]],
  (type, it) => [z.set(type).max(1).meta({ widget: sequence() }), [it, it, "x"]],
  (type, it) => [z.tuple([type, z.string()]).meta({ widget: tupleGroup() }), [it, it, it]],
  (type, it) => [z.tuple([z.string()], type).meta({ widget: tupleGroup() }), ["", it]],
  (type, it) => [
    z.record(z.string(), type),
    [
      ["a", it],
      ["a", it],
    ],
  ],
  (type, it) => [z.record(z.string(), type), mappingFrom([["a", it]])],
  (type, it) => [
    z.map(z.string(), type).max(1),
    [
      ["a", it],
      ["b", it],
    ],
  ],
  (type, it) => [z.object({ it: type, other: Open }), mappingFrom([["it", it]])],
  (type, it) => [
    z.strictObject({ it: type }),
    mappingFrom([
      ["it", it],
      ["more", it],
    ]),
  ],
  (type, it) => [
    z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("a"), it: Open }),
      z.object({ kind: z.literal("b"), it: type }),
    ]),
    mappingFrom([
      ["kind", "b"],
      ["it", it],
    ]),
  ],
  (type, it) => [
    z.discriminatedUnion("kind", [z.object({ kind: z.literal("a"), it: type })]),
    mappingFrom([
      ["kind", "z"],
      ["it", it],
    ]),
  ],
  (type, it) => [
    type.optional().refine(() => false, { error: ({ input }) => `So ${JSON.stringify(input)}` }),
    it,
  ],
  (type, it) => [z.object({ it: type, other: z.string() }).nullish(), mappingFrom([["it", it]])],
  (type, it) => [z.object({ it: type }).nullable(), leaveOut(mappingFrom([["it", it]]), null)],
  (type, it) => [z.array(z.object({ it: type }).nullable()).min(3), [mappingFrom([["it", it]]), it]],
  (type, it) => [z.array(type).min(1).max(1).optional(), [it, it]],
  (type, it) => [z.record(z.enum(["a", "b"]), type), mappingFrom([["a", it]])],
  (type, it) => [z.record(z.enum(["a", "b"]), type.optional()), mappingFrom([["b", it]])],
  (type, it) => [
    z.partialRecord(z.enum(["a", "b"]), type),
    [
      ["a", it],
      ["z", it],
    ],
  ],
  (type, it) => [
    z.union([z.object({ it: type }), z.object({ it: Open, other: z.string() })]),
    mappingFrom([
      ["__option__", "0"],
      ["it", it],
    ]),
  ],
  (type, it) => [
    z.union([z.object({ it: type }), z.object({ it: Open, other: z.string() })]),
    mappingFrom([
      ["__option__", "1"],
      ["it", it],
    ]),
  ],
  (type, it) => [
    z.union([z.strictObject({ it: type }), z.object({ it: z.int(), other: z.string() })]),
    mappingFrom([["it", it]]),
  ],
  (type, it) => [
    z.xor([z.object({ it: type }), z.object({ it: z.unknown() })]),
    mappingFrom([
      ["__option__", "0"],
      ["it", it],
    ]),
  ],
  (type, it) => [
    z.object({ it: type }).and(z.union([z.object({ other: z.string() }), z.object({ more: Open })])),
    mappingFrom([
      ["__option__", "0"],
      ["it", it],
    ]),
  ],
  (type, it) => [
    z.codec(
      z.object({ it: type }),
      z.object({ it: z.any() }).refine(() => false, { error: ({ input }) => `So ${JSON.stringify(input)}` }),
      {
        decode: (given) => ({ it: given.it }),
        encode: (made) => ({ it: made.it }),
      },
    ),
    mappingFrom([["it", it]]),
  ],
  (type, it) => [z.preprocess((given) => given, z.object({ it: type })), mappingFrom([["it", it]])],
  (type, it) => [
    z
      .object({ it: z.any().optional(), other: Open, inner: type.optional() })
      .refine(() => false, { path: ["other"] }),
    mappingFrom([["inner", it]]),
  ],
];

describe("a secret", () => {
  it("appears in no message, no issue and no path, inside any type", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...leaves),
        fc.array(fc.constantFrom(...around), { maxLength: 4 }),
        fc.boolean(),
        ([leaf, text], wrappers, inGerman) => {
          const [type, it] = wrappers.reduce<readonly [z.ZodType, Pstruct]>(
            ([type, it], wrap) => wrap(type, it),
            [leaf, text],
          );
          const form = createForm(z.object({ it: type, name: z.string() }));
          const result = (inGerman ? form.withLanguage(german) : form).validate(
            destructure(mappingFrom([["it", it]])),
          );
          if (result.kind !== "invalid") return;
          const { error } = result;
          const said = inspect([error, error.asDict(), error.flatten()], {
            depth: Infinity,
            maxArrayLength: Infinity,
            maxStringLength: Infinity,
          });
          for (const secret of [WORD, NUMBER, "9.18273645e8"]) expect(said).not.toContain(secret);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("appears in no error about a secret key", () => {
    const key = z.string().max(3).meta({ widget });
    for (const type of [z.record(key, z.int()), z.map(key, z.int())]) {
      const form = createForm(z.object({ it: type.meta({ widget: entries() }) }));
      for (const it of [
        [
          [WORD, "1"],
          [WORD, "x"],
        ],
        mappingFrom([[WORD, "x"]]),
      ]) {
        const { error } = Object(form.validate(destructure(mappingFrom([["it", it]]))));
        expect(inspect([error, error.asDict()], { depth: Infinity })).not.toContain(WORD);
      }
    }
  });

  it("is found in a union with two cases that contain it differently", () => {
    const Tree: z.ZodType = z.lazy(() =>
      z.discriminatedUnion("kind", [
        z.object({ kind: z.literal("a"), it: z.array(Tree).optional() }),
        z.object({ kind: z.literal("b"), it: z.array(Tree).optional(), word: z.int().meta({ widget }) }),
      ]),
    );
    const form = createForm(z.object({ it: Tree }));
    const leaf = mappingFrom([
      ["kind", "b"],
      ["word", WORD],
    ]);
    const it = Array.from({ length: 40 }).reduce<Pstruct>(
      (inner) =>
        mappingFrom([
          ["kind", "a"],
          ["it", [inner]],
        ]),
      leaf,
    );
    const { error } = Object(form.validate(destructure(mappingFrom([["it", it]]))));
    expect(Object.values(error.asDict())).toEqual(['"••••••••" is not a number']);
  });

  it("appears in no error of another field", () => {
    const form = createForm(
      z.object({ name: z.string(), it: z.string().meta({ widget }) }).superRefine(({ it }, context) =>
        context.addIssue({
          code: "custom",
          path: ["name"],
          message: `Choose another than <${it}>`,
          params: { it },
        }),
      ),
    );
    const { error } = Object(
      form.validate([
        ["name", "Ann"],
        ["it", WORD],
      ]),
    );
    expect(error.asDict()).toEqual({ name: "Choose another than <••••••••>" });
    expect(inspect(error, { depth: Infinity })).not.toContain(WORD);
  });
});

describe("a secret that the schema has changed", () => {
  const bad = (message: (it: unknown) => string, path: string[] = []) =>
    [
      ({ it }: { it?: unknown }, context: z.RefinementCtx) =>
        context.addIssue({ code: "custom", message: message(it), path }),
    ] as const;
  const said = (it: unknown): string => `Not ${String(it)}`;

  it.each([
    ["a number", z.int(), said, "0042"],
    ["a trimmed text", z.string().trim().toLowerCase(), said, ` ${WORD} `],
    ["a normal form", z.string().normalize("NFC"), said, "e\u0301e\u0301-word"],
    ["a text in JSON", z.string(), (it: unknown) => `Not ${JSON.stringify(it)}`, 'a "word"'],
  ])("appears in no message of a check around it: %s", (_, type, message, posted) => {
    const Inner = z.object({ it: type.meta({ widget }) });
    const errors = (form: z.ZodObject, controls: readonly Control[]): unknown =>
      createForm(form).validate(controls).form.error?.asDict();
    const shown = message(SECRET);
    expect(errors(Inner.superRefine(...bad(message)), [["it", posted]])).toEqual({ "": shown });
    const outer = z.object({ all: z.array(Inner.superRefine(...bad(message, ["it"]))) });
    expect(errors(outer, destructure({ all: [mappingFrom([["it", posted]])] }))).toEqual({
      "all.0.it": shown,
    });
  });

  it("appears in no path of the check", () => {
    const form = createForm(
      z
        .object({ it: z.string().meta({ widget }) })
        .superRefine(({ it }, context) =>
          context.addIssue({ code: "custom", message: "No", path: [it, "more"] }),
        ),
    );
    expect(form.validate([["it", WORD]]).form.error?.asDict()).toEqual({ "••••••••.more": "No" });
  });
});

describe("SecretTexts", () => {
  it("hides the longest text, and short ones that are words", () => {
    const secrets = new SecretTexts("*", ["1", "a b", "abcd", "abcdef", ""]);
    expect(secrets.hide("1, 11: xabcdefx abcdx a b.")).toBe("*, 11: x*x *x *.");
    expect(secrets.hide("1 abcd", false)).toBe("1 *");
  });

  it("compares only texts that may be in the message", () => {
    const secrets = new SecretTexts(
      "*",
      Array.from({ length: 5000 }, (_, index) => `${index}-secret`),
    );
    const lookups = vi.spyOn(Set.prototype, "has");
    const hidden = secrets.hide('"77-secret" is not a number');
    const count = lookups.mock.calls.length;
    lookups.mockRestore();
    expect([hidden, count < 10]).toEqual(['"*" is not a number', true]);
  });
});

describe("fields with secrets", () => {
  it("are refused if one control would show them", () => {
    const secret = z.string().meta({ widget: password() });
    for (const type of [
      z.set(secret),
      z.array(secret).meta({ widget: tags() }),
      z.array(z.tuple([secret])).meta({ widget: textAreaCsv() }),
    ])
      expect(() => createForm(z.object({ keys: type }))).toThrow(
        'Field "keys" shows all of its value in one control',
      );
    expect(() => createForm(z.object({ keys: z.array(secret) }))).not.toThrow();
  });
});
