import { beforeEach, describe, expect, it } from "vitest";
import { clientPage } from "./client-page.ts";
import { nextPage } from "./next-page.ts";

const client = clientPage();
const { at, items, live, focused, wrongIds } = client;

beforeEach(() => client.open("/"));

describe("the browser script", () => {
  it("adds an item at the end, with its own ids, and focuses its first control", async () => {
    await at("p-cycles-0:add").click();
    expect(await items("p-cycles-0")).toEqual(["0", "1", "2"]);
    expect(await at("p-cycles-0-2:label").innerText()).toBe("Move 3");
    expect(await focused()).toBe("p-cycles-0-2-angle");
    expect(await live()).toBe("Move 3 added to Cycle 1. No more than 3 moves fit.");
    expect(await wrongIds()).toEqual([]);
    expect(client.posts).toBe(0);
  });

  it("rewrites names, links and lists of ids, but no values", async () => {
    await at("p-cycles-1:add").click();
    const angle = at("p-cycles-1-1-angle");
    expect(await angle.getAttribute("aria-describedby")).toBe(
      "p-cycles-1-1-angle:help p-cycles-1-1-angle:error",
    );
    expect(await at("p-cycles-1-1").locator("a").getAttribute("href")).toBe("#p-cycles-1-1-angle");
    expect(await at("p-cycles-1-1-way-0").getAttribute("name")).toBe("p-cycles-1-1-way");
    expect(await at("p-cycles-1-1-way-0").getAttribute("value")).toBe("p-cycles-*");
    expect(await client.page.locator("input:checked").count()).toBe(4);
  });

  it("adds items to an added item", async () => {
    await at("p-cycles:add").click();
    expect(await focused()).toBe("p-cycles-2-0-angle");
    expect(await live()).toBe("Cycle 3 added");
    await at("p-cycles-2:add").click();
    expect(await items("p-cycles-2")).toEqual(["0", "1"]);
    expect(await live()).toBe("Move 2 added to Cycle 3");
    expect(await at("p-cycles-2-1-angle").evaluate((input) => input.matches(":focus"))).toBe(true);
    expect(await wrongIds()).toEqual([]);
  });

  it("never gives an id twice", async () => {
    await at("p-tags:add").click();
    await at("p-tags-1:remove").click();
    await at("p-tags:add").click();
    expect(await items("p-tags")).toEqual(["0", "2"]);
    expect(await at("p-tags-2:label").innerText()).toBe("Tag 2 *");
    expect(await live()).toBe("Tag 2 added");
  });

  it("disables adding at the maximum, and enables it below", async () => {
    await at("p-cycles:add").click();
    expect(await at("p-cycles:add").isDisabled()).toBe(true);
    expect(await at("p-cycles-0:add").isEnabled()).toBe(true);
    await at("p-cycles-0:remove").click();
    expect(await at("p-cycles:add").isEnabled()).toBe(true);
  });

  it("moves an item with its typed values, and keeps the focus on the button", async () => {
    await at("p-cycles-0:add").click();
    await at("p-cycles-0-2-angle").fill("42");
    await at("p-cycles-0-2:up").click();
    expect(await items("p-cycles-0")).toEqual(["0", "2", "1"]);
    expect(await at("p-cycles-0-2:label").innerText()).toBe("Move 2");
    expect(await at("p-cycles-0-2-angle").inputValue()).toBe("42");
    expect(await live()).toBe("Move 3 moved to position 2 of Cycle 1");
    expect(await focused()).toBe("p-cycles-0-2:up");
  });

  it("focuses the other button if an item can't move further", async () => {
    await at("p-cycles-0:down").click();
    expect(await items("p-cycles")).toEqual(["1", "0"]);
    expect(await at("p-cycles-0:down").isDisabled()).toBe(true);
    expect(await at("p-cycles-1:up").isDisabled()).toBe(true);
    expect(await focused()).toBe("p-cycles-0:up");
    expect(await at("p-cycles-0-1:label").innerText()).toBe("Move 2");
  });

  it("fires a change event that bubbles from the sequence", async () => {
    await client.page.evaluate(
      `document.addEventListener("change", (event) => { document.title = event.target.id; })`,
    );
    await at("p-cycles-0-0:down").click();
    expect(await client.page.title()).toBe("p-cycles-0");
  });

  it("works in forms that arrive later, in the page's language", async () => {
    await client.page.evaluate(`{
      const form = document.forms[0];
      form.dataset.tfTexts = JSON.stringify({ added: "\${item} hinzugefügt" });
      form.replaceWith(form.cloneNode(true));
    }`);
    await at("p-tags:add").press("Enter");
    expect(await items("p-tags")).toEqual(["0", "1"]);
    expect(await live()).toBe("Tag 2 hinzugefügt");
  });

  it("works in forms with fields named like form properties", async () => {
    const pressed = await client.page.evaluate(`{
      for (const name of ["closest", "dispatchEvent", "elements", "id", "matches", "querySelector", "setAttribute"]) {
        const field = Object.assign(document.createElement("input"), { name });
        document.getElementById("p").prepend(field);
      }
      document.getElementById("p").click();
      document.getElementById("p-tags:add").click();
      [document.querySelector("[data-tf-live]").textContent, document.querySelector("[autocomplete=off]")?.localName];
    }`);
    expect(pressed).toEqual(["Tag 2 added", "form"]);
  });

  it("leaves a button to the server if there is no blank item", async () => {
    await client.page.evaluate(`document.querySelector("#p-tags > template").remove()`);
    await nextPage(client.page, () => at("p-tags:add").click());
    expect(client.posts).toBe(1);
  });
});

describe("coming back to the page", () => {
  const texts = "input[name=angle], input[name=tag]";

  /** Types a number into each field, leaves, and comes back to a reloaded page. */
  async function returnAfterTyping(): Promise<string[]> {
    for (const [index, input] of (await client.page.locator(texts).all()).entries())
      await input.fill(`${index + 1}`);
    await client.page.goto(new URL("/elsewhere", client.page.url()).href);
    await client.page.goBack();
    return Promise.all((await client.page.locator(texts).all()).map((input) => input.inputValue()));
  }

  it("restores typed values if the script has edited nothing", async () => {
    expect(await returnAfterTyping()).toEqual(["1", "2", "3", "4"]);
  });

  it("never restores typed values in other items", async () => {
    await at("p-cycles-0:add").click();
    await at("p-tags:add").click();
    await at("p-tags-0:remove").click();
    expect(await returnAfterTyping()).toEqual(["", "", "", ""]);
  });
});
