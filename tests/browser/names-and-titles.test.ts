import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { accessibilityFaults, useDemo } from "./demo-server.ts";
import { press } from "./next-page.ts";
import { openPage } from "./pages.ts";

const site = useDemo();

const group = (page: Page, number: number): Locator =>
  page.getByRole("group", { name: `Group ${number}`, exact: true });

async function fillPerson(group: Locator, number: number, name: string, title: string): Promise<void> {
  const person = group.getByRole("group", { name: `Person ${number} of` });
  await person.getByLabel("Name").fill(name);
  await person.getByLabel("Title").fill(title);
}

describe.each([
  ["with JavaScript", true],
  ["without JavaScript", false],
])("names and titles %s", (_, javaScriptEnabled) => {
  it("returns the data in the page's order, empty groups included", async () => {
    const { page, complaints } = await openPage({ javaScriptEnabled });
    await page.goto(`${site.url}/names-and-titles`);
    await press(page, "Add person of Group 1");
    await fillPerson(group(page, 1), 2, "Zoë <b>", "Dr & Prof");
    await press(page, "Add group");
    await press(page, "Add group");
    await press(page, "Add person of Group 3");
    await fillPerson(group(page, 3), 1, "Grace Hopper", "Admiral");
    await press(group(page, 1), "Move up Person 2");
    await press(page, "Move up Group 3");
    await press(page, "Submit");

    await page.getByRole("heading", { name: "Received data" }).waitFor();
    expect(JSON.parse((await page.locator("#answer").textContent()) ?? "")).toEqual({
      groups: [
        [
          { name: "Zoë <b>", title: "Dr & Prof" },
          { name: "Ada Lovelace", title: "Countess" },
        ],
        [{ name: "Grace Hopper", title: "Admiral" }],
        [],
      ],
    });
    const pairs = await page.locator(".pairs tbody tr").allInnerTexts();
    expect(pairs.map((pair) => pair.split("\t"))).toEqual(
      expect.arrayContaining([
        ["__start__", "groups:sequence"],
        ["name", "Zoë <b>"],
      ]),
    );
    if (javaScriptEnabled) expect(await accessibilityFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

describe("names and titles", () => {
  it("reports missing values accessibly", async () => {
    const { page, complaints } = await openPage();
    await page.goto(`${site.url}/names-and-titles`);
    await press(page, "Add person of Group 1");
    await page.evaluate(`document.querySelector("#names").noValidate = true`);
    expect((await press(page, "Submit"))?.status()).toBe(422);
    expect(await page.getByRole("alert").getByRole("link").count()).toBe(2);
    expect(await page.locator(".tf-error").allInnerTexts()).toEqual(["Required", "Required"]);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
