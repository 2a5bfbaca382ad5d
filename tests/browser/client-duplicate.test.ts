import { describe, expect, it } from "vitest";
import { clientPage } from "./client-page.ts";

const client = clientPage();
const { at, items, live, focused, wrongIds, open } = client;

describe("duplicating an item", () => {
  it("copies typed texts, choices, ticks and files", async () => {
    await open("/steps");
    await at("p-steps-0-angle").fill("30");
    await at("p-steps-0-note").fill("two\nlines");
    await at("p-steps-0-colour").selectOption("g");
    await at("p-steps-0-days").selectOption(["Tue", "Wed"]);
    await at("p-steps-0-on").check();
    await at("p-steps-0-way-1").check();
    await at("p-steps-0-file").setInputFiles([
      { name: "a.txt", mimeType: "text/plain", buffer: Buffer.from("a") },
      { name: "b.txt", mimeType: "text/plain", buffer: Buffer.from("b") },
    ]);
    await at("p-steps-0:duplicate").click();
    expect(await at("p-steps-1-angle").inputValue()).toBe("30");
    expect(await at("p-steps-1-note").inputValue()).toBe("two\nlines");
    expect(await at("p-steps-1-colour").inputValue()).toBe("g");
    expect(await at("p-steps-1-on").isChecked()).toBe(true);
    const days = `[...document.getElementById("p-steps-1-days").selectedOptions].map(({ text }) => text)`;
    expect(await client.page.evaluate(days)).toEqual(["Tue", "Wed"]);

    await at("p-steps-0-file").setInputFiles([]);
    const files = `[...document.getElementById("p-steps-1-file").files].map(({ name }) => name)`;
    expect(await client.page.evaluate(files)).toEqual(["a.txt", "b.txt"]);
  });

  it("gives each item its own choice", async () => {
    await open("/steps");
    await at("p-steps-0-way-1").check();
    await at("p-steps-0:duplicate").click();
    expect(await at("p-steps-0-way-1").isChecked()).toBe(true);
    expect(await at("p-steps-1-way-1").isChecked()).toBe(true);
    await at("p-steps-1-way-0").check();
    expect(await at("p-steps-0-way-1").isChecked()).toBe(true);
    expect(await at("p-steps-1-way-1").isChecked()).toBe(false);
  });

  it("inserts the copy after the original, announces and focuses it", async () => {
    await open("/tags");
    const changes = await client.changes();
    await at("p-tags-1").fill("typed");
    await at("p-tags-1:duplicate").click();
    expect(await items("p-tags")).toEqual(["0", "1", "5", "2", "3", "4"]);
    expect(await at("p-tags-5:label").innerText()).toBe("Tag 3 *");
    expect(await live()).toBe("Tag 2 duplicated");
    expect(await focused()).toBe("p-tags-5");
    expect((await changes()).at(-1)).toBe("p-tags");
    expect(await wrongIds()).toEqual([]);
  });

  it("keeps ids that only begin the same", async () => {
    await open("/steps");
    await client.page.evaluate(`document.getElementById("p-tags-3").setAttribute("aria-describedby",
      "p-tags-30:label p-tags-3:label p-tags-3x p-tags-3-a")`);
    await at("p-tags-3:duplicate").click();
    expect(await at("p-tags-31").getAttribute("aria-describedby")).toBe(
      "p-tags-30:label p-tags-31:label p-tags-3x p-tags-31-a",
    );
    expect(await at("p-tags-30").count()).toBe(1);
  });

  it("leaves out elements that widgets added", async () => {
    await open("/steps");
    await client.page.evaluate(`customElements.define("tf-map", class extends HTMLElement {
      connectedCallback() {
        this.insertAdjacentHTML("beforeend", "<input data-tf-added value=map>");
      }
    })`);
    await at("p-steps-0-name").fill("kept");
    await at("p-steps-0-on").check();
    await at("p-steps-0:duplicate").click();
    expect(await at("p-steps-1").locator("tf-map > input").count()).toBe(1);
    expect(await at("p-steps-1").locator(".tf-error").count()).toBe(1);
    expect(await at("p-steps-1-name").inputValue()).toBe("kept");
    expect(await at("p-steps-1-on").isChecked()).toBe(true);
  });

  it("copies nested items, and keeps the copies independent", async () => {
    await open("/");
    await at("p-cycles-0-1-angle").fill("42");
    await at("p-cycles-0-0:remove").click();
    await at("p-cycles-0:duplicate").click();
    expect(await items("p-cycles")).toEqual(["0", "2", "1"]);
    expect(await items("p-cycles-2")).toEqual(["1"]);
    expect(await at("p-cycles-2-1-angle").inputValue()).toBe("42");
    await at("p-cycles-2:add").click();
    expect(await items("p-cycles-2")).toEqual(["1", "2"]);
    expect(await items("p-cycles-0")).toEqual(["1"]);
    expect(await focused()).toBe("p-cycles-2-2-angle");
    expect(await wrongIds()).toEqual([]);
  });

  it("copies rows of a table", async () => {
    await open("/table");
    await at("p-rows-0").fill("typed");
    await at("p-rows-0:duplicate").click();
    await at("p-rows:add").click();
    await at("p-rows-0:insert").click();
    expect(await items("p-rows")).toEqual(["0", "5", "3", "1", "2", "4"]);
    expect(await at("p-rows-3").inputValue()).toBe("typed");
    expect(await at("p-rows-2:label").innerText()).toBe("Tag 5 *");
    expect(await wrongIds()).toEqual([]);
  });
});

describe("items that hold items like themselves", () => {
  it("nest to any depth", async () => {
    await open("/folders");
    await at("p-folders-0-folders:add").click();
    expect(await focused()).toBe("p-folders-0-folders-1-name");
    await at("p-folders-0-folders-1-folders:add").click();
    await at("p-folders-0-folders-1-folders-0-folders:add").click();
    expect(await focused()).toBe("p-folders-0-folders-1-folders-0-folders-0-name");
    expect(await live()).toBe("Folder 1 added to Folder 1");
    await at("p-folders-0-folders-1:duplicate").click();
    await at("p-folders-0-folders-2-folders-0-folders:add").click();
    expect(await items("p-folders-0-folders-2-folders-0-folders")).toEqual(["0", "1"]);
    expect(await items("p-folders-0-folders-1-folders-0-folders")).toEqual(["0"]);
    expect(await wrongIds()).toEqual([]);
    expect(client.posts).toBe(0);
  });

  it("stay empty if they would otherwise nest without end", async () => {
    await open("/folders");
    await client.page.evaluate(`for (const root of [document, document.querySelector("template").content])
      for (const like of root.querySelectorAll("[data-tf-blank-levels-up]")) like.dataset.tfMin = 1`);
    await at("p-folders:add").click();
    expect(await items("p-folders")).toEqual(["0", "1"]);
    expect(await items("p-folders-1-folders")).toEqual([]);
  });
});
