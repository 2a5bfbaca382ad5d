import type { Page } from "playwright-core";
import { tabTo } from "./gallery-page.ts";
import type { Scenario } from "./scenario.ts";

const file = (name: string, mimeType: string) => ({ name, mimeType, buffer: Buffer.from("frog") });
const frog = file("frog.png", "image/png");
const pond = file("pond.jpg", "image/jpeg");

export const scenario: Scenario = {
  page: "file-input",
  async wrong(page) {
    await page.getByLabel("Title").fill("Fr");
    await page.getByLabel("Cover").setInputFiles(file("frog.txt", "text/plain"));
    await page.getByLabel("Photos").setInputFiles([frog, pond, frog, pond, frog]);
  },
  errors: ["Enter at least 3 characters", "Keep at most 4"],
  async right(page) {
    await page.getByLabel("Title").fill("Frogs");
    await page.getByLabel("Cover").setInputFiles(frog);
    await page.getByLabel("Photos").setInputFiles([frog, pond]);
  },
  data: {
    title: "Frogs",
    cover: { File: { name: "frog.png", size: 4, type: "image/png" } },
    photos: [
      { File: { name: "frog.png", size: 4, type: "image/png" } },
      { File: { name: "pond.jpg", size: 4, type: "image/jpeg" } },
    ],
  },
  async keyboard(page) {
    await tabTo(page, "Title");
    await page.keyboard.type("Frogs");
    for (const [name, files] of [
      ["Cover", [frog]],
      ["Photos", [frog, pond]],
    ] as const) {
      // Waits before the click, so that the browser doesn't open its own chooser.
      const [chooser] = await Promise.all([page.waitForEvent("filechooser"), openBy(page, name)]);
      await chooser.setFiles(files);
    }
  },
};

async function openBy(page: Page, name: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press("Enter");
}
