import { describe, expect, it } from "vitest";
import { clientPage } from "./client-page.ts";

const client = clientPage();
const { at, items, live, focused, wrongIds, open } = client;

describe("Alt and an arrow", () => {
  it("moves the item, and keeps the focus and the selection", async () => {
    await open("/tags");
    await at("p-tags-1").fill("typed");
    await at("p-tags-1").evaluate((input) => "setSelectionRange" in input && input.setSelectionRange(1, 3));
    const changes = await client.changes();
    await client.page.keyboard.press("Alt+ArrowDown");
    expect(await items("p-tags")).toEqual(["0", "2", "1", "3", "4"]);
    expect(await live()).toBe("Tag 2 moved to position 3");
    expect(await at("p-tags-1:label").innerText()).toBe("Tag 3 *");
    expect(await focused()).toBe("p-tags-1");
    expect(await client.page.evaluate(`document.activeElement.selectionEnd`)).toBe(3);
    await client.page.keyboard.press("Alt+ArrowUp");
    await client.page.keyboard.press("Alt+ArrowUp");
    expect(await items("p-tags")).toEqual(["1", "0", "2", "3", "4"]);
    // The first event belongs to the typing. It fires when something else happens to the control.
    expect((await changes()).filter((id) => id === "p-tags")).toHaveLength(3);
  });

  it("does nothing at the end, and prevents the browser's action", async () => {
    await open("/");
    await at("p-cycles-0-0-angle").fill("5");
    await client.page.keyboard.press("Alt+ArrowUp");
    expect(await items("p-cycles-0")).toEqual(["0", "1"]);
    expect(await at("p-cycles-0-0-angle").inputValue()).toBe("5");
    expect(await live()).toBe("");
  });

  it("moves the innermost item that can be moved", async () => {
    await open("/");
    await at("p-cycles-0-0-angle").press("Alt+ArrowDown");
    expect(await items("p-cycles-0")).toEqual(["1", "0"]);
    expect(await items("p-cycles")).toEqual(["0", "1"]);
    await at("p-cycles-0:down").press("Alt+ArrowDown");
    expect(await items("p-cycles")).toEqual(["1", "0"]);
    expect(await focused()).toBe("p-cycles-0:up");
    await client.page.evaluate(`document.getElementById("p-cycles-0").removeAttribute("data-tf-orderable")`);
    await at("p-cycles-0-0-angle").press("Alt+ArrowUp");
    expect(await items("p-cycles")).toEqual(["0", "1"]);
    expect(await focused()).toBe("p-cycles-0-0-angle");
  });

  it("is ignored in controls that use it, and with further modifier keys", async () => {
    await open("/steps");
    await client.page.evaluate(`document.getElementById("p-steps").dataset.tfOrderable = "";
      document.getElementById("p-steps:add").click();
      document.querySelector("tf-map").innerHTML = "<p contenteditable id=text>text</p><input role=combobox id=combo>"`);
    for (const id of [
      "p-steps-0-note",
      "p-steps-0-colour",
      "p-steps-0-angle",
      "p-steps-0-day",
      "text",
      "combo",
    ]) {
      await at(id).press("Alt+ArrowDown");
      expect(await items("p-steps")).toEqual(["0", "1"]);
      await client.page.keyboard.press("Escape");
    }
    for (const keys of ["ArrowDown", "Alt+Shift+ArrowDown", "Control+Alt+ArrowDown"])
      await at("p-steps-0-name").press(keys);
    expect(await items("p-steps")).toEqual(["0", "1"]);
    await at("p-steps-0-name").press("Alt+ArrowDown");
    expect(await items("p-steps")).toEqual(["1", "0"]);
  });

  it("keeps the item in sight", async () => {
    await open("/steps");
    await client.page.evaluate(`document.getElementById("p-tags").dataset.tfOrderable = ""`);
    await at("p-tags-0").focus();
    for (let i = 0; i < 30; i++) await client.page.keyboard.press("Alt+ArrowDown");
    expect((await items("p-tags")).at(-1)).toBe("0");
    expect(
      await client.page.evaluate(`{
        const { top, bottom } = document.activeElement.getBoundingClientRect();
        top >= 0 && bottom <= innerHeight;
      }`),
    ).toBe(true);
  });

  it("moves rows of a table", async () => {
    await open("/table");
    await at("p-rows-2").press("Alt+ArrowUp");
    expect(await items("p-rows")).toEqual(["0", "2", "1"]);
  });
});

describe("a group of sequences", () => {
  it("moves an item on to the next sequence, and back", async () => {
    await open("/groups");
    await at("p-first-1-angle").fill("7");
    await at("p-first-1-way-1").check();
    const changes = await client.changes();
    await at("p-first-1-angle").press("Alt+ArrowDown");
    expect(await items("p-first")).toEqual(["0"]);
    expect(await items("p-second")).toEqual(["1", "0"]);
    expect(await at("p-second-1-angle").inputValue()).toBe("7");
    expect(await at("p-second-1-way-1").isChecked()).toBe(true);
    expect(await at("p-second-1-way-1").getAttribute("name")).toBe("p-second-1-way");
    expect(await at("p-second-0-way-0").isChecked()).toBe(true);
    expect(await live()).toBe("Move 2 moved to position 1 of Second");
    expect(await focused()).toBe("p-second-1-angle");
    expect((await changes()).slice(-2)).toEqual(["p-first", "p-second"]);
    expect(await at("p-first-0:remove").isDisabled()).toBe(true);
    expect(await wrongIds()).toEqual([]);

    await at("p-second-1-angle").press("Alt+ArrowUp");
    // Undo may bring back the item with its first ids, so they are not used again.
    expect(await items("p-first")).toEqual(["0", "2"]);
    expect(await at("p-first-2:label").innerText()).toBe("Move 2");
    expect(await wrongIds()).toEqual([]);
  });

  it("keeps to the limits of both", async () => {
    await open("/groups");
    await at("p-second-0:duplicate").click();
    await at("p-first-1-angle").press("Alt+ArrowDown");
    expect(await items("p-first")).toEqual(["0", "1"]);
    await at("p-second-1:remove").click();
    await at("p-first-1:remove").click();
    await at("p-first-0-angle").press("Alt+ArrowDown");
    expect(await items("p-first")).toEqual(["0"]);
    expect(await items("p-second")).toEqual(["0"]);
  });
});
