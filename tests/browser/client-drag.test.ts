import { describe, expect, it } from "vitest";
import { clientPage } from "./client-page.ts";

const client = clientPage();
const { at, items, live, wrongIds, open } = client;

interface Point {
  x: number;
  y: number;
}

/** Returns the middle of an item's handle. */
async function handle(item: string): Promise<Point> {
  const box = await at(`${item}:item`).locator("[data-tf-handle]").first().boundingBox();
  if (!box) throw new Error(`${item} has no visible handle`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function middle(id: string): Promise<Point> {
  const box = await at(id).boundingBox();
  if (!box) throw new Error(`${id} is not visible`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function press(item: string): Promise<Point> {
  const point = await handle(item);
  await client.page.mouse.move(point.x, point.y);
  await client.page.mouse.down();
  return point;
}

function moveTo({ x, y }: Point): Promise<void> {
  return client.page.mouse.move(x, y, { steps: 4 });
}

/** Waits for two frames, because the item follows once a frame. */
async function frames(): Promise<void> {
  await client.page.evaluate(
    `new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))`,
  );
}

describe("dragging an item by its handle", () => {
  it("moves the item past the others, and announces it once, at the end", async () => {
    await open("/tags");
    const changes = await client.changes();
    await press("p-tags-0");
    await moveTo(await handle("p-tags-2"));
    await frames();
    expect(await items("p-tags")).toEqual(["1", "2", "0", "3", "4"]);
    expect(await at("p-tags-0:item").getAttribute("data-tf-dragging")).toBe("");
    await moveTo(await handle("p-tags-4"));
    await frames();
    expect(await live()).toBe("");
    await client.page.mouse.up();
    expect(await items("p-tags")).toEqual(["1", "2", "3", "4", "0"]);
    expect(await at("p-tags-0:item").getAttribute("data-tf-dragging")).toBeNull();
    expect(await live()).toBe("Tag 1 moved to position 5");
    expect(await at("p-tags-0:label").innerText()).toBe("Tag 5 *");
    expect(await at("p-tags-0:down").isDisabled()).toBe(true);
    expect(await changes()).toEqual(["p-tags"]);
    expect(await client.page.evaluate(`getSelection().toString()`)).toBe("");
  });

  it("leaves no styles that the page's policy forbids in a copy", async () => {
    await open("/tags");
    await press("p-tags-0");
    await moveTo(await handle("p-tags-2"));
    await client.page.mouse.up();
    await at("p-tags-0:duplicate").click();
    expect(await items("p-tags")).toEqual(["1", "2", "0", "5", "3", "4"]);
  });

  it("does not make the page longer at its end", async () => {
    await open("/tags");
    await client.page.setViewportSize({ width: 800, height: 200 });
    const before = await client.page.evaluate("document.documentElement.scrollHeight");
    const { x } = await press("p-tags-0");
    await moveTo({ x, y: 199 });
    await expect.poll(() => items("p-tags")).toEqual(["1", "2", "3", "4", "0"]);
    await frames();
    expect(await client.page.evaluate("document.documentElement.scrollHeight")).toBe(before);
  });

  it("moves the item up, even without a frame in between", async () => {
    await open("/tags");
    await press("p-tags-3");
    const { x, y } = await handle("p-tags-0");
    await client.page.mouse.move(x + 300, y - 4);
    await client.page.mouse.up();
    expect(await items("p-tags")).toEqual(["3", "0", "1", "2", "4"]);
  });

  it("announces nothing if the item ends in its old place", async () => {
    await open("/tags");
    const changes = await client.changes();
    const start = await press("p-tags-1");
    await moveTo(await handle("p-tags-3"));
    await frames();
    await moveTo(start);
    await client.page.mouse.up();
    expect(await items("p-tags")).toEqual(["0", "1", "2", "3", "4"]);
    expect(await live()).toBe("");
    expect(await changes()).toEqual([]);
  });

  it("is cancelled by Escape", async () => {
    await open("/tags");
    await press("p-tags-1");
    await moveTo(await handle("p-tags-3"));
    await frames();
    await client.page.keyboard.press("Escape");
    expect(await items("p-tags")).toEqual(["0", "1", "2", "3", "4"]);
    await moveTo(await handle("p-tags-4"));
    await client.page.mouse.up();
    expect(await items("p-tags")).toEqual(["0", "1", "2", "3", "4"]);
    expect(await live()).toBe("");
  });

  it("starts only with the first button, on the handle", async () => {
    await open("/tags");
    const { x, y } = await handle("p-tags-0");
    await client.page.mouse.move(x, y);
    await client.page.mouse.down({ button: "right" });
    await moveTo(await handle("p-tags-3"));
    await client.page.mouse.up({ button: "right" });
    await client.page.mouse.move((await middle("p-tags-0:label")).x, y);
    await client.page.mouse.down();
    await moveTo(await handle("p-tags-3"));
    await client.page.mouse.up();
    expect(await items("p-tags")).toEqual(["0", "1", "2", "3", "4"]);
  });

  it("stays within its sequence, and keeps the item's content", async () => {
    await open("/");
    await at("p-cycles-0-0-angle").fill("9");
    await press("p-cycles-0");
    await moveTo(await middle("p-tags"));
    await client.page.mouse.up();
    expect(await items("p-cycles")).toEqual(["1", "0"]);
    expect(await items("p-cycles-0")).toEqual(["0", "1"]);
    expect(await at("p-cycles-0-0-angle").inputValue()).toBe("9");
    await press("p-cycles-0-1");
    await moveTo(await middle("p-cycles-1"));
    await client.page.mouse.up();
    expect(await items("p-cycles-0")).toEqual(["1", "0"]);
    expect(await items("p-cycles-1")).toEqual(["0"]);
    expect(await live()).toBe("Move 2 moved to position 1 of Cycle 2");
  });

  it("moves rows of a table", async () => {
    await open("/table");
    await press("p-rows-0");
    await moveTo(await handle("p-rows-1"));
    await client.page.mouse.up();
    expect(await items("p-rows")).toEqual(["1", "0", "2"]);
  });

  it("moves items to other sequences of the group, within the limits of both", async () => {
    await open("/groups");
    await client.page.setViewportSize({ width: 800, height: 1200 });
    await press("p-first-0");
    await moveTo(await middle("p-second"));
    await client.page.mouse.up();
    expect(await items("p-first")).toEqual(["1"]);
    expect((await items("p-second")).toSorted()).toEqual(["0", "1"]);
    expect(await live()).toMatch(/^Move 1 moved to position [12] of Second$/);
    expect(await wrongIds()).toEqual([]);

    await press("p-first-1");
    await moveTo(await middle("p-second"));
    await client.page.mouse.up();
    expect(await items("p-first")).toEqual(["1"]);

    await press("p-second-0");
    await moveTo(await middle("p-first"));
    await frames();
    expect(await items("p-first")).toHaveLength(2);
    await client.page.keyboard.press("Escape");
    await client.page.mouse.up();
    expect(await items("p-first")).toEqual(["1"]);
    expect(await items("p-second")).toHaveLength(2);
    expect(await wrongIds()).toEqual([]);
  });

  it("never moves an item into itself", async () => {
    await open("/folders");
    await client.page.evaluate(
      `for (const each of document.querySelectorAll("[data-tf-sequence]")) each.dataset.tfGroup = "folders"`,
    );
    const { x, y } = await press("p-folders-0");
    await moveTo({ x: x + 40, y: y + 100 });
    await frames();
    await moveTo(await middle("p-folders-0-folders-0"));
    await client.page.mouse.up();
    expect(await items("p-folders")).toEqual(["0"]);
    await press("p-folders-0-folders-0");
    await moveTo({ ...(await middle("p-folders:label")), x: 60 });
    await client.page.mouse.up();
    expect((await items("p-folders")).toSorted()).toEqual(["0", "1"]);
    expect(await items("p-folders-0-folders")).toEqual([]);
    expect(await wrongIds()).toEqual([]);
  });

  it("scrolls the page near the edge of the window", async () => {
    await open("/many");
    const { x } = await press("p-rows-0");
    const { height = 0 } = client.page.viewportSize() ?? {};
    await client.page.mouse.move(x, height - 5, { steps: 3 });
    await expect.poll(() => client.page.evaluate("scrollY")).toBeGreaterThan(600);
    await client.page.mouse.move(x, 300);
    await frames();
    const place = (await items("p-rows")).indexOf("0");
    expect(place).toBeGreaterThan(5);
    const { y } = await handle("p-rows-0");
    expect(Math.abs(y - 300)).toBeLessThan(250);
    await client.page.mouse.move(x, -20);
    await expect.poll(() => client.page.evaluate("scrollY")).toBeLessThan(100);
    await client.page.mouse.up();
    expect((await items("p-rows")).indexOf("0")).toBeLessThan(place);
  });
});

describe("dragging by touch", () => {
  it("works as with a mouse, without scrolling the page", async () => {
    await open("/tags");
    const cdp = await client.page.context().newCDPSession(client.page);
    const touch = (
      type: "touchStart" | "touchMove" | "touchEnd" | "touchCancel",
      point?: Point,
    ): Promise<unknown> => cdp.send("Input.dispatchTouchEvent", { type, touchPoints: point ? [point] : [] });
    const from = await handle("p-tags-0");
    const to = await handle("p-tags-2");
    await touch("touchStart", from);
    for (let step = 1; step <= 5; step++)
      await touch("touchMove", { x: from.x, y: from.y + ((to.y - from.y) * step) / 5 });
    await frames();
    expect(await items("p-tags")).toEqual(["1", "2", "0", "3", "4"]);
    await touch("touchEnd");
    expect(await items("p-tags")).toEqual(["1", "2", "0", "3", "4"]);
    expect(await live()).toBe("Tag 1 moved to position 3");
    expect(await client.page.evaluate("scrollY")).toBe(0);

    await touch("touchStart", await handle("p-tags-4"));
    await touch("touchMove", await handle("p-tags-2"));
    await touch("touchMove", await handle("p-tags-1"));
    await frames();
    expect((await items("p-tags")).indexOf("4")).toBeLessThan(3);
    await touch("touchCancel");
    expect(await items("p-tags")).toEqual(["1", "2", "0", "3", "4"]);
  });
});
