/** Follows the recipes in a browser. */
import { readdirSync, readFileSync } from "node:fs";
import { controlsFromMessage, formAssets } from "@turnform/express-adapter";
import { createForm, type Form } from "@turnform/form";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { accessibilityFaults } from "../browser/demo-server.ts";
import { overflow } from "../browser/gallery/gallery-page.ts";
import { click } from "../browser/next-page.ts";
import { listening } from "../server/listen.ts";
import { readPage, root } from "./page.ts";
import { reader } from "./reader.ts";

const { follow, visit, write } = reader("recipes");

describe("docs/recipes/htmx.md", () => {
  it("loads a form, sends it, and shows its errors in place", async () => {
    const tab = await follow("docs/recipes/htmx.md");
    let loads = 0;
    tab.on("load", () => loads++);

    await tab.getByRole("button", { name: "Edit" }).click();
    await tab.getByRole("button", { name: "Add Person" }).click();
    await tab.locator("#team-people input[type=text]:focus").fill("Bob");
    await tab.getByLabel("Name").fill("Larks");
    await tab.getByRole("button", { name: "Save" }).click();
    await tab.locator(".tf-summary:focus").waitFor();
    await tab.getByLabel("Name").fill("Robins");
    await tab.getByRole("button", { name: "Add Person" }).click();
    await tab.locator("#team-people input[type=text]:focus").fill("Cid");
    await tab.getByRole("button", { name: "Save" }).click();
    await tab.locator(".tf-notice:focus").waitFor();
    expect(loads).toBe(0);

    await tab.goto("/team");
    const people = tab.locator("#team-people input[type=text]");
    const values = await Promise.all([0, 1, 2].map((at) => people.nth(at).inputValue()));
    expect([await tab.getByLabel("Name").inputValue(), ...values]).toEqual(["Robins", "Ann", "Bob", "Cid"]);
  });
});

describe("docs/recipes/styling.md", () => {
  it.each([
    ["Tailwind's classes", "/", "background-color", "oklch(0.457 0.24 277.023)"],
    ["a stylesheet from scratch", "/bare", "min-block-size", "32px"],
  ])("styles a form by %s, in light and dark, accessibly", async (_, address, property, value) => {
    const tab = await follow("docs/recipes/styling.md");
    await tab.goto(address);
    const style = `getComputedStyle(document.querySelector(".tf-button-primary")).getPropertyValue("${property}")`;
    expect(await tab.evaluate(style)).toBe(value);
    await tab.getByRole("button", { name: "Add Line" }).click();
    await tab.evaluate("document.forms[0].noValidate = true");
    await tab.getByRole("button", { name: "Order", exact: true }).click();
    await tab.locator(".tf-summary:focus").waitFor();
    for (const colorScheme of ["light", "dark"] as const) {
      await tab.emulateMedia({ colorScheme });
      expect(await accessibilityFaults(tab)).toEqual([]);
    }
    expect(await overflow(tab)).toBe(0);
    const unseen = tab.locator(".tf-live, .tf-unseen, .tf-enter");
    const widths = await unseen.evaluateAll((found) =>
      found.map((each) => each.getBoundingClientRect().width),
    );
    expect(new Set(widths)).toEqual(new Set([1]));
  });
});

describe("docs/recipes/custom-widget.md", () => {
  const assets = formAssets();
  let form: Form<z.ZodObject>;
  let saved: unknown;
  beforeAll(async () => {
    const { duration } = await import(
      /* @vite-ignore */ `${write("docs/recipes/custom-widget.md")}duration.ts`
    );
    const walks = z.array(duration().meta({ title: "Walk" })).meta({ orderable: true });
    form = createForm(z.object({ walks }), { formId: "day", buttons: ["save"] });
  });
  const address = listening((req, res) => {
    assets(req, res, async () => {
      const result = form.validate(await controlsFromMessage(req));
      const isPost = req.method === "POST";
      if (isPost) saved = result.kind === "valid" ? result.value : result.kind;
      const page = isPost ? result.form : form.render();
      res.setHeader("Content-Type", "text/html; charset=utf-8");
      res.end(`<!doctype html><title>Day</title>${assets.tags(form)}${page}`);
    });
  });

  it("makes a widget that works in added, duplicated and moved items", async () => {
    const tab = await visit(address());
    await tab.getByRole("button", { name: "Add Walk" }).click();
    expect(await tab.locator(":focus").getAttribute("id")).toBe("day-walks-0-hours");
    await tab.locator("#day-walks-0-hours").fill("1");
    await tab.locator("#day-walks-0-minutes").fill("30");
    await tab.getByRole("button", { name: /^Duplicate/ }).click();
    await tab.locator("#day-walks-1-minutes").fill("5");
    await tab.keyboard.press("Alt+ArrowUp");
    await click(tab.getByRole("button", { name: "Save" }));
    expect(saved).toEqual({ walks: [65, 90] });
  });
});

describe("docs/recipes/custom-theme.md", () => {
  it("names existing classes", () => {
    const templates = `${root}packages/form/src/templates/`;
    const sources = readdirSync(templates)
      .filter((file) => file.endsWith(".hbs"))
      .map((file) => readFileSync(`${templates}${file}`, "utf8"));
    const written = Array.from(sources.join().matchAll(/\{\{css "([^"]+)"/g), ([, names = ""]) =>
      names.split(" "),
    );
    const named = readPage("docs/recipes/custom-theme.md").source.match(/(?<=[`"])tf-[a-z-]+(?=[`"])/g) ?? [];
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter((name) => !written.flat().includes(name))).toEqual([]);
  });
});
