import { describe, expect, it } from "vitest";
import { clientPage } from "./client-page.ts";

const client = clientPage();
const { at, items, live, focused, wrongIds, open } = client;

const bar = (): Promise<string[]> => client.page.locator(".tf-undo").allInnerTexts();
const undo = (): Promise<void> => client.page.getByRole("button", { name: "Undo" }).click();
const press = (keys: string): Promise<void> => client.page.keyboard.press(keys);

describe("removing an item", () => {
  it("focuses the next Remove, and offers Undo", async () => {
    await open("/tags");
    await at("p-tags-2:remove").click();
    expect(await items("p-tags")).toEqual(["0", "1", "3", "4"]);
    await expect.poll(bar).toEqual(["Tag 3 removedUndo"]);
    expect(await client.page.getByRole("button", { name: "Undo: Tag 3 removed", exact: true }).count()).toBe(
      1,
    );
    expect(await at("p-tags-3:label").innerText()).toBe("Tag 3 *");
    expect(await live()).toBe("Tag 3 removed");
    expect(await focused()).toBe("p-tags-3:remove");
    await at("p-tags-4:remove").click();
    expect(await focused()).toBe("p-tags-3:remove");
    for (const number of [3, 1, 0]) await at(`p-tags-${number}:remove`).click();
    expect(await focused()).toBe("p-tags:add");
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
    expect(await live()).toBe("Tag 3 is back");
    expect(await focused()).toBe("p-tags-2:remove");
    await expect.poll(bar).toEqual([]);
    expect(await changes()).toEqual(["p-tags"]);
    expect(client.posts).toBe(0);
  });

  it("says which item came back, and where", async () => {
    await open("/");
    await at("p-cycles-0-1:remove").click();
    await at("p-tags-0:remove").click();
    await expect.poll(bar).toEqual(["Tag 1 removedUndo"]);
    await undo();
    expect(await items("p-tags")).toEqual(["0"]);
    await undo();
    expect(await items("p-cycles-0")).toEqual(["0", "1"]);
    expect(await live()).toBe("Move 2 of Cycle 1 is back");
    expect(await wrongIds()).toEqual([]);
  });

  it("gives no other item the ids of a removed one", async () => {
    await open("/tags");
    await at("p-tags-4:remove").click();
    await at("p-tags:add").click();
    await at("p-tags-5").fill("typed");
    await undo();
    expect(await items("p-tags")).toEqual(["0", "1", "2", "3", "4", "5"]);
    expect(await wrongIds()).toEqual([]);
  });

  it("uses the page's language", async () => {
    await open("/tags");
    await client.page.evaluate(`document.forms[0].dataset.tfTexts =
      JSON.stringify({ removed: "\${item} entfernt, war \${number}.", undo: "Rückgängig" })`);
    await at("p-tags-1:remove").click();
    await expect.poll(bar).toEqual(["Tag 2 entfernt, war 2.Rückgängig"]);
    expect(await live()).toBe("Tag 2 entfernt, war 2.");
  });
});

describe("the history", () => {
  it("goes back through all edits, and stays inside the form", async () => {
    await open("/tags");
    await at("p-tags-1:down").click();
    await at("p-tags-0:duplicate").click();
    await at("p-tags-4:insert").click();
    await at("p-tags-4:remove").click();
    expect(await items("p-tags")).toEqual(["0", "5", "2", "1", "3", "6"]);
    await undo();
    expect(await items("p-tags")).toEqual(["0", "5", "2", "1", "3", "4", "6"]);
    await undo();
    expect(await live()).toBe("Addition undone: Tag 7");
    expect(await focused()).toBe("p-tags-4:remove");
    await undo();
    expect(await live()).toBe("Addition undone: Tag 2");
    expect(await items("p-tags")).toEqual(["0", "2", "1", "3", "4"]);
    await undo();
    expect(await live()).toBe("Move undone: Tag 2 is back at position 2 of Tags");
    expect(await focused()).toBe("p-tags-1:up");
    expect(await items("p-tags")).toEqual(["0", "1", "2", "3", "4"]);
    await expect.poll(bar).toEqual([]);
  });

  it("keeps the last 100 edits", async () => {
    await open("/tags");
    await client.page.evaluate(`(async () => {
      for (let edit = 0; edit < 101; edit++) {
        document.getElementById("p-tags-0:duplicate").click();
        await null;
      }
    })()`);
    expect(await items("p-tags")).toHaveLength(106);
    await client.page.locator(".tf-undo").waitFor();
    await client.page.evaluate(
      `for (let step = 0; step < 101; step++) document.querySelector(".tf-undo button")?.click()`,
    );
    expect(await items("p-tags")).toEqual(["0", "5", "1", "2", "3", "4"]);
  });

  it("never takes away what a person typed", async () => {
    await open("/tags");
    await at("p-tags-1:remove").click();
    await at("p-tags:add").click();
    await at("p-tags-5").fill("new");
    await at("p-tags-3").fill("typed");
    await expect.poll(bar).toEqual(["Tag 2 removedUndo"]);
    await undo();
    expect(await items("p-tags")).toEqual(["0", "1", "2", "3", "4", "5"]);
    expect([await at("p-tags-5").inputValue(), await at("p-tags-3").inputValue()]).toEqual(["new", "typed"]);
    await expect.poll(bar).toEqual([]);
  });

  it("can't make a sequence too long", async () => {
    await open("/");
    await at("p-cycles:add").click();
    await at("p-cycles-0:remove").click();
    await at("p-cycles:add").click();
    await at("p-cycles-3-0-angle").fill("7");
    const button = client.page.getByRole("button", { name: "Undo" });
    await expect.poll(() => button.isDisabled()).toBe(true);
    await press("Control+z");
    expect(await items("p-cycles")).toEqual(["1", "2", "3"]);
  });

  it("takes a drag as one edit, and one that was given up as none", async () => {
    await open("/tags");
    const { page } = client;
    const drag = async (end: () => Promise<void>): Promise<void> => {
      await at("p-tags-0:item").locator("[data-tf-handle]").hover();
      await page.mouse.down();
      for (const id of ["p-tags-1", "p-tags-2", "p-tags-3"]) await at(id).hover({ force: true });
      await end();
      await page.mouse.up();
    };
    await drag(() => press("Escape"));
    await expect.poll(bar).toEqual([]);
    await at("p-tags-4:remove").click();
    await drag(async () => {});
    const dragged = await items("p-tags");
    expect(dragged.indexOf("0")).toBeGreaterThan(1);
    await undo();
    expect(await items("p-tags")).toEqual(["0", "1", "2", "3"]);
    expect(await live()).toBe("Move undone: Tag 1 is back at position 1 of Tags");
    await undo();
    expect(await items("p-tags")).toEqual(["0", "1", "2", "3", "4"]);
    await expect.poll(bar).toEqual([]);
  });

  it("brings an item back from another sequence, with its ids", async () => {
    await open("/groups");
    await at("p-first-1-way-1").check();
    await at("p-first-1-angle").press("Alt+ArrowDown");
    await at("p-first:add").click();
    await undo();
    await undo();
    expect([await items("p-first"), await items("p-second")]).toEqual([["0", "1"], ["0"]]);
    expect(await at("p-first-1-way-1").isChecked()).toBe(true);
    expect(await at("p-first-1-way-1").getAttribute("name")).toBe("p-first-1-way");
    expect(await live()).toBe("Move undone: Move 2 is back at position 2 of First");
    expect(await wrongIds()).toEqual([]);
  });
});

describe("Ctrl+Z", () => {
  it("undoes edits outside of text controls", async () => {
    await open("/steps");
    await at("p-tags-3:remove").click();
    await press("Control+z");
    expect(await live()).toBe("Tag 4 is back");
    expect(await focused()).toBe("p-tags-3:remove");
    await at("p-tags-3:remove").click();
    for (const id of ["p-tags-2", "p-steps-0-note", "p-steps-0-angle", "p-steps-0-day"]) {
      await at(id).press("Control+z");
      expect(await items("p-tags")).toHaveLength(30);
    }
    for (const keys of ["Control+Shift+z", "Control+Alt+z", "z"]) await at("p-steps-0-on").press(keys);
    expect(await items("p-tags")).toHaveLength(30);
    await at("p-steps-0-on").press("Meta+z");
    expect(await items("p-tags")).toHaveLength(31);
  });

  it("undoes the last edit while nothing is focused", async () => {
    await open("/tags");
    await at("p-tags-3:remove").click();
    await expect.poll(bar).toEqual(["Tag 4 removedUndo"]);
    await client.page.evaluate("document.activeElement.blur()");
    await press("Control+z");
    expect(await items("p-tags")).toEqual(["0", "1", "2", "3", "4"]);
  });
});

describe("limits", () => {
  it("are noted when they are reached, and announced", async () => {
    await open("/");
    const note = (sequence: string): Promise<string> => at(`${sequence}:limit`).innerText();
    expect(await note("p-cycles-0")).toBe("");
    await at("p-cycles-0-0:remove").click();
    expect(await note("p-cycles-0")).toBe("At least 1 move has to stay.");
    expect(await live()).toBe("Move 1 removed from Cycle 1. At least 1 move has to stay.");
    expect(await at("p-cycles-0-1:remove").isDisabled()).toBe(true);

    await at("p-cycles-1:add").click();
    expect(await live()).toBe("Move 2 added to Cycle 2");
    expect(await note("p-cycles-1")).toBe("");
    await at("p-cycles-1:add").click();
    expect(await live()).toBe("Move 3 added to Cycle 2. No more than 3 moves fit.");
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
