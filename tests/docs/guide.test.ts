/** Follows the guide's pages in a browser. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { click } from "../browser/next-page.ts";
import { docPaths, readPage } from "./page.ts";
import { reader } from "./reader.ts";

const { follow } = reader("guide");

async function fill(tab: Page): Promise<void> {
  await tab.getByLabel("Name").fill("Fjords");
  await tab.getByLabel("Leaving on").fill("2031-06-01");
}

/** Returns the notice after saving. */
const notice = (tab: Page): Promise<string | null> => tab.locator(".tf-notice").textContent();

/** Returns the places of all stops, by day. */
const places = (tab: Page): Promise<string[][]> =>
  tab.evaluate(`Array.from(document.querySelectorAll("[id^='trip-days-'][data-tf-sequence]"), (day) =>
    Array.from(day.querySelectorAll("[name='place']"), ({ value }) => value))`);

describe("docs/guide/01-install.md", () => {
  it("installs what the guide imports", () => {
    const pages = docPaths()
      .filter((path) => path.startsWith("docs/guide/"))
      .map(readPage);
    const all = (pattern: RegExp): string[] =>
      pages.flatMap(({ source }) => Array.from(source.matchAll(pattern), ([, found = ""]) => found));
    const installed = new Set(all(/^npm install (.*)$/gm).flatMap((names) => names.split(" ")));
    const imported = all(/ from "((?:@[\w-]+\/)?[\w-]+)[\w/-]*";$/gm);
    expect(imported).toContain("@hono/node-server");
    expect(imported.filter((name) => !installed.has(name))).toEqual([]);
  });
});

describe("docs/guide/02-first-form.md", () => {
  it("lets the browser ask for required fields", async () => {
    const tab = await follow("docs/guide/02-first-form.md");
    await click(tab.getByRole("button", { name: "Save" }));
    expect(await tab.locator(":invalid:focus").getAttribute("name")).toBe("name");
  });

  it("says that the trip is saved", async () => {
    const tab = await follow("docs/guide/02-first-form.md");
    await fill(tab);
    await click(tab.getByRole("button", { name: "Save" }));
    expect(await notice(tab)).toBe("“Fjords” is saved.");
    expect(await tab.getByLabel("Travellers").inputValue()).toBe("2");
  });
});

describe("docs/guide/03-sequences.md", () => {
  it("adds, moves, removes and restores stops", async () => {
    const tab = await follow("docs/guide/03-sequences.md");
    expect(await places(tab)).toEqual([[]]);
    await click(tab.getByRole("button", { name: "Add Stop" }));
    await tab.locator("[name='place']:focus").fill("Oslo");
    expect(await tab.locator("#trip-days-0-0\\:label").textContent()).toContain("1. Oslo, 1 h");
    await click(tab.getByRole("button", { name: "Add Stop" }));
    await tab.locator("[name='place']:focus").fill("Bergen");
    await click(tab.getByRole("button", { name: "Add Day" }));
    expect(await places(tab)).toEqual([["Oslo", "Bergen"], []]);
    await tab.locator("#trip-days-0-1-place").press("Alt+ArrowUp");
    expect(await places(tab)).toEqual([["Bergen", "Oslo"], []]);
    await tab.keyboard.press("Alt+ArrowDown");
    await tab.keyboard.press("Alt+ArrowDown");
    expect(await places(tab)).toEqual([["Oslo"], ["Bergen"]]);
    await click(tab.getByRole("button", { name: /^Remove.*Oslo/ }));
    expect(await places(tab)).toEqual([[], ["Bergen"]]);
    await click(tab.getByRole("button", { name: "Undo" }));
    expect(await places(tab)).toEqual([["Oslo"], ["Bergen"]]);
    await fill(tab);
    await click(tab.getByRole("button", { name: "Save" }));
    expect(await notice(tab)).toBe("“Fjords” is saved.");
    expect(await places(tab)).toEqual([["Oslo"], ["Bergen"]]);
  });

  it("adds stops without JavaScript", async () => {
    const tab = await follow("docs/guide/03-sequences.md", { javaScriptEnabled: false });
    await click(tab.getByRole("button", { name: "Add Stop" }));
    await tab.locator("[name='place']:focus").fill("Oslo");
    await fill(tab);
    await click(tab.getByRole("button", { name: "Save" }));
    expect(await notice(tab)).toBe("“Fjords” is saved.");
  });
});

describe("docs/guide/04-files.md", () => {
  const picture = { name: "fjord.png", mimeType: "image/png", buffer: Buffer.from("a picture") };

  it("shows, keeps and saves a picture", async () => {
    const tab = await follow("docs/guide/04-files.md");
    await tab.getByLabel("Picture").setInputFiles(picture);
    expect(await tab.locator("tf-file-input").textContent()).toContain("fjord.png");
    await fill(tab);
    await tab.locator("form").evaluate((form) => form.setAttribute("novalidate", ""));
    await tab.getByLabel("Travellers").fill("99");
    await click(tab.getByRole("button", { name: "Save" }));
    expect(await tab.getByLabel(/^Keep fjord.png/).isChecked()).toBe(true);
    await tab.getByLabel("Travellers").fill("9");
    await click(tab.getByRole("button", { name: "Save" }));
    expect(await notice(tab)).toBe("“Fjords” is saved.");
    expect(await (await tab.request.get("/picture")).text()).toBe("a picture");
  });
});

describe("docs/guide/05-templates.md", () => {
  it("puts two fields on one line, in a view, and saves", async () => {
    const tab = await follow("docs/guide/05-templates.md");
    const [leaving, travellers] = await Promise.all(
      ["Leaving on", "Travellers"].map((label) => tab.getByLabel(label).boundingBox()),
    );
    expect(leaving?.y).toBe(travellers?.y);
    await fill(tab);
    await click(tab.getByRole("button", { name: "Save" }));
    expect(await notice(tab)).toBe("“Fjords” is saved.");
  });
});

describe("docs/guide/06-themes.md", () => {
  it("gives the form a colour, a width and labels beside controls", async () => {
    const tab = await follow("docs/guide/06-themes.md", { viewport: { width: 1200, height: 800 } });
    const style = (selector: string, property: string) =>
      tab.evaluate(`getComputedStyle(document.querySelector("${selector}")).${property}`);
    expect(await style(".tf-button-primary", "backgroundColor")).toBe("rgb(10, 125, 85)");
    expect(await style(".tf-form", "maxWidth")).toBe("720px");
    const label = await tab.locator("label[for='trip-name']").boundingBox();
    const control = await tab.getByLabel("Name").boundingBox();
    expect(label && control && label.x + label.width <= control.x).toBe(true);
  });
});

describe("docs/guide/07-languages.md", () => {
  it.each([
    ["de-CH", "Abreise", "Tag hinzufügen", "Speichern", "Die Reise ist gespeichert."],
    ["en-GB", "Leaving on", "Add Day", "Save", "The trip is saved."],
    ["fi", "Leaving on", "Add Day", "Save", "The trip is saved."],
  ])("speaks to a browser that asks for %s", async (locale, leaving, add, save, saved) => {
    const tab = await follow("docs/guide/07-languages.md", { locale });
    await click(tab.getByRole("button", { name: add }));
    await tab.getByLabel("Name").fill("Fjords");
    await tab.getByLabel(leaving).fill("2031-06-01");
    await click(tab.getByRole("button", { name: save }));
    expect(await notice(tab)).toBe(saved);
  });
});

describe("docs/guide/08-other-servers.md", () => {
  it("saves with Hono, with and without JavaScript", async () => {
    for (const javaScriptEnabled of [true, false]) {
      const tab = await follow("docs/guide/08-other-servers.md", { javaScriptEnabled });
      await fill(tab);
      await click(tab.getByRole("button", { name: "Add Day" }));
      await click(tab.getByRole("button", { name: "Save" }));
      expect(await tab.getByLabel("Name").inputValue()).toBe("Fjords");
      expect(await places(tab)).toEqual([[], []]);
      await tab.reload();
      expect(await tab.getByLabel("Name").inputValue()).toBe("Fjords");
    }
  });
});

describe("docs/guide/09-fields-that-depend-on-others.md", () => {
  const choice = (tab: Page, name: string) => tab.getByRole("combobox", { name });

  it("shows, requires, computes and offers as the fields change", async () => {
    const tab = await follow("docs/guide/09-fields-that-depend-on-others.md");
    const plate = tab.getByLabel("Plate");
    await choice(tab, "By").selectOption("Car");
    await plate.fill("ZH 12");
    await choice(tab, "By").selectOption("Train");
    await plate.waitFor({ state: "hidden" });
    await choice(tab, "By").selectOption("Car");
    expect(await plate.inputValue()).toBe("ZH 12");
    await tab.getByRole("checkbox", { name: "Call me" }).check();
    await expect.poll(() => tab.getByRole("textbox", { name: "Phone" }).getAttribute("required")).toBe("");
    await tab.getByRole("textbox", { name: "Nights" }).fill("2");
    await choice(tab, "Country").selectOption("Norway");
    await choice(tab, "City").selectOption("Oslo");
    await tab.getByText("160", { exact: true }).waitFor();
    await tab.getByRole("textbox", { name: "Phone" }).focus();
    await tab.getByRole("textbox", { name: "Nights" }).focus();
    await tab.locator("#booking-phone\\:error").waitFor();
    await tab.getByRole("textbox", { name: "Phone" }).fill("1");
    await click(tab.getByRole("button", { name: "Save" }));
    expect(await notice(tab)).toBe("Saved: Oslo for 160, plate: ZH 12");
  });

  it("shows the plate after Update without JavaScript", async () => {
    const tab = await follow("docs/guide/09-fields-that-depend-on-others.md", { javaScriptEnabled: false });
    await choice(tab, "By").selectOption("Car");
    await click(tab.getByRole("button", { name: /^Update By/ }));
    expect(await tab.getByLabel("Plate").isVisible()).toBe(true);
  });
});
