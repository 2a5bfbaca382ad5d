import type { Locator, Page } from "playwright-core";
import { press } from "../next-page.ts";
import { addKind, tabTo } from "./gallery-page.ts";
import type { Scenario } from "./scenario.ts";

const block = (page: Page, number: number): Locator =>
  page.getByRole("group", { name: `Block ${number}`, exact: true });

export const scenario: Scenario = {
  page: "builder",
  async wrong(page) {
    await addKind(page, "Block", "Heading");
    await addKind(page, "Block", "Album");
    await addKind(block(page, 2), "Medium", "Video");
  },
  errors: ["Block 1, Text: Required", "Block 2, Medium 1, Address: Required"],
  async right(page) {
    await addKind(page, "Block", "Paragraph");
    await block(page, 1).getByLabel("Text").fill("Go by boat.");
    await addKind(page, "Block", "Album");
    await addKind(block(page, 2), "Medium", "Picture");
    await block(page, 2).getByLabel("Address").fill("https://example.com/fjord.jpg");
    await addKind(page, "Block", "Heading");
    await block(page, 3).getByLabel("Text").fill("Fjords");
    await press(page, "Move up Block 3");
    await press(page, "Move up Block 2");
  },
  data: {
    blocks: [
      { kind: "heading", text: "Fjords" },
      { kind: "paragraph", text: "Go by boat." },
      { kind: "album", media: [{ kind: "picture", address: "https://example.com/fjord.jpg" }] },
    ],
  },
  async keyboard(page) {
    const { keyboard } = page;
    const add = async (list: string, downs: number): Promise<void> => {
      await tabTo(page, list);
      await keyboard.press("Enter");
      for (let down = 0; down < downs; down++) await keyboard.press("ArrowDown");
      await keyboard.press("Enter");
    };
    await add("Add Block", 1);
    await keyboard.type("Fjords");
    await add("Add Block", 2);
    await keyboard.type("Go by boat.");
    await add("Add Block", 3);
    await add("Add Medium of Block 3", 1);
    await keyboard.type("https://example.com/fjord.jpg");
  },
};
