import { entries, mapping, maskedInput, selectSearch, sequence, tupleGroup, union } from "@turnform/form";
import { z } from "zod";
import { press } from "../next-page.ts";
import { type Family, search } from "./family.ts";

const Land = z.enum(["denmark", "finland"]).meta({ widget: selectSearch() });
const Shape = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("circle"), radius: z.number() }),
  z.object({
    kind: z.literal("flag"),
    land: Land,
    code: z.string().meta({ widget: maskedInput({ mask: "##-##" }) }),
  }),
]);

export const containers: Family = {
  name: "groups of widgets",
  fields: {
    shape: Shape.meta({ widget: union({ choice: "radio" }) }),
    prices: z
      .record(z.string().meta({ title: "Fruit" }), z.number().meta({ title: "Price" }))
      .meta({ widget: entries() }),
    poster: z
      .tuple([z.int().meta({ title: "Width" }), z.boolean().meta({ title: "Framed" })])
      .meta({ widget: tupleGroup() }),
    stops: z
      .tuple([z.string().meta({ title: "First stop" })], z.string().meta({ title: "Next stop" }))
      .meta({ widget: tupleGroup() }),
    lines: z
      .array(z.object({ product: z.string(), land: Land }))
      .min(1)
      .meta({ widget: sequence({ layout: "table" }) }),
    address: z
      .object({ street: z.string(), since: z.string().meta({ widget: maskedInput({ mask: "##/####" }) }) })
      .meta({ widget: mapping({ frame: "details" }) }),
  },
  async fill(item, which, script) {
    const pick = <Value>(...values: readonly [Value, Value]): Value => values[which];
    await item.getByLabel(pick("Circle", "Flag")).check();
    if (!script) await press(item, "Choose.*");
    if (which === 0) await item.getByLabel("Radius").fill("2.5");
    else {
      await search(item.locator("tf-union"), "Land", script, "Finland");
      await item.getByLabel("Code").fill("");
      await item.getByLabel("Code").pressSequentially(script ? "1234" : "12-34");
    }
    const fruit = item.getByLabel("Fruit");
    if ((await fruit.count()) === 0) await press(item.getByRole("group", { name: /^Prices/ }), "Add .*");
    await fruit.fill(pick("a.b", "pear"));
    await item.getByLabel("Price *").fill(pick("0.8", "2"));
    await item.getByLabel("Width").fill(pick("60", "80"));
    await item.getByLabel("Framed").setChecked(which === 0);
    const next = item.getByRole("textbox", { name: "Next stop" });
    if ((await next.count()) === 0) await press(item, "Add Next stop.*");
    await next.fill(pick("Turku", "Tours"));
    await item.getByLabel("First stop").fill(pick("Turin", "Trier"));
    const lines = item.getByRole("table");
    await lines.getByLabel("Product").fill(pick("Pencil", "Rubber"));
    await search(lines, "Land", script, pick("Denmark", "Finland"));
    const street = item.getByLabel("Street");
    if (!(await street.isVisible())) await item.locator("details:not(.tf-more) > summary").click();
    await street.fill(pick("Main Street 1", "Long Lane 2"));
    await item.getByLabel("Since").fill("");
    await item.getByLabel("Since").pressSequentially(pick("01/1990", "02/2001"));
  },
  data: [
    {
      shape: { kind: "circle", radius: 2.5 },
      prices: { "a.b": 0.8 },
      poster: [60, true],
      stops: ["Turin", "Turku"],
      lines: [{ product: "Pencil", land: "denmark" }],
      address: { street: "Main Street 1", since: "01/1990" },
    },
    {
      shape: { kind: "flag", land: "finland", code: "12-34" },
      prices: { pear: 2 },
      poster: [80, false],
      stops: ["Trier", "Tours"],
      lines: [{ product: "Rubber", land: "finland" }],
      address: { street: "Long Lane 2", since: "02/2001" },
    },
  ],
};
