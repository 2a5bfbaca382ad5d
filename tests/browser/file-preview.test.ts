import { createForm, fileInput } from "@turnform/form";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { send } from "./next-page.ts";
import { openPage, type OpenPage } from "./pages.ts";
import { serveForm } from "./serve-form.ts";

const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const png = (name: string) => ({ name, mimeType: "image/png", buffer: PIXEL });
const text = (name: string) => ({ name, mimeType: "text/plain", buffer: Buffer.from("text") });

const address = ({ name }: File): string => `/files/${encodeURIComponent(name)}`;
const photos = fileInput({ multiple: true, address });
const Album = z.object({
  title: z.string().min(3),
  photos: z.array(z.file()).meta({ widget: photos }),
  pages: z.array(z.array(z.file())).optional(),
});
const form = createForm(Album, { formId: "album", noValidate: true });
let saved: z.output<typeof Album>[] = [];

const served = serveForm(form, (album) => saved.push(album), {
  routes: (app) => app.get("/files/:name", (_req, res) => void res.type("png").send(PIXEL)),
});

async function open(): Promise<OpenPage> {
  saved = [];
  const opened = await openPage();
  await opened.page.goto(served());
  return opened;
}
const chosen = (page: Page) => page.locator(".tf-chosen > li");

describe("fileInput in the browser", () => {
  it("shows chosen images small, and lists the other files, under a strict policy", async () => {
    const { page, complaints } = await open();
    await page.setInputFiles("#album-photos", [
      png("a.png"),
      text("b.txt"),
      { ...text("c.png"), mimeType: "image/png" },
    ]);
    expect(await chosen(page).allInnerTexts()).toEqual(["a.png", "b.txt", "c.png"]);
    await expect.poll(() => page.locator(".tf-chosen canvas").count()).toBe(1);
    await expect.poll(() => page.locator(".tf-chosen canvas").getAttribute("width")).toBe("1");
    await page.setInputFiles("#album-photos", []);
    expect(await page.locator(".tf-chosen").count()).toBe(0);
    await page.setInputFiles("#album-photos", png("a.png"));
    await page.evaluate("document.forms[0].reset()");
    await expect.poll(() => page.locator(".tf-chosen").count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it("shows kept files at the application's address", async () => {
    const { page, complaints } = await open();
    await page.setInputFiles("#album-photos", [png("a b.png"), text("b.txt")]);
    await send(page);
    expect(await page.locator(".tf-kept-label").allInnerTexts()).toEqual([
      `Keep a b.png (${PIXEL.length} bytes)`,
      "Keep b.txt (4 bytes)",
    ]);
    const image = page.getByRole("link", { name: "Show a b.png" }).getByRole("img");
    expect(await image.getAttribute("src")).toBe("/files/a%20b.png");
    await expect.poll(() => image.evaluate((each) => Reflect.get(each, "naturalWidth"))).toBe(1);
    expect(await page.getByRole("link", { name: "Show b.txt" }).getAttribute("href")).toBe("/files/b.txt");
    expect(complaints).toEqual([]);
  });

  it('hides the browser\'s "No file chosen" next to a kept file, until the file is dropped or another is chosen', async () => {
    const { page } = await open();
    /** Returns true if the room for the text after the button is outside the control. */
    const isHidden = (): Promise<unknown> =>
      page.evaluate(`(() => {
        const control = document.querySelector("#album-photos");
        const space = getComputedStyle(control, "::file-selector-button").marginInlineEnd;
        return parseFloat(space) > control.clientWidth / 2;
      })()`);
    expect(await isHidden()).toBe(false);
    await page.setInputFiles("#album-photos", text("b.txt"));
    await send(page);
    const kept = page.getByRole("checkbox", { name: "Keep b.txt" });
    await kept.waitFor();
    await expect.poll(isHidden).toBe(true);
    await kept.uncheck();
    expect(await isHidden()).toBe(false);
    await kept.check();
    await page.setInputFiles("#album-photos", text("c.txt"));
    expect(await isHidden()).toBe(false);
  });

  it("shows and keeps files in lists of lists, also after Remove and Undo", async () => {
    const { page, complaints } = await open();
    await page.fill("#album-title", "Frogs");
    await page.click("[id='album-pages:add']");
    await page.click("[id='album-pages-0:add']");
    await page.setInputFiles("#album-pages-0-0", png("a.png"));
    await page.click("[id='album-pages-0:add']");
    await page.setInputFiles("#album-pages-0-1", png("b.png"));
    await page.click("[id='album-pages-0-1:remove']");
    await page.click(".tf-undo button");
    expect(await chosen(page).allInnerTexts()).toEqual(["a.png", "b.png"]);
    await send(page);
    expect(saved).toHaveLength(1);
    expect(saved[0]?.pages?.map((files) => files.map(({ name }) => name))).toEqual([["a.png", "b.png"]]);
    expect(complaints).toEqual([]);
  });
});
