import { formAssets } from "@turnform/express-adapter";
import { arabic, bootstrap, compact, createForm, mapping, type Resource, sequence } from "@turnform/form";
import express from "express";
import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { listening } from "../server/listen.ts";
import { accessibilityFaults } from "./demo-server.ts";
import { press } from "./next-page.ts";
import { openPage } from "./pages.ts";

const Player = z.object({ name: z.string() }).meta({ title: "Player" });
const Team = z.array(Player).meta({ title: "Team", orderable: true });
const Folded = z.object({ name: z.string() }).meta({ title: "Note", widget: mapping({ frame: "details" }) });
const Schema = z.object({
  teams: z.array(Team).meta({ orderable: true }),
  tags: z.array(z.string().meta({ title: "Tag" })).meta({ orderable: true }),
  rows: z
    .array(Player.meta({ title: "Row" }))
    .meta({ orderable: true, widget: sequence({ layout: "table" }) }),
  notes: z.array(Folded).meta({ orderable: true }),
});
const data = {
  teams: [[{ name: "Ada" }, { name: "Alan" }, { name: "Grace" }], [{ name: "Kurt" }]],
  tags: ["red", "green"],
  rows: [{ name: "one" }, { name: "two" }],
  notes: [{ name: "x" }, { name: "y" }],
};
const forms = {
  plain: createForm(Schema, { formId: "f" }),
  compact: createForm(Schema, { formId: "f", theme: compact() }),
  bootstrap: createForm(Schema, { formId: "f", theme: bootstrap() }),
  arabic: createForm(Schema, { formId: "f", language: arabic }),
};
const app = express();
const assets = formAssets();
app.use(assets, express.text({ type: "*/*" }));
const pageOf = (form: { readonly resources: () => readonly Resource[] }, content: unknown): string =>
  `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Teams</title>${assets.tags(form)}<main><h1>Teams</h1>${content}</main>`;
for (const [name, form] of Object.entries(forms)) {
  app.get(`/${name}`, (_, res) => void res.send(pageOf(form, form.render(data).toString())));
  app.post(`/${name}`, (req, res) => {
    const result = form.validate([...new URLSearchParams(req.body)]);
    res.send(pageOf(form, result.kind === "malformed" ? "malformed" : result.form.toString()));
  });
}
app.get("/empty", (_, res) => void res.send(pageOf(forms.plain, forms.plain.render().toString())));
app.post("/empty", (req, res) => {
  const result = forms.plain.validate([...new URLSearchParams(req.body)]);
  res.send(pageOf(forms.plain, result.kind === "malformed" ? "malformed" : result.form.toString()));
});
const still = createForm(z.object({ tags: z.array(z.string().meta({ title: "Tag" })) }), { formId: "f" });
app.get("/still", (_, res) => void res.send(pageOf(still, still.render().toString())));
app.get(
  "/readonly",
  (_, res) => void res.send(pageOf(still, still.render({ tags: [] }, { readonly: true }).toString())),
);
const url = listening(app);

async function open(
  options: { javaScriptEnabled?: boolean; hasTouch?: boolean; isMobile?: boolean } = {},
  path = "plain",
): Promise<Page> {
  const { page } = await openPage(options);
  await page.goto(`${url()}/${path}`);
  return page;
}

const at = (page: Page, id: string): Locator => page.locator(`[id="${id}"]`);
const focused = (page: Page): Promise<string> => page.evaluate(`document.activeElement.id`);
/** Returns the names of the players that the page shows, by team. */
const players = (page: Page): Promise<unknown> =>
  page.evaluate(`[...document.querySelectorAll("#f-teams > ol > li")].map((team) =>
    [...team.querySelectorAll("input[name=name]")].map((name) => name.value))`);

describe.each([
  ["with the script", true],
  ["without the script", false],
])("the edit buttons of an item, %s", (_, javaScriptEnabled) => {
  it("follow its heading, and come before its fields", async () => {
    const page = await open({ javaScriptEnabled });
    expect(
      await page.evaluate(`[...document.querySelectorAll("#f-teams [data-tf-item]")].map((item) => {
        const [legend, toolbar, field] = ["legend", "tf-toolbar", "input:not([type=hidden])"].map((part) => item.querySelector(part));
        const follows = (one, other) => Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
        return toolbar.closest("[data-tf-item]") === item && follows(legend, toolbar) && follows(toolbar, field);
      })`),
    ).toEqual(Array(6).fill(true));
  });

  it("stay in sight beside the heading of a closed section, and before its fields", async () => {
    const page = await open({ javaScriptEnabled });
    const name = at(page, "f-notes-0-name");
    expect(await name.isVisible()).toBe(false);
    await page.locator("#f-notes summary").first().focus();
    await page.keyboard.press("Tab");
    expect(await focused(page)).toMatch(/^f-notes-0:/);
    await press(page, "Move down Note 1");
    await press(page, "Remove Note 1");
    await page.locator("#f-notes summary").first().click();
    expect(await page.locator("#f-notes input[name=name]:visible").inputValue()).toBe("x");
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("#f-notes input[name=name]").first().isVisible()).toBe(true);
  });

  it.each([
    [1280, "ltr"],
    [1280, "rtl"],
    [320, "ltr"],
    [320, "rtl"],
  ])("come in the order of the page, %i pixels wide, %s", async (width, dir) => {
    const page = await open({ javaScriptEnabled });
    await page.setViewportSize({ width, height: 800 });
    await page.evaluate(`document.dir = "${dir}"`);
    await page.locator("#f-notes summary").first().click();
    const strays = await page.evaluate(`[...document.querySelectorAll("[data-tf-item]")].flatMap((item) => {
        const controls = [...item.querySelectorAll("summary,button:enabled,input:not([type=hidden])")].filter((each) => each.checkVisibility());
        const boxes = controls.map((control) => control.getBoundingClientRect());
        return controls.filter((_, index) => {
          const [before, box] = [boxes[index - 1], boxes[index]];
          const isBack = before && (document.dir === "rtl" ? box.right > before.right : box.left < before.left);
          return before && box.top < before.bottom - 1 && (isBack || box.bottom < before.top);
        }).map(({ id }) => id);
      })`);
    expect(strays).toEqual([]);
  });

  it("stand below the heading on a phone, and beside it on a desk", async () => {
    const page = await open({ javaScriptEnabled });
    for (const [width, isBelow] of [
      [320, true],
      [1280, false],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      const heading = await at(page, "f-teams-0:label").boundingBox();
      const button = await at(page, "f-teams-0:down").boundingBox();
      if (!heading || !button) throw new Error("The item is not in sight");
      expect(button.y >= heading.y + heading.height - 1).toBe(isBelow);
    }
  });

  it("edit that item, in lists of mappings and in lists of lists", async () => {
    const page = await open({ javaScriptEnabled });
    await press(page, "Move down Player 1.*");
    expect(await players(page)).toEqual([["Alan", "Ada", "Grace"], ["Kurt"]]);
    await press(page, "Move down Team 1");
    expect(await players(page)).toEqual([["Kurt"], ["Alan", "Ada", "Grace"]]);
    await press(page, "Duplicate Team 1");
    await press(page, "Remove Team 3");
    expect(await players(page)).toEqual([["Kurt"], ["Kurt"]]);
  });

  it("are not shown for impossible moves", async () => {
    const page = await open({ javaScriptEnabled });
    const isShown = (id: string): Promise<boolean> => at(page, id).isVisible();
    expect(
      await Promise.all(["f-teams-0:up", "f-teams-0:down", "f-teams-1:up", "f-teams-1:down"].map(isShown)),
    ).toEqual([false, true, true, false]);
    await press(page, "Move up Team 2");
    expect(await players(page)).toEqual([["Kurt"], ["Ada", "Alan", "Grace"]]);
    const [first, second] = javaScriptEnabled ? ["f-teams-1", "f-teams-0"] : ["f-teams-0", "f-teams-1"];
    expect(
      await Promise.all([`${first}:up`, `${first}:down`, `${second}:up`, `${second}:down`].map(isShown)),
    ).toEqual([false, true, true, false]);
  });

  it.each(["plain", "compact", "bootstrap"])(
    "are behind a menu on a phone, and beside each other on a desk: %s",
    async (theme) => {
      const page = await open({ javaScriptEnabled }, theme);
      await page.setViewportSize({ width: 320, height: 800 });
      const insert = at(page, "f-teams-0:insert");
      expect(await insert.isVisible()).toBe(false);
      await at(page, "f-teams-0:more").click();
      expect(await insert.innerText()).toBe("Insert after");
      const box = await insert.boundingBox();
      expect(box && box.x >= 0 && box.x + box.width <= 320 && box.width > 90).toBe(true);
      await page.keyboard.press(javaScriptEnabled ? "ArrowDown" : "Tab");
      expect(await focused(page)).toBe("f-teams-0:insert");
      await press(page, "Insert after Team 1");
      expect(await players(page)).toEqual([["Ada", "Alan", "Grace"], [], ["Kurt"]]);
      expect(await at(page, "f-teams-0:more").locator("..").getAttribute("open")).toBe(null);
      await page.setViewportSize({ width: 1280, height: 800 });
      expect(await at(page, "f-teams-0:more").isVisible()).toBe(false);
      expect(await insert.isVisible()).toBe(true);
    },
  );
});

describe("the toolbar of an item", () => {
  it("has a label and one Tab stop, and the arrow keys lead through it", async () => {
    const page = await open();
    const toolbar = page.getByRole("toolbar", { name: "Actions Team 1", exact: true });
    expect(await toolbar.getByRole("button").count()).toBe(4);
    await at(page, "f-teams-0:down").focus();
    for (const [key, id] of [
      ["ArrowRight", "remove"],
      ["ArrowRight", "insert"],
      ["ArrowLeft", "remove"],
      ["Home", "insert"],
      ["End", "remove"],
    ] as const) {
      await page.keyboard.press(key);
      expect(await focused(page)).toBe(`f-teams-0:${id}`);
    }
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("f-teams-0-0:down");
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("f-teams-0-0-name");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Shift+Tab");
    expect(await focused(page)).toBe("f-teams-0:remove");
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it("keeps a Tab stop when its button becomes impossible, and in new items", async () => {
    const page = await open();
    await at(page, "f-teams-1:up").press("Enter");
    expect(await focused(page)).toBe("f-teams-1:down");
    const stops = `[...document.querySelectorAll("tf-toolbar")].filter((bar) => bar.querySelectorAll("button").length > 1)
      .map((bar) => [...bar.querySelectorAll("button:enabled")].filter((each) => each.tabIndex === 0).length)`;
    await press(page, "Add Team");
    await press(page, "Duplicate Team 1");
    expect(new Set(await page.evaluate<number[]>(stops))).toEqual(new Set([1]));
  });

  it("goes the other way in pages from right to left, and Escape closes its menu", async () => {
    const page = await open();
    await page.setViewportSize({ width: 320, height: 800 });
    await page.evaluate(`document.documentElement.dir = "rtl"`);
    await at(page, "f-teams-0:down").focus();
    await page.keyboard.press("ArrowLeft");
    expect(await focused(page)).toBe("f-teams-0:remove");
    await page.keyboard.press("ArrowLeft");
    expect(await focused(page)).toBe("f-teams-0:more");
    await page.keyboard.press("Enter");
    await page.keyboard.press("ArrowLeft");
    expect(await focused(page)).toBe("f-teams-0:insert");
    await page.keyboard.press("Escape");
    expect(await focused(page)).toBe("f-teams-0:more");
    expect(await at(page, "f-teams-0:insert").isVisible()).toBe(false);
  });

  it("has a menu that stays in a narrow item, from right to left and with long texts", async () => {
    const page = await open({}, "arabic");
    await page.setViewportSize({ width: 320, height: 800 });
    await page.evaluate(`document.documentElement.dir = "rtl"`);
    for (const item of ["f-teams-0", "f-teams-0-1", "f-tags-0", "f-rows-0", "f-notes-0"]) {
      await at(page, `${item}:more`).click();
      const menu = await at(page, `${item}:duplicate`).locator("..").boundingBox();
      const card = await at(page, `${item}:item`).boundingBox();
      if (!menu || !card) throw new Error(`${item} is not in sight`);
      expect(menu.x, item).toBeGreaterThanOrEqual(card.x - 1);
      expect(menu.x + menu.width, item).toBeLessThanOrEqual(card.x + card.width + 1);
    }
  });

  it("shows secondary actions under a mouse or with the focus, and always without a mouse", async () => {
    const opacity = (page: Page): Promise<string> =>
      page.evaluate(`getComputedStyle(document.getElementById("f-tags-0:insert")).opacity`);
    const page = await open();
    expect(await opacity(page)).toBe("0");
    await at(page, "f-tags-0").hover();
    expect(await opacity(page)).toBe("1");
    await at(page, "f-tags-1").hover();
    expect(await opacity(page)).toBe("0");
    await at(page, "f-tags-0").focus();
    expect(await opacity(page)).toBe("1");
    const touched = await open({ hasTouch: true, isMobile: true });
    expect(await opacity(touched)).toBe("1");
  });
});

describe.each([
  ["with the script", true],
  ["without the script", false],
])("a list, %s", (_, javaScriptEnabled) => {
  it("says that it is empty, and what to add", async () => {
    const page = await open({ javaScriptEnabled }, "empty");
    const notes = (): Promise<string[]> => page.locator(".tf-empty:visible").allInnerTexts();
    const note = (title: string): string => `Empty. Add the first with “Add ${title}”.`;
    expect(await notes()).toEqual([note("Team"), note("Tag"), note("Row"), note("Note")]);
    await press(page, "Add Team");
    await press(page, "Add Row");
    expect(await notes()).toEqual([note("Player"), note("Tag"), note("Note")]);
    await press(page, "Remove Team 1");
    await press(page, "Remove Row 1");
    expect(await notes()).toEqual([note("Team"), note("Tag"), note("Row"), note("Note")]);
    await page.goto(`${url()}/readonly`);
    expect(await notes()).toEqual(["None"]);
  });

  it("explains the keys that move items once, if there is something to move by keys", async () => {
    const page = await open({ javaScriptEnabled });
    expect(await page.locator(".tf-keys:visible").allInnerTexts()).toEqual(
      javaScriptEnabled ? ["Alt+↑ and Alt+↓ move the item with the cursor."] : [],
    );
    await page.goto(`${url()}/still`);
    expect(await page.locator(".tf-keys").count()).toBe(0);
  });
});
