import { controls, formAssets, formErrors, formRoute, HttpError } from "@turnform/express-adapter";
import { createForm } from "@turnform/form";
import express from "express";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { listening } from "../server/listen.ts";
import { nextPage } from "./next-page.ts";
import { openPage } from "./pages.ts";

const Person = z.object({
  action: z.string().refine((action) => action !== "jump", "Not allowed"),
  tags: z.array(z.string()).max(3),
});
const form = createForm(Person, {
  formId: "person",
  buttons: ["save"],
  noValidate: true,
  enhance: true,
  warnUnsaved: true,
});
const saved: unknown[] = [];

const app = express().use("/assets", formAssets()).use(controls());
app.get("/done", (_req, res) => void res.send("<!doctype html><title>Done</title><p>Saved."));
app.all(
  "/",
  formRoute(
    form,
    (value) => {
      if (value.action === "full") throw new HttpError(409, "No room");
      saved.push(value);
      return value;
    },
    {
      view: (page) =>
        `<!doctype html><html lang="en"><title>${page.status}</title><script type="module" src="/assets/turnform.js"></script>
      <script type="module" src="/assets/turnform-post.js"></script>
      <script type="module" src="/assets/turnform-unsaved.js"></script><p id="mark">Before</p>${String(page)}`,
      redirect: ({ action }) => (action === "stay" ? "/#saved" : "/done"),
    },
  ),
);
const address = listening(app.use(formErrors()));

/** Opens the form, and marks the document so that a reload shows. */
async function open(): Promise<Page> {
  const { page } = await openPage();
  await page.goto(address());
  await page.evaluate(`document.getElementById("mark").textContent = "Marked"`);
  return page;
}

/** Returns true if the page does not ask before it is left. */
const mayLeave = (page: Page): Promise<unknown> =>
  page.evaluate(`dispatchEvent(new Event("beforeunload", { cancelable: true }))`);

describe("a form that posts by fetch", () => {
  it("shows errors in place, focuses the summary, and continues after saving", async () => {
    const page = await open();
    await page.getByLabel("Action").fill("jump");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Action: Not allowed").waitFor();
    expect(await page.locator("#mark").textContent()).toBe("Marked");
    expect(await page.title()).toBe("422");
    expect(await page.evaluate("document.activeElement.id")).toBe("person:summary");
    expect(await page.getByLabel("Action").inputValue()).toBe("jump");

    await page.getByLabel("Action").fill("turn");
    await page.getByRole("button", { name: "Add Item" }).click();
    await page.getByRole("textbox", { name: "Item" }).fill("left");
    await nextPage(page, () => page.getByRole("textbox", { name: "Item" }).press("Enter"));
    expect(await page.getByText("Saved.").count()).toBe(1);
    expect(saved).toEqual([{ action: "turn", tags: ["left"] }]);
  });

  it("shows another answer of the server", async () => {
    const page = await open();
    await page.evaluate(`document.querySelector("[name=__formid__]").value = "other"`);
    await page.getByLabel("Action").fill("turn");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("heading", { name: "Bad Request" }).waitFor();
  });

  it("posts once, whatever the answer, and goes to another part of the same page", async () => {
    const page = await open();
    const posts: number[] = [];
    page.on("response", (response) => {
      if (response.request().method() === "POST") posts.push(response.status());
    });
    await page.getByLabel("Action").fill("full");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("No room").waitFor();
    expect(posts).toEqual([409]);

    await page.goto(address());
    await page.getByLabel("Action").fill("stay");
    const loaded = page.waitForEvent("load");
    await page.getByRole("button", { name: "Save" }).click();
    await loaded;
    expect(page.url()).toMatch(/#saved$/);
    expect(await page.getByLabel("Action").inputValue()).toBe("");
  });

  it("keeps the page without an answer, and sends the form at the next press", async () => {
    const page = await open();
    await page.getByLabel("Action").fill("turn");
    await page.route(address(), (route) => route.abort());
    await page.getByRole("button", { name: "Save" }).click();
    const note = page.getByRole("alert");
    await note.waitFor();
    expect(await note.textContent()).toBe("The server does not answer. Press the button again");
    expect(await page.getByLabel("Action").inputValue()).toBe("turn");
    expect(await page.locator("form").getAttribute("aria-busy")).toBe(null);
    expect(await mayLeave(page)).toBe(false);

    await page.unroute(address());
    await nextPage(page, () => page.getByRole("button", { name: "Save" }).click());
    expect(await page.getByText("Saved.").count()).toBe(1);
    expect(saved.at(-1)).toEqual({ action: "turn", tags: [] });
  });
});
