import { createForm } from "@turnform/form";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { openPage } from "./pages.ts";
import { serveForm } from "./serve-form.ts";

const Card = z.object({ name: z.string(), title: z.string() }).meta({ title: "Card" });
const form = createForm(z.object({ cards: z.array(Card).meta({ orderable: true }) }), { formId: "f" });
const cards = Array.from({ length: 300 }, (_, at) => ({ name: `Name ${at}`, title: "Title" }));
const address = serveForm(form, () => {}, { load: () => ({ cards }) });

/** Returns a function that runs an expression in the page, and returns the processor time of styles in seconds. */
async function stylesOf(page: Page): Promise<(expression: string) => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const spent = async (): Promise<number> => {
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "RecalcStyleDuration")?.value ?? NaN;
  };
  return async (expression) => {
    const before = await spent();
    await page.evaluate(
      `${expression}; new Promise((done) => requestAnimationFrame(() => setTimeout(done)))`,
    );
    return (await spent()) - before;
  };
}

describe("a list of 300 cards", () => {
  it("is a list of blocks, because Chromium numbers list items again at each new one", async () => {
    const { page } = await openPage();
    await page.goto(address());
    expect(await page.getByRole("list").getByRole("listitem").count()).toBe(300);
    const displays = `[...new Set([...document.querySelectorAll("[data-tf-item]")].map((item) => getComputedStyle(item).display))]`;
    expect(await page.evaluate(displays)).toEqual(["block"]);
  });

  it.each(["insert", "remove", "down"])("is not styled as a whole at an edit: %s", async (op) => {
    const { page } = await openPage();
    await page.goto(address());
    // Cards that the browser skips are not styled anyway
    await page.evaluate(`document.querySelector(".tf-long").className = "tf-items"`);
    const styles = await stylesOf(page);
    const press = (at: number): Promise<number> =>
      styles(`document.getElementById("f-cards-${at}:${op}").click()`);
    // The first edit also shows the button that undoes it
    await press(150);
    const whole = await styles(`(() => {
      const list = document.querySelector("[data-tf-items]");
      const next = list.nextElementSibling;
      list.remove();
      next.before(list);
    })()`);
    const edits = [await press(100), await press(200), await press(250)];
    // Measured 3 of 120 ms. A rule that reaches all cards takes as long as the whole list
    expect(Math.min(...edits)).toBeLessThan(whole / 3);
  });

  it("is drawn in the window only, and whole on paper", async () => {
    const { page } = await openPage();
    await page.goto(address());
    const drawn = (): Promise<number> =>
      page.evaluate(`[...document.querySelectorAll("[data-tf-item]")]
        .filter((item) => item.querySelector("legend").checkVisibility({ contentVisibilityAuto: true })).length`);
    await expect.poll(drawn).toBeLessThan(100);
    await page.emulateMedia({ media: "print" });
    await expect.poll(drawn).toBe(300);
  });

  it("shows a card that a link, the focus or a search leads to", async () => {
    const { page } = await openPage();
    await page.goto(`${address()}#f-cards-200-name`);
    const isInWindow = (id: string): Promise<boolean> =>
      page.evaluate(`(() => {
        const { top, bottom } = document.getElementById("${id}").getBoundingClientRect();
        return top > 0 && bottom < innerHeight;
      })()`);
    await expect.poll(() => isInWindow("f-cards-200-name")).toBe(true);
    await page.locator("#f-cards-100-name").focus();
    await expect.poll(() => isInWindow("f-cards-100-name")).toBe(true);
    await page.evaluate("find('Card 271')");
    await expect.poll(() => isInWindow("f-cards-270:label")).toBe(true);
  });

  it("keeps a control in place that takes the focus from the card above", async () => {
    const { page } = await openPage();
    await page.setViewportSize({ width: 320, height: 800 });
    await page.goto(address());
    const [before, after] = await page.evaluate<[number, number]>(`(async () => {
      const [above, name] = ["f-cards-3-name", "f-cards-4-name"].map((id) => document.getElementById(id));
      const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      above.focus();
      await frame();
      await frame();
      const { top } = name.getBoundingClientRect();
      name.focus({ preventScroll: true });
      return [top, name.getBoundingClientRect().top];
    })()`);
    expect(after).toBe(before);
  });

  it("does not cut off the menu of a card", async () => {
    const { page } = await openPage();
    await page.setViewportSize({ width: 320, height: 800 });
    await page.goto(address());
    const [more, add] = [page.locator("[id='f-cards-4:more']"), page.locator("[id='f-cards-4:insert']")];
    // Safari does not focus a pressed button
    await more.evaluate((summary) => summary.parentElement?.toggleAttribute("open"));
    const style = `getComputedStyle(document.getElementById("f-cards-4:item")).contentVisibility`;
    expect(await page.evaluate(style)).toBe("visible");
    await add.click();
    expect(await page.getByRole("listitem").count()).toBe(301);
  });

  it("has no text boxes but its fields for screen readers", async () => {
    const { page } = await openPage();
    await page.goto(address());
    expect(await page.locator(".tf-long input[type=hidden]:not([aria-hidden=true])").count()).toBe(0);
  });

  it("is drawn as a whole with 100 items", () => {
    const htmlOf = (count: number): string => String(form.render({ cards: cards.slice(0, count) }));
    expect(htmlOf(100)).not.toContain("tf-long");
    expect(htmlOf(101)).toContain("tf-long");
  });
});
