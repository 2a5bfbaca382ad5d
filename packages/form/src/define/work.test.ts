import { destructure } from "@turnform/schema";
import { describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { createForm } from "./form.ts";
import { radioChoice } from "../widgets/radio-choice.ts";
import { selectSearch } from "../widgets/select-search.ts";
import { select } from "../widgets/select.ts";
import { textInput } from "../widgets/text-input.ts";
import type { Widget } from "../field/widget.ts";

/** Enough fields to tell work for each from work for a few. */
const MANY = 1000;

const isLong = vi.fn((text: string) => text.length > 1);
const tooShort = vi.fn(() => "Too short");
const decode = vi.fn((text: string) => text.toUpperCase());
const deserialize = vi.fn<Widget["deserialize"]>((...given) => textInput().deserialize(...given));

const counting: Widget = { ...textInput(), deserialize };
const Item = z.object({
  code: z
    .string()
    .refine(isLong)
    .meta({ wire: { decode, encode: (text: string) => text } }),
  text: z.string().min(3, { error: tooShort }).meta({ widget: counting }),
});
const form = createForm(z.object({ items: z.array(Item) }));

function post(code: string, text: string): ReturnType<typeof form.validate> {
  vi.clearAllMocks();
  return form.validate(destructure({ items: Array.from({ length: MANY }, () => ({ code, text })) }));
}

describe("validate", () => {
  it("reads, decodes and checks each field once, valid or invalid", () => {
    for (const result of [() => post("ab", "abc"), () => post("a", "b")]) {
      String(result().form);
      expect([deserialize, decode, isLong].map(({ mock }) => mock.calls.length)).toEqual([MANY, MANY, MANY]);
    }
  });

  it("makes no messages until they are read", () => {
    expect(post("a", "b").kind).toBe("invalid");
    expect(tooShort).not.toHaveBeenCalled();
  });

  it("makes messages for the first thousand issues and counts the others", () => {
    const { form: page, error } = Object(post("a", "b"));
    const html = String(page);
    expect(html.match(/Too short/g)?.length).toBeGreaterThan(MANY / 2);
    expect(tooShort.mock.calls.length).toBe(MANY / 2);
    expect([error.flatten().length, error.omitted]).toEqual([MANY, MANY]);
    expect(html).toContain("And 1950 more");
    expect(page.withErrors({ "": "Sorry" }).error.omitted).toBe(MANY);
  });

  it("checks no item of a list that is too long", () => {
    const limited = createForm(z.object({ items: z.array(Item).max(MANY - 1) }));
    vi.clearAllMocks();
    const items = Array.from({ length: MANY }, () => ({ code: "ab", text: "abc" }));
    expect(limited.validate(destructure({ items })).kind).toBe("invalid");
    expect([decode, isLong].map(({ mock }) => mock.calls.length)).toEqual([0, 0]);
  });

  it("checks no item of a set or a map with too many items, equal ones counted once", () => {
    const most = MANY - 1;
    const items = Array.from({ length: MANY }, () => ({ code: "ab", text: "abc" }));
    const pairs = items.map((item, index) => [String(index), item]);
    const cases = [
      [z.set(Item).max(most), items],
      [z.set(Item).size(most), items],
      [z.map(z.string(), Item).max(most), pairs],
    ] as const;
    for (const [type, it] of cases) {
      vi.clearAllMocks();
      const { error } = Object(createForm(z.object({ it: type })).validate(destructure({ it })));
      expect(error.asDict()).toEqual({ it: `Keep at most ${most}` });
      expect([decode, isLong].map(({ mock }) => mock.calls.length)).toEqual([0, 0]);
    }
    const few = createForm(z.object({ it: z.set(z.enum(["a", "b"])).max(2) }));
    const it = Array.from({ length: MANY }, (_, index) => "ab".charAt(index % 2));
    expect(few.validate(destructure({ it }))).toMatchObject({
      kind: "valid",
      value: { it: new Set(["a", "b"]) },
    });
  });

  it.each([
    ["select", select()],
    ["radioChoice", radioChoice()],
    ["selectSearch", selectSearch()],
  ])("looks at what %s offers as often for many items as for one", (_, widget) => {
    const looked = vi.fn(() => "word");
    const choices = [
      {
        get text(): string {
          return looked();
        },
        value: "word",
      },
    ];
    const wire = { decode: (text: string) => text, encode: (text: string) => text };
    const Word = z.custom<string>((text) => text === "word").meta({ wire, choices, widget });
    const listed = createForm(z.object({ items: z.array(z.object({ word: Word, other: Word })) }));
    const looks = [1, 1, MANY].map((count) => {
      looked.mockClear();
      listed.validate(destructure({ items: Array.from({ length: count }, () => ({ word: "word" })) }));
      return looked.mock.calls.length;
    });
    expect(looks[2]).toBe(looks[1]);
  });

  it("keeps a thousand issues of widgets", () => {
    const grumpy: Widget = {
      ...textInput(),
      deserialize: (_, pstruct, reading) => {
        reading.fail("mismatch");
        return pstruct;
      },
    };
    const whole = createForm(z.object({ items: z.array(z.string().meta({ widget: grumpy })) }));
    const items = Array.from({ length: 2 * MANY }, () => "a");
    const { error } = Object(whole.validate(destructure({ items })));
    expect([error.flatten().length, error.omitted]).toEqual([MANY, MANY]);
  });
});
