import type { Control } from "@turnform/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createForm, type FilledForm, type Form } from "../index.ts";
import { submittedControls } from "../testing/submitted.ts";
import { sequence } from "../widgets/sequence.ts";
import { textAreaCsv } from "../widgets/text-area-csv.ts";
import { tupleGroup } from "../widgets/tuple-group.ts";

const fixed = { widget: { readonly: true } };
const off = { widget: { disabled: true } };

type Data = Readonly<Record<string, unknown>> | undefined;

/** Posts a page's controls as a browser would. */
function post(
  form: Form<z.ZodObject>,
  page: FilledForm,
  current: Data,
  {
    pressed,
    change = (controls) => controls,
  }: { pressed?: string; change?: (controls: Control[]) => Control[] } = {},
): ReturnType<typeof form.validate> {
  return form.validate(change(submittedControls(String(page), pressed)), current);
}

/** Presses buttons one after the other without JavaScript, then saves. */
function editAndSave(form: Form<z.ZodObject>, current: Data, ...pressed: readonly string[]): unknown {
  let page = form.render(current);
  for (const button of pressed) page = post(form, page, current, { pressed: button }).form;
  const result = post(form, page, current);
  return result.kind === "valid" ? result.value : result.form.error?.flatten();
}

describe("restoreFixedValues in items of lists", () => {
  const Item = z.object({
    code: z.string().meta(fixed),
    tax: z.string().optional().meta(off),
    amount: z.int(),
  });
  const Items = z.object({ items: z.array(Item).meta({ orderable: true }) });
  const form = createForm(Items, { formId: "f" });
  const a = { code: "A", tax: "19 %", amount: 1 };
  const b = { code: "B", amount: 2 };
  const c = { code: "C", tax: "7 %", amount: 3 };
  const current = { items: [a, b, c] };

  it("keeps their values without an edit", () => {
    expect(editAndSave(form, current)).toEqual(current);
  });

  it("keeps their values through moves, removals and duplicates", () => {
    expect(editAndSave(form, current, "f-items-0:down")).toEqual({ items: [b, a, c] });
    expect(editAndSave(form, current, "f-items-0:down", "f-items-0:remove")).toEqual({ items: [a, c] });
    expect(editAndSave(form, current, "f-items-2:duplicate", "f-items-0:remove")).toEqual({
      items: [b, c, c],
    });
  });

  it("keeps their values on a page with errors, and after it", () => {
    const wrong = post(form, form.render(current), current, {
      change: (controls) => controls.map(([name, value]) => [name, value === "2" ? "x" : value]),
    });
    expect(wrong.kind).toBe("invalid");
    const again = post(form, wrong.form, current, {
      change: (controls) => controls.map(([name, value]) => [name, value === "x" ? "5" : value]),
    });
    expect(again).toMatchObject({ kind: "valid", value: { items: [a, { ...b, amount: 5 }, c] } });
  });

  it("gives a new item defaults", () => {
    const withDefault = createForm(
      z.object({
        items: z.array(z.object({ code: z.string().default("new").meta(fixed), amount: z.int().default(0) })),
      }),
      { formId: "f" },
    );
    expect(editAndSave(withDefault, { items: [{ code: "A", amount: 1 }] }, "f-items:add")).toEqual({
      items: [
        { code: "A", amount: 1 },
        { code: "new", amount: 0 },
      ],
    });
  });

  it("follows an item that others have moved, and doesn't mix up changed ones", () => {
    const page = form.render(current);
    expect(post(form, page, { items: [c, a, b] })).toMatchObject({ kind: "valid", value: current });
    const changed = post(form, page, { items: [a, { ...b, code: "Z" }, c] });
    expect(changed.kind === "invalid" && changed.error.flatten().map(({ path }) => path)).toEqual([
      ["items", 1, "code"],
    ]);
  });

  it("takes only values of the current data", () => {
    const forge = post(form, form.render(current), current, {
      change: (controls) =>
        controls.flatMap((control): Control[] =>
          control[1] === "2" ? [["code", "FORGED"], ["tax", "0 %"], control] : [control],
        ),
    });
    expect(forge).toMatchObject({ kind: "valid", value: current });
    const reference = post(form, form.render(current), current, {
      change: (controls) =>
        controls.map(([name, value]) => [name, name === "__item__" ? '["FORGED",null]' : value]),
    });
    expect(reference.kind).toBe("invalid");
  });

  it("takes an item once if a person can't duplicate it", () => {
    const Credit = z.object({ amount: z.int().optional().meta(fixed), note: z.string() });
    const credits = createForm(z.object({ list: z.array(Credit) }), { formId: "f" });
    const owned = { list: [{ amount: 100, note: "a" }] };
    const twice = post(credits, credits.render(owned), owned, {
      change: (controls) => {
        const start = controls.findIndex(([, value]) => value === "item:mapping");
        const item = controls.slice(start, start + 4);
        return controls.toSpliced(start, 0, ...item);
      },
    });
    expect(twice).toMatchObject({
      kind: "valid",
      value: { list: [{ amount: 100, note: "a" }, { note: "a" }] },
    });
  });

  it.each([
    ["readonly", { widget: { readonly: true } }],
    ["hidden", { widget: { hidden: true } }],
    ["hidden and readonly", { widget: { hidden: true, readonly: true } }],
  ])("knows items by an id that is %s, even where their values have changed", (_, meta) => {
    const Row = z.object({
      id: z.int().optional().meta(meta),
      code: z.string().meta(fixed),
      secret: z
        .string()
        .optional()
        .meta({ widget: { hidden: true, readonly: true } }),
      note: z.string(),
    });
    const rows = createForm(z.object({ rows: z.array(Row).meta({ orderable: true }) }), { formId: "f" });
    const one = { id: 1, code: "A", secret: "s1", note: "a" };
    const two = { id: 2, code: "A", secret: "s2", note: "b" };
    const page = rows.render({ rows: [one, two] });
    expect(String(page)).not.toContain("s1");
    const later = [{ ...two, code: "B" }, one];
    expect(post(rows, page, { rows: later })).toMatchObject({
      kind: "valid",
      value: { rows: [one, { ...two, code: "B" }] },
    });
  });

  it("gives a duplicate the values of its original, except a fixed id", () => {
    const Row = z.object({
      id: z.int().optional().meta(fixed),
      code: z.string().meta(fixed),
      note: z.string(),
    });
    const rows = createForm(z.object({ rows: z.array(Row).meta({ orderable: true }) }), { formId: "f" });
    const row = { id: 1, code: "A", note: "a" };
    expect(editAndSave(rows, { rows: [row] }, "f-rows-0:duplicate")).toEqual({
      rows: [row, { code: "A", note: "a" }],
    });
  });

  it("keeps values in lists inside items, and takes none from another item", () => {
    const Discount = z.object({ percent: z.int().meta(fixed), note: z.string() });
    const Order = z.object({ sku: z.string().meta(fixed), discounts: z.array(Discount) });
    const orders = createForm(z.object({ orders: z.array(Order).meta({ orderable: true }) }), {
      formId: "f",
    });
    const x = {
      sku: "X",
      discounts: [
        { percent: 5, note: "a" },
        { percent: 10, note: "b" },
      ],
    };
    const y = { sku: "Y", discounts: [{ percent: 90, note: "c" }] };
    const owned = { orders: [x, y] };
    expect(editAndSave(orders, owned, "f-orders-0:down", "f-orders-1-discounts-0:remove")).toEqual({
      orders: [y, { ...x, discounts: [{ percent: 10, note: "b" }] }],
    });
    const forged = post(orders, orders.render(owned), owned, {
      change: (controls) => controls.map(([name, value]) => [name, value === '["10"]' ? '["90"]' : value]),
    });
    expect(forged.kind).toBe("invalid");
  });

  it("keeps values in lists of lists, in moved items of groups, and in sets, tuples and unions", () => {
    const Leaf = z.object({ code: z.string().meta(fixed), n: z.int() });
    const nested = createForm(
      z.object({ teams: z.array(z.array(Leaf).meta({ orderable: true })).meta({ orderable: true }) }),
      { formId: "f" },
    );
    const [p, q, r] = ["P", "Q", "R"].map((code, n) => ({ code, n }));
    expect(editAndSave(nested, { teams: [[p, q], [r]] }, "f-teams-0:down", "f-teams-1-0:down")).toEqual({
      teams: [[r], [q, p]],
    });

    const board = z.array(Leaf).meta({ widget: sequence({ group: "cards", orderable: true }) });
    const boards = createForm(z.object({ todo: board, done: board }), { formId: "f" });
    const moved = boards.render({ todo: [], done: [p, q] });
    expect(post(boards, moved, { todo: [q], done: [p] })).toMatchObject({
      kind: "valid",
      value: { done: [p, q] },
    });

    const Pair = z.tuple([z.string().meta(fixed), z.int()]).meta({ widget: tupleGroup() });
    const pairs = createForm(z.object({ pairs: z.array(Pair).meta({ orderable: true }) }), { formId: "f" });
    expect(
      editAndSave(
        pairs,
        {
          pairs: [
            ["a", 1],
            ["b", 2],
          ],
        },
        "f-pairs-0:down",
      ),
    ).toEqual({
      pairs: [
        ["b", 2],
        ["a", 1],
      ],
    });

    const Payment = z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("card"), brand: z.string().meta(fixed), owner: z.string() }),
      z.object({ kind: z.literal("cash"), amount: z.int() }),
    ]);
    const payments = createForm(z.object({ payments: z.array(Payment).meta({ orderable: true }) }), {
      formId: "f",
    });
    const card = { kind: "card", brand: "Visa", owner: "Ann" };
    const cash = { kind: "cash", amount: 3 };
    const gold = { kind: "card", brand: "Gold", owner: "Bob" };
    expect(
      editAndSave(payments, { payments: [card, cash, gold] }, "f-payments-0:down", "f-payments-2:up"),
    ).toEqual({
      payments: [cash, gold, card],
    });
  });

  it("keeps the other values of an item while the case of a union inside it changes and comes back", () => {
    const Pay = z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("card"), brand: z.string().optional().meta(fixed) }),
      z.object({ kind: z.literal("cash") }),
    ]);
    const Row = z.object({ code: z.string().meta(fixed), pay: Pay });
    const rows = createForm(z.object({ rows: z.array(Row).meta({ orderable: true }) }), { formId: "f" });
    const row = { code: "A", pay: { kind: "card", brand: "Visa" } } as const;
    const choose = (page: FilledForm, kind: string): FilledForm =>
      post(
        rows,
        page,
        { rows: [row] },
        {
          pressed: "f-rows-0-pay-kind:choose",
          change: (controls) => controls.map(([name, value]) => [name, name === "kind" ? kind : value]),
        },
      ).form;
    const cash = choose(rows.render({ rows: [row] }), "cash");
    expect(post(rows, choose(cash, "card"), { rows: [row] })).toMatchObject({
      kind: "valid",
      value: { rows: [row] },
    });
    expect(post(rows, cash, { rows: [row] })).toMatchObject({
      kind: "valid",
      value: { rows: [{ code: "A", pay: { kind: "cash" } }] },
    });
  });

  it("finds the entries of a record by their keys, also if keys or values are fixed", () => {
    const Price = z.object({ unit: z.string().meta(fixed), price: z.int() });
    const prices = createForm(z.object({ prices: z.record(z.string(), Price) }), { formId: "f" });
    const owned = { prices: { apple: { unit: "kg", price: 2 }, egg: { unit: "dozen", price: 3 } } };
    expect(editAndSave(prices, owned)).toEqual(owned);
    expect(editAndSave(prices, owned, "f-prices-0:remove")).toEqual({ prices: { egg: owned.prices.egg } });

    const settings = createForm(z.object({ set: z.record(z.string().meta(fixed), z.int()) }), {
      formId: "f",
    });
    expect(editAndSave(settings, { set: { a: 1, b: 2 } }, "f-set-0:remove")).toEqual({ set: { b: 2 } });
    const limits = createForm(z.object({ set: z.record(z.string(), z.int().meta(fixed)) }), { formId: "f" });
    expect(editAndSave(limits, { set: { a: 1, b: 2 } })).toEqual({ set: { a: 1, b: 2 } });
  });

  it("doesn't mix up entries with equal keys in the records of two items", () => {
    const Price = z.object({ unit: z.string().meta(fixed), price: z.int() });
    const Shop = z.object({ name: z.string(), prices: z.record(z.string(), Price) });
    const shops = createForm(z.object({ shops: z.array(Shop).meta({ orderable: true }) }), { formId: "f" });
    const one = { name: "one", prices: { apple: { unit: "kg", price: 2 } } };
    const two = { name: "two", prices: { apple: { unit: "piece", price: 3 } } };
    const owned = { shops: [one, two] };
    expect(editAndSave(shops, owned)).toEqual(owned);
    expect(editAndSave(shops, owned, "f-shops-0:down")).toEqual({ shops: [two, one] });
    expect(editAndSave(shops, owned, "f-shops-0:remove")).toEqual({ shops: [two] });

    const bare = createForm(z.object({ list: z.array(z.record(z.string(), Price)) }), { formId: "f" });
    const mixed = { list: [one.prices, two.prices] };
    expect(post(bare, bare.render(mixed), mixed).form.error?.asDict()).toEqual({
      "list.0.0.1.unit": "Required",
      "list.1.0.1.unit": "Required",
    });
  });

  it("takes no value if two items of several lists have the same id", () => {
    const Line = z.object({ id: z.int().meta(fixed), code: z.string().meta(fixed) });
    const Order = z.object({ note: z.string(), lines: z.array(Line) });
    const orders = createForm(z.object({ orders: z.array(Order) }), { formId: "f" });
    const order = (code: string) => ({ note: "a", lines: [{ id: 1, code }] });
    const twice = { orders: [order("A"), order("B")] };
    expect(post(orders, orders.render(twice), twice).kind).toBe("invalid");
    const same = { orders: [order("A"), order("A")] };
    expect(editAndSave(orders, same)).toEqual(same);
  });

  it("ignores a record that is posted as a mapping", () => {
    const Price = z.object({ unit: z.string().optional().meta(fixed), price: z.int() });
    const prices = createForm(z.object({ prices: z.record(z.string(), Price) }), { formId: "f" });
    const result = prices.validate(
      [
        ["__start__", "prices:mapping"],
        ["__start__", "apple:mapping"],
        ["unit", "FORGED"],
        ["price", "1"],
        ["__end__", ""],
        ["__end__", ""],
      ],
      { prices: { apple: { unit: "kg", price: 2 } } },
    );
    expect(result).toMatchObject({ kind: "valid", value: { prices: { apple: { unit: "kg", price: 1 } } } });
  });

  it("tells the further items of growing tuples apart", () => {
    const Growing = z.tuple([z.string()], z.object({ code: z.string().meta(fixed), n: z.int() }));
    const growing = createForm(z.object({ it: Growing }), { formId: "f" });
    const value = { it: ["first", { code: "A", n: 1 }, { code: "B", n: 2 }] };
    expect(editAndSave(growing, value, "f-it-1:remove")).toEqual({ it: ["first", { code: "B", n: 2 }] });
  });

  it("keeps values in a list that is hidden as a whole", () => {
    const hiddenItems = form.withWidgets({ items: { hidden: true } });
    expect(editAndSave(hiddenItems, current)).toEqual(current);
  });

  it("uses defaults without current data", () => {
    const page = form.render(current);
    expect(form.validate(submittedControls(String(page))).kind).toBe("invalid");
  });

  it("refuses items that can't be told apart", () => {
    const unseen = z.string().meta({ widget: { hidden: true, readonly: true } });
    expect(() => createForm(z.object({ list: z.array(z.object({ price: unseen, n: z.int() })) }))).toThrow(
      /"price" in the items "item" .* give them a field "id"/,
    );
    const deep = z.tuple([z.object({ code: z.string().meta(fixed) })]);
    expect(() => createForm(z.object({ list: z.array(deep) }))).toThrow(/"code" .* too deep in the tuple/);
    const growing = z.tuple([z.string().meta(fixed)], z.string()).meta({ widget: tupleGroup() });
    expect(() => createForm(z.object({ growing }))).toThrow(
      'Part "0" of the tuple "growing" is readonly or disabled',
    );
    expect(() => createForm(z.object({ __item__: z.string() }))).toThrow("own");
  });

  it("refuses a fixed part of a value in one control, into which people could type", () => {
    const pair = z.tuple([z.string().meta(fixed), z.int()]);
    for (const it of [pair, z.array(pair), z.array(pair).meta({ widget: textAreaCsv() })])
      expect(() => createForm(z.object({ it }))).toThrow(
        /shows all of its value in one control, also "0", which can't be edited/,
      );
    const group = pair.nullable().meta({ widget: tupleGroup() });
    const current = { it: [["x", 1], null, ["y", 2]] };
    expect(editAndSave(createForm(z.object({ it: z.array(group) }), { formId: "f" }), current)).toEqual(
      current,
    );
  });

  it("saves the shown values after any edits, with the fixed values of the current data", () => {
    const Deep = z.object({ mark: z.string().optional().meta(fixed), text: z.string() });
    const Row = z.object({
      code: z.string().optional().meta(fixed),
      inner: z.object({ unit: z.string().optional().meta(off), n: z.int() }),
      deep: z.array(Deep).meta({ orderable: true }),
    });
    const rows = createForm(z.object({ rows: z.array(Row).meta({ orderable: true }) }), { formId: "f" });
    const text = fc.constantFrom("a", "b", 'c"\n', "<d>", "\u{1F600}", "__item__");
    const deep = fc.record({ mark: fc.option(text, { nil: undefined }), text: fc.constantFrom("x", "y") });
    const row = fc.record({
      code: fc.option(text, { nil: undefined }),
      inner: fc.record({ unit: fc.option(text, { nil: undefined }), n: fc.nat(9) }),
      deep: fc.array(deep, { maxLength: 3 }),
    });
    const op = fc.tuple(
      fc.constantFrom("down", "up", "remove", "duplicate"),
      fc.nat(4),
      fc.option(fc.nat(3)),
    );
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 4 }),
        fc.array(op, { maxLength: 5 }),
        (given, ops) => {
          const owned = { rows: given };
          const model = structuredClone(given);
          let page = rows.render(owned);
          for (const [name, at, inside] of ops) {
            const list: unknown[] | undefined = inside === null ? model : model[at]?.deep;
            const index = inside ?? at;
            const to = index + (name === "up" ? -1 : 1);
            if (list === undefined || index >= list.length) continue;
            if ((name === "up" || name === "down") && (to < 0 || to >= list.length)) continue;
            if (name === "remove") list.splice(index, 1);
            else if (name === "duplicate") list.splice(index, 0, structuredClone(list[index]));
            else [list[index], list[to]] = [list[to], list[index]];
            const id = inside === null ? `f-rows-${at}` : `f-rows-${at}-deep-${inside}`;
            page = post(rows, page, owned, { pressed: `${id}:${name}` }).form;
          }
          const result = post(rows, page, owned);
          expect(result.kind === "valid" && result.value).toEqual({ rows: model });
        },
      ),
      { numRuns: 40 },
    );
  });
});
