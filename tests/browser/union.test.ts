import { createForm, sequence, union } from "@turnform/form";
import type { Locator, Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { addKind } from "./gallery/gallery-page.ts";
import { nextPage, press } from "./next-page.ts";
import { openPage } from "./pages.ts";
import { serveForm } from "./serve-form.ts";

const Node: z.ZodType = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("leaf"), text: z.string(), sizes: z.array(z.number()).min(2) }),
    z.object({ kind: z.literal("note"), text: z.string() }),
    z.object({
      kind: z.literal("branch"),
      get child() {
        return Node.optional();
      },
    }),
  ])
  .meta({ title: "Node", widget: union({ choice: "radio" }) });
const Forest = z.object({
  trees: z.array(Node).meta({ widget: sequence({ orderable: true }) }),
  root: Node.optional(),
});
const form = createForm(Forest, { formId: "f" });
let saved: unknown;

const address = serveForm(form, (forest) => (saved = forest), {});

let page: Page;
let complaints: string[];
beforeEach(async () => {
  ({ page, complaints } = await openPage());
  await page.goto(address());
});
afterEach(async () => {
  expect(complaints).toEqual([]);
});

const at = (id: string): Locator => page.locator(`[id="${id}"]`);
/** Returns ids that occur twice. */
const repeated = () =>
  page.evaluate(`(() => {
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    return ids.filter((id, index) => ids.indexOf(id) !== index);
  })()`);

describe("the browser script of unions", () => {
  it("shows a case's fields at once, and keeps values typed in other cases", async () => {
    const root = at("f-root");
    await root.getByLabel("Leaf").check();
    await at("f-root-text").fill("green");
    await at("f-root-sizes-1").fill("7");
    await root.getByLabel("Note").check();
    expect(await at("f-root-sizes").count()).toBe(0);
    expect(await at("f-root-text").inputValue()).toBe("");
    await root.getByLabel("Leaf").check();
    expect(await at("f-root-text").inputValue()).toBe("green");
    expect(await at("f-root-sizes-1").inputValue()).toBe("7");
    await at("f-root-sizes-0").fill("1");
    await press(page, "Submit");
    expect(saved).toEqual({ trees: [], root: { kind: "leaf", text: "green", sizes: [1, 7] } });
  });

  it("works in added and duplicated items", async () => {
    await addKind(page, "Node", "Note");
    const first = at("f-trees-0");
    await first.getByLabel("Leaf").check();
    await at("f-trees-0-sizes-0").fill("1");
    await at("f-trees-0-sizes-1").fill("2");
    await at("f-trees-0-text").fill("a");
    await first.getByLabel("Note").check();
    await at("f-trees-0-text").fill("b");
    await at("f-trees-0:duplicate").click();
    const second = at("f-trees-1");
    await second.getByLabel("Leaf").check();
    expect(await at("f-trees-1-text").inputValue()).toBe("a");
    expect(await at("f-trees-0-text").inputValue()).toBe("b");
    expect(await repeated()).toEqual([]);
    await press(page, "Submit");
    expect(saved).toEqual({
      trees: [
        { kind: "note", text: "b" },
        { kind: "leaf", text: "a", sizes: [1, 2] },
      ],
    });
  });

  it("leaves a case that contains the union to the server", async () => {
    await at("f-root").getByLabel("Branch").check();
    const child = at("f-root-child");
    await child.getByLabel("Note").check();
    await at("f-root-child-text").fill("x");
    await child.getByLabel("Branch").check();
    await nextPage(page, () => child.getByRole("button", { name: /^Choose/ }).click());
    await at("f-root-child-child").getByLabel("Note").check();
    await at("f-root-child-child-text").fill("deep");
    await press(page, "Submit");
    expect(saved).toEqual({
      trees: [],
      root: { kind: "branch", child: { kind: "branch", child: { kind: "note", text: "deep" } } },
    });
  });

  it("follows a reset", async () => {
    await at("f-root").getByLabel("Leaf").check();
    await page.evaluate(`document.querySelector("form").reset()`);
    await at("f-root-text").waitFor({ state: "detached" });
    expect(await at("f-root").getByLabel("None").isChecked()).toBe(true);
  });
});
