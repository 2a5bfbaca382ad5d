import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { accessibilityFaults, useDemo } from "./demo-server.ts";
import { click, nextPage, press } from "./next-page.ts";
import { openPage } from "./pages.ts";

const site = useDemo();

type Move = readonly [angle: string, speed: string, dwell: string];
const labels = ["Angle (°)", "Speed (°/s)", "Dwell (ms)"];

const cycle = (page: Page, number: number): Locator =>
  page.getByRole("group", { name: `Cycle ${number}`, exact: true });
const move = (page: Page, cycleNumber: number, number: number): Locator =>
  cycle(page, cycleNumber).getByRole("group", { name: new RegExp(`^Move ${number}\\b`) });

/** Fills the item of a move. */
async function fillMove(item: Locator, values: Move): Promise<void> {
  for (const [index, value] of values.entries()) await item.getByLabel(labels[index] ?? "").fill(value);
}

/** Fills in a new preset with three cycles: moves 1, 2, 3, then move 4, then move 5. */
async function fillPreset(page: Page, name: string): Promise<void> {
  await page.goto(`${site.url}/presets`);
  await nextPage(page, () => page.getByRole("link", { name: "New preset" }).click());
  await page.getByLabel("Name").fill(name);
  for (const [index, moves] of [[1, 2, 3], [4], [5]].entries()) {
    const number = index + 1;
    if ((await cycle(page, number).count()) === 0) await press(page, "Add cycle");
    for (const [position, angle] of moves.entries()) {
      if ((await move(page, number, position + 1).count()) === 0)
        await press(page, `Add move of Cycle ${number}`);
      await fillMove(move(page, number, position + 1), [String(angle), "90", "0"]);
    }
  }
}

/** Reads the cycles that the page shows. */
async function cycles(page: Page): Promise<string[][][]> {
  const found = [];
  for (const item of await page.locator("#preset-cycles > ol > [data-tf-item]").all()) {
    const moves = await item.locator("[data-tf-item]").all();
    found.push(
      await Promise.all(
        moves.map((move) => Promise.all(labels.map((label) => move.getByLabel(label).inputValue()))),
      ),
    );
  }
  return found;
}

/** Shortens the expected result of `cycles` to the angles, the only values that differ. */
const angles = (lists: string[][]): string[][][] =>
  lists.map((list) => list.map((angle) => [angle, "90", "0"]));

/** Opens the editing page of a preset from the list. */
async function open(page: Page, name: string): Promise<void> {
  await page.goto(`${site.url}/presets`);
  await nextPage(page, () => page.getByRole("link", { name, exact: true }).click());
}

describe("the lists of the preset form", () => {
  it("have 26 Tab stops at most for five moves", async () => {
    const { page } = await openPage();
    await page.goto(`${site.url}/presets/new`);
    for (let number = await page.locator("#preset-cycles-0 [data-tf-item]").count(); number < 5; number++)
      await press(page, "Add move.*");
    expect(await page.locator("#preset-cycles-0 [data-tf-item]").count()).toBe(5);
    const stops = `[...document.getElementById("preset-cycles").querySelectorAll("button,input,summary,[tabindex]")]
      .filter((at) => at.tabIndex >= 0 && !at.disabled && at.type !== "hidden" && at.checkVisibility()).length`;
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate(stops)).toBeLessThanOrEqual(26);
    }
  });
});

describe.each([
  ["with JavaScript", true],
  ["without JavaScript", false],
])("the preset form %s", (_, javaScriptEnabled) => {
  it("keeps typed values in their order, over another edit and a restart", async () => {
    const { page, complaints } = await openPage({ javaScriptEnabled });
    let posts = 0;
    page.on("request", (request) => {
      // The plot sends its own requests.
      if (request.method() === "POST" && request.isNavigationRequest()) posts += 1;
    });
    const name = `Preset ${javaScriptEnabled}`;
    await fillPreset(page, name);
    await page.getByLabel("Repeats").fill("7");
    await press(page, "Remove Move 2: 2° at 90°/s");
    expect(await cycles(page)).toEqual(angles([["1", "3"], ["4"], ["5"]]));
    await press(page, "Move up Cycle 3");
    await press(cycle(page, 1), "Move down Move 1: .*");
    await press(page, "Save");
    await page.getByText("The preset was added.").waitFor();
    expect(posts).toBe(javaScriptEnabled ? 1 : 8);

    await open(page, name);
    expect(await page.getByLabel("Name").inputValue()).toBe(name);
    expect(await page.getByLabel("Repeats").inputValue()).toBe("7");
    expect(await cycles(page)).toEqual(angles([["3", "1"], ["5"], ["4"]]));

    await press(page, "Remove Cycle 2");
    await press(page, "Add move of Cycle 2");
    await fillMove(move(page, 2, 2), ["180", "45.5", "60000"]);
    await press(page, "Save");
    await page.getByText("The preset was saved.").waitFor();

    // Ends pending requests, which would reach the restarted server.
    await page.goto("about:blank");
    await site.restart();
    await open(page, name);
    expect(await cycles(page)).toEqual([
      ...angles([["3", "1"]]),
      [
        ["4", "90", "0"],
        ["180", "45.5", "60000"],
      ],
    ]);
    expect(complaints).toEqual([]);
  });
});

describe("the preset form", () => {
  it("shows a wrong angle at its field and keeps the rest", async () => {
    const { page, complaints } = await openPage();
    await fillPreset(page, "Too far");
    await press(page, "Add move of Cycle 2");
    await fillMove(move(page, 2, 2), ["270", "90", "0"]);
    await page.evaluate(`document.querySelector("#preset").noValidate = true`);
    expect((await press(page, "Save"))?.status()).toBe(422);

    const angle = move(page, 2, 2).getByLabel("Angle (°)");
    expect(await angle.getAttribute("aria-invalid")).toBe("true");
    expect(await page.locator("[aria-invalid=true]").count()).toBe(1);
    const error = await move(page, 2, 2).locator(".tf-error").textContent();
    expect(error).toContain("180");
    expect(await angle.getAttribute("aria-describedby")).toContain(":error");
    expect(await cycles(page)).toEqual(angles([["1", "2", "3"], ["4", "270"], ["5"]]));
    expect(await page.getByLabel("Name").inputValue()).toBe("Too far");
    expect(await page.title()).toMatch(/^Error: /);
    expect(await page.getByText("Fields marked * are required.").count()).toBe(1);
    expect(await accessibilityFaults(page)).toEqual([]);

    await page.getByRole("alert").getByRole("link").click();
    expect(await page.locator(":focus").inputValue()).toBe("270");
    expect(complaints).toEqual([]);
  });

  it("names the preset in heading and title, and links back", async () => {
    const { page } = await openPage();
    await open(page, "Product tour");
    const heading = page.getByRole("heading", { level: 1 });
    expect(await heading.innerText()).toBe("Edit “Product tour”");
    expect(await page.title()).toBe("Edit “Product tour” – Turnform demo");
    await page.getByLabel("Name").fill("Another");
    await page.getByLabel("Repeats").fill("100");
    await page.evaluate(`document.querySelector("#preset").noValidate = true`);
    await press(page, "Save");
    expect(await heading.innerText()).toBe("Edit “Product tour”");
    await nextPage(page, () => page.getByRole("link", { name: "All presets" }).click());
    expect(await heading.innerText()).toBe("Presets");
  });

  it.each([1280, 390, 320])("keeps its columns if a number is shown as text, %i px wide", async (width) => {
    const { page } = await openPage();
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${site.url}/presets/1`);
    const inputs = page.locator("#preset-cycles-0-0 .tf-input");
    const boxes = async (): Promise<unknown> =>
      Promise.all((await inputs.all()).map((each) => each.boundingBox()));
    const before = await boxes();
    await page.evaluate(`for (const input of document.querySelectorAll(".tf-input")) input.type = "text"`);
    expect(await boxes()).toEqual(before);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
  });

  it("deletes after a question, and not by a link", async () => {
    const { page } = await openPage();
    await fillPreset(page, "Short-lived");
    await press(page, "Save");
    for (const name of ["All presets", "Delete Short-lived", "Keep it", "Delete Short-lived"])
      await nextPage(page, () => page.getByRole("link", { name }).click());
    await press(page, "Delete");
    await page.getByText("The preset was deleted.").waitFor();
    expect(await page.getByText("Short-lived").count()).toBe(0);
  });
});

describe.each([
  ["with JavaScript", true],
  ["without JavaScript", false],
])("a preset that two people edit %s", (_, javaScriptEnabled) => {
  /** Opens a new preset twice and saves one of them. @returns the page with the conflict, which shows both versions */
  async function comeLater(name: string): Promise<{ page: Page; complaints: string[]; id: number }> {
    const example = (await site.demo.store.get(1))?.preset ?? { name, repeats: 1, cycles: [] };
    const id = await site.demo.store.create({ ...example, name });
    const [mine, theirs] = [await openPage({ javaScriptEnabled }), await openPage({ javaScriptEnabled })];
    for (const { page } of [mine, theirs]) await page.goto(`${site.url}/presets/${id}`);
    await theirs.page.getByLabel("Repeats").fill("3");
    await press(theirs.page, "Save");
    await theirs.page.getByText("The preset was saved.").waitFor();
    await mine.page.getByLabel("Name").fill(`My ${name}`);
    expect((await press(mine.page, "Save"))?.status()).toBe(409);
    await mine.page.getByText("Your changes are not saved yet.").waitFor();
    return { ...mine, id };
  }

  it("shows the later person both versions, and overwrites the other only on request", async () => {
    const { page, complaints, id } = await comeLater("walk");
    expect(await page.getByLabel("Name").inputValue()).toBe("My walk");
    const theirs = page.getByRole("region", { name: "Theirs" });
    expect(await theirs.innerText()).toContain("walk");
    expect(await theirs.locator("input:not([type=hidden]), button:not([aria-hidden])").count()).toBe(0);
    // axe's script waits for timers.
    if (javaScriptEnabled) expect(await accessibilityFaults(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(320);

    // Editing continues next to the other version, with and without script.
    await press(page, "Remove Cycle 2");
    await page.locator("#preset-cycles-1").waitFor({ state: "detached" });
    expect(await page.getByText("Your changes are not saved yet.").count()).toBe(1);
    await click(page.getByRole("button", { name: "Save mine anyway" }).first());
    await page.getByText("The preset was saved.").waitFor();
    const stored = await site.demo.store.get(id);
    expect(stored).toMatchObject({ name: "My walk", version: 3 });
    expect(stored?.preset).toMatchObject({ repeats: 2, cycles: [expect.any(Array)] });
    expect(complaints.filter((text) => !text.includes("status of 409"))).toEqual([]);
  });

  it("lets the later person take the other version", async () => {
    const { page, id } = await comeLater("run");
    await nextPage(page, () => page.getByRole("link", { name: "Take theirs" }).first().click());
    await page.getByRole("heading", { level: 1, name: "Edit “run”" }).waitFor();
    expect(await page.getByLabel("Repeats").inputValue()).toBe("3");
    expect(await site.demo.store.get(id)).toMatchObject({ name: "run", version: 2 });
  });
});

describe("import and export", () => {
  it("restore exported presets", async () => {
    const { page, complaints } = await openPage();
    await page.goto(`${site.url}/presets/1`);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Export" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("Product tour.json");
    // A shared browser runs elsewhere, so its downloads are fetched.
    const path = join(site.folder, "export.json");
    await download.saveAs(path);
    await page.goto(`${site.url}/presets/import`);
    await page.getByLabel("File").setInputFiles(path);
    await press(page, "Import");
    await page.getByText("1 preset was imported.").waitFor();
    expect(await page.getByRole("link", { name: "Product tour", exact: true }).count()).toBe(2);

    await page.goto(`${site.url}/presets/import`);
    await page
      .getByLabel("Or paste its content")
      .fill('{ "name": "x", "cycles": [[{ "angle": 200, "speed": 1, "dwell": 0 }]] }');
    await press(page, "Import");
    const error = page.locator(".tf-error");
    expect(await error.innerText()).toContain("cycles[0][0].angle: ");
    expect(await page.getByLabel("Or paste its content").getAttribute("aria-invalid")).toBe("true");
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

describe("the demo's pages", () => {
  it.each([
    "/presets",
    "/presets/new",
    "/presets/1",
    "/presets/1/delete",
    "/presets/import",
    "/names-and-titles",
    "/nowhere",
  ])("meet WCAG 2.2 AA and their own CSP at %s", async (path) => {
    const { page, complaints } = await openPage();
    await page.goto(site.url + path);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(complaints.filter((text) => !text.includes("status of 404"))).toEqual([]);
  });
});
