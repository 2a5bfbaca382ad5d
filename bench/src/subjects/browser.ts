/** Long lists in Chromium: loading a page, and edits from the press to the next frame. */
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { formAssets } from "@turnform/express-adapter";
import { createForm } from "@turnform/form";
import type { Page } from "playwright-core";
import { z } from "zod";
import { launchChromium } from "../../../tests/browser/chromium.ts";
import { median } from "../median.ts";
import { people, Person } from "../names-and-titles.ts";
import type { Subject } from "../subject.ts";

const form = createForm(z.object({ people: z.array(Person).meta({ title: "People", orderable: true }) }), {
  formId: "list",
});

/** Labels, buttons to press, and the number of items that each press adds. */
const EDITS = [
  ["add", "insert", 1],
  ["remove", "remove", -1],
  ["move", "down", 0],
] as const;

const PRESSES = 20;

/** Numbers of cards, and the most milliseconds to load them. */
const LOADS = [
  [1000, 400],
  [4000, 6000],
] as const;

export const subject: Subject = {
  async check(size) {
    await inPage(size, async (open) => {
      for (const [, button, more] of EDITS) {
        const page = await open();
        await press(page, button, 2);
        assert.equal(await page.locator("[data-tf-item]").count(), size + 2 * more);
      }
    });
  },
  async *measure() {
    const spent: ({ at: string } & Spent)[] = [];
    await inPage(1000, async (open) => {
      for (const [at, button] of EDITS) spent.push({ at, ...(await press(await open(), button, PRESSES)) });
    });
    const work = "Edit one item of 1,000 in Chromium";
    yield {
      work: `${work}: time in scripts`,
      against: "one frame of 16 ms",
      goal: { atMost: 16 },
      unit: "ms",
      measured: spent.map(({ at, script }) => ({ at, figure: script })),
    };
    yield {
      work: `${work}: time in styles and layout`,
      unit: "ms",
      measured: spent.map(({ at, styles }) => ({ at, figure: styles })),
    };
    yield {
      work: `${work}: time from the press to the next frame`,
      goal: { atMost: 100 },
      unit: "ms",
      measured: spent.map(({ at, all }) => ({ at, figure: all })),
    };
    for (const [size, atMost] of LOADS) {
      let load = NaN;
      await inPage(size, async (open) => {
        load = await loadOf(await open());
      });
      yield {
        work: `Load ${size.toLocaleString("en")} cards in Chromium: time of the main thread`,
        goal: { atMost },
        unit: "ms",
        measured: [{ figure: load }],
      };
    }
  },
};

/** Serves the form with a number of people, and passes a function that opens its page. */
async function inPage(size: number, use: (open: () => Promise<Page>) => Promise<void>): Promise<void> {
  const assets = formAssets();
  const html = `<!doctype html><html lang="en"><title>List</title>${assets.tags(form)}<body>${form.render({ people: people(size, "mixed").groups.flat() })}`;
  const server = createServer((req, res) =>
    assets(req, res, () => res.setHeader("Content-Type", "text/html; charset=utf-8").end(html)),
  ).listen(0, "127.0.0.1");
  const [chromium] = await Promise.all([launchChromium(), once(server, "listening")]);
  try {
    const address = server.address();
    await use(async () => {
      const page = await chromium.newPage();
      page.setDefaultTimeout(180_000);
      await page.goto(`http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`);
      return page;
    });
  } finally {
    await chromium.close();
    server.closeAllConnections();
    server.close();
  }
}

/** Processor time of a page, in milliseconds. */
interface Spent {
  readonly script: number;
  readonly styles: number;
  /** Time of the main thread, the other two included. */
  readonly all: number;
}

/** Returns a function that reads a page's processor time since it was opened. */
async function timer(page: Page): Promise<() => Promise<Spent>> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  return async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    const of = (name: string): number =>
      1000 * (metrics.find((metric) => metric.name === name)?.value ?? NaN);
    return {
      script: of("ScriptDuration"),
      styles: of("RecalcStyleDuration") + of("LayoutDuration"),
      all: of("TaskDuration"),
    };
  };
}

/** Returns the processor time of a page until the first frame after loading. */
async function loadOf(page: Page): Promise<number> {
  const spent = await timer(page);
  // The page was opened before the timer, so it is loaded again
  const { all } = await spent();
  await page.reload();
  await page.evaluate("new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))");
  return (await spent()).all - all;
}

/**
 * Presses a button in each of some items in the middle, one after the other, and waits for the next frame each time.
 *
 * @returns the medians for one press
 */
async function press(page: Page, button: string, times: number): Promise<Spent> {
  const spent = await timer(page);
  await page.evaluate(`
    const items = [...document.querySelectorAll("[data-tf-item]")];
    const middle = Math.floor((items.length - ${times}) / 2);
    window.buttons = items.slice(middle, middle + ${times}).map(({ id }) =>
      document.getElementById(id.replace(/item$/, "${button}")));
    window.nextFrame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  `);
  const presses: Spent[] = [];
  for (let i = 0; i < times; i++) {
    const before = await spent();
    await page.evaluate(`buttons[${i}].click(); nextFrame()`);
    const after = await spent();
    presses.push({
      script: after.script - before.script,
      styles: after.styles - before.styles,
      all: after.all - before.all,
    });
  }
  return {
    script: median(presses.map(({ script }) => script)),
    styles: median(presses.map(({ styles }) => styles)),
    all: median(presses.map(({ all }) => all)),
  };
}
