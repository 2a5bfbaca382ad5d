import { describe, expect, it } from "vitest";
import { clientPage } from "./client-page.ts";

const client = clientPage();
const { at, items, live, focused, wrongIds, open } = client;

const bars = (): Promise<string[]> => client.page.locator(".tf-undo").allInnerTexts();
const undo = (): Promise<void> => client.page.getByRole("button", { name: "Undo" }).click();

describe("removing an item", () => {
  it("puts a bar in the item's place, and focuses its Undo", async () => {
    await open("/tags");
    await at("p-tags-2:remove").click();
    expect(await items("p-tags")).toEqual(["0", "1", "3", "4"]);
    expect(await bars()).toEqual(["Tag 3 removed Undo"]);
    expect(await at("p-tags-3:label").innerText()).toBe("Tag 3 *");
    expect(await live()).toBe("Tag 3 removed");
    expect(await focused()).toBe("Undo");
    expect(await client.page.locator("ol > :nth-child(3)").getAttribute("class")).toBe("tf-undo");
  });

  it("is undone with everything in the item", async () => {
    await open("/tags");
    await at("p-tags-2").fill("typed");
    await client.page.evaluate(`document.getElementById("p-tags-2:item").mark = 1`);
    await at("p-tags-2:remove").click();
    const changes = await client.changes();
    await undo();
    expect(await items("p-tags")).toEqual(["0", "1", "2", "3", "4"]);
    expect(await at("p-tags-2").inputValue()).toBe("typed");
    expect(await client.page.evaluate(`document.getElementById("p-tags-2:item").mark`)).toBe(1);
    expect(await at("p-tags-3:label").innerText()).toBe("Tag 4 *");
    expect(await live()).toBe("Tag 3 restored");
    expect(await focused()).toBe("p-tags-2:remove");
    expect(await bars()).toEqual([]);
    expect(await changes()).toEqual(["p-tags"]);
    expect(client.posts).toBe(0);
  });

  it("keeps one bar in a form, for the last removed item", async () => {
    await open("/");
    await at("p-cycles-0-1:remove").click();
    await at("p-tags-0:remove").click();
    expect(await bars()).toEqual(["Tag 1 removed Undo"]);
    await undo();
    expect(await items("p-tags")).toEqual(["0"]);
    await at("p-cycles-0:remove").click();
    await undo();
    expect(await items("p-cycles-0")).toEqual(["0"]);
    expect(await live()).toBe("Cycle 1 restored");
    expect(await wrongIds()).toEqual([]);
  });

  it("offers no Undo while the sequence is full", async () => {
    await open("/");
    await at("p-cycles:add").click();
    await at("p-cycles-0:remove").click();
    const button = client.page.getByRole("button", { name: "Undo" });
    expect(await button.isEnabled()).toBe(true);
    await at("p-cycles:add").click();
    expect(await button.isDisabled()).toBe(true);
    await at("p-cycles-1:remove").click();
    expect(await button.isEnabled()).toBe(true);
  });

  it("gives no other item the ids of a removed one", async () => {
    await open("/tags");
    await at("p-tags-4:remove").click();
    await at("p-tags:add").click();
    await undo();
    expect(await items("p-tags")).toEqual(["0", "1", "2", "3", "4", "5"]);
    expect(await wrongIds()).toEqual([]);
  });

  it("lets other items move past the bar", async () => {
    await open("/tags");
    await at("p-tags-2:remove").click();
    await at("p-tags-3:up").click();
    await undo();
    expect((await items("p-tags")).toSorted()).toEqual(["0", "1", "2", "3", "4"]);
    expect((await items("p-tags")).indexOf("3")).toBeLessThan((await items("p-tags")).indexOf("1"));
  });

  it("puts a row of one cell in a row's place", async () => {
    await open("/table");
    await at("p-rows-1:remove").click();
    const cell = client.page.locator("tbody > tr.tf-undo > td");
    expect(await cell.getAttribute("colspan")).toBe("3");
    expect(await cell.innerText()).toBe("Tag 2 removed Undo");
    await undo();
    expect(await items("p-rows")).toEqual(["0", "1", "2"]);
  });

  it("uses the page's language", async () => {
    await open("/tags");
    await client.page.evaluate(`document.forms[0].dataset.tfTexts =
      JSON.stringify({ removed: "\${item} entfernt, war \${number}.", undo: "Rückgängig" })`);
    await at("p-tags-1:remove").click();
    expect(await bars()).toEqual(["Tag 2 entfernt, war 2. Rückgängig"]);
    expect(await live()).toBe("Tag 2 entfernt, war 2.");
  });
});

describe("limits", () => {
  it("are noted when they are reached, and announced", async () => {
    await open("/");
    const note = (sequence: string): Promise<string> => at(`${sequence}:limit`).innerText();
    expect(await note("p-cycles-0")).toBe("");
    await at("p-cycles-0-0:remove").click();
    expect(await note("p-cycles-0")).toBe("At least 1 move has to stay.");
    expect(await live()).toBe("Move 1 removed. At least 1 move has to stay.");
    expect(await at("p-cycles-0-1:remove").isDisabled()).toBe(true);

    await at("p-cycles-1:add").click();
    expect(await live()).toBe("Move 2 added");
    expect(await note("p-cycles-1")).toBe("");
    await at("p-cycles-1:add").click();
    expect(await live()).toBe("Move 3 added. No more than 3 moves fit.");
    for (const id of ["p-cycles-1:add", "p-cycles-1-0:insert", "p-cycles-1-0:duplicate"])
      expect(await at(id).isDisabled()).toBe(true);
  });

  it("count the required items of an added item", async () => {
    await open("/");
    await at("p-cycles:add").click();
    expect(await at("p-cycles-2:limit").innerText()).toBe("At least 1 move has to stay.");
    expect(await at("p-cycles-2-0:remove").isDisabled()).toBe(true);
  });
});
