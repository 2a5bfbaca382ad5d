import { beforeEach, describe, expect, it } from "vitest";
import { clientPage } from "./client-page.ts";
import { click } from "./next-page.ts";

const client = clientPage();
const { at, open } = client;
let questions: string[];

beforeEach(() => {
  questions = [];
});

async function openAndAnswer(path: string): Promise<void> {
  await open(path);
  // The page from the pool accepts dialogs.
  client.page.on("dialog", (dialog) => questions.push(dialog.type()));
}

/** Goes to another page, and returns true if the browser asked first. Browsers ask only after a click on the page. */
async function leave(): Promise<boolean> {
  await client.page.locator("[data-tf-live]").click({ force: true, position: { x: 0, y: 0 } });
  await client.page.goto(new URL("/elsewhere", client.page.url()).href);
  return questions.includes("beforeunload");
}

describe("leaving a page with a form that warns", () => {
  it("doesn't ask while nothing was changed", async () => {
    await openAndAnswer("/warn");
    await at("p-tags-0").focus();
    expect(await leave()).toBe(false);
  });

  it("asks after typing", async () => {
    await openAndAnswer("/warn");
    await at("p-tags-0").fill("typed");
    expect(await leave()).toBe(true);
  });

  it("asks after an edit by the script", async () => {
    await openAndAnswer("/warn");
    await at("p-tags:add").click();
    expect(await leave()).toBe(true);
  });

  it("asks if the form arrived with changes", async () => {
    await openAndAnswer("/unsaved");
    await at("p-tags-0").click();
    expect(await leave()).toBe(true);
  });

  it("doesn't ask after the form is submitted", async () => {
    await openAndAnswer("/unsaved");
    await at("p-tags-0").fill("typed");
    await click(at("save"));
    expect(client.posts).toBe(1);
    expect(questions).toEqual([]);
  });

  it("doesn't ask after a reset", async () => {
    await openAndAnswer("/warn");
    await at("p-tags-0").fill("typed");
    await at("reset").click();
    expect(await leave()).toBe(false);
  });

  it("doesn't ask if the form was removed from the page", async () => {
    await openAndAnswer("/warn");
    await at("p-tags-0").fill("typed");
    await client.page.evaluate(`document.getElementById("p").replaceChildren();
      document.getElementById("p").replaceWith(document.getElementById("p").cloneNode())`);
    await client.page.mouse.click(5, 5);
    await client.page.goto(new URL("/elsewhere", client.page.url()).href);
    expect(questions).toEqual([]);
  });

  it("doesn't ask if the forms don't warn", async () => {
    await openAndAnswer("/quiet");
    await at("p-tags-0").fill("typed");
    expect(await leave()).toBe(false);
  });
});
