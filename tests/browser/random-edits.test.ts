import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { accessibilityFaults, useDemo } from "./demo-server.ts";
import { click, press } from "./next-page.ts";
import { openPage } from "./pages.ts";
import { unsound } from "./sound-page.ts";
import { openTestStore } from "../../demo/src/testing/test-store.ts";

const site = useDemo();

/** An item of the inner lists: the values of its controls, in order. */
type Leaf = readonly string[];
type Lists = readonly (readonly Leaf[])[];

/** A form with lists in a list. */
interface Subject {
  readonly path: string;
  /** Id of the outer list. */
  readonly list: string;
  /** Content of a new list, and of a new item in it. */
  readonly newList: readonly Leaf[];
  readonly newItem: Leaf;
  /** Minimum numbers of items in the outer and the inner lists. */
  readonly min: readonly [outer: number, inner: number];
  /** Returns values to type into the controls of an item. */
  value(random: number): Leaf;
  /** Submits the form and returns the saved data. */
  saved(page: Page): Promise<Lists>;
}

const subjects: readonly Subject[] = [
  {
    path: "/names-and-titles",
    list: "names-groups",
    newList: [],
    newItem: ["", ""],
    min: [0, 0],
    value: (random) => [`Name ${random}`, `Title <${random}>`],
    async saved(page) {
      await press(page, "Submit");
      const { groups }: { groups: { name: string; title: string }[][] } = JSON.parse(
        (await page.locator("#answer").textContent()) ?? "",
      );
      return groups.map((group) => group.map(({ name, title }) => [name, title]));
    },
  },
  {
    path: "/presets/1",
    list: "preset-cycles",
    newList: [["", "", ""]],
    newItem: ["", "", ""],
    min: [1, 1],
    value: (random) => [String(random % 181), String(1 + (random % 360)), String(random)],
    async saved(page) {
      await press(page, "Save");
      await page.getByText("The preset was saved.").waitFor();
      const store = await openTestStore(`file:${site.folder}/presets.db`);
      const stored = await store.get(1);
      await store.close();
      return (stored?.preset.cycles ?? []).map((cycle) =>
        cycle.map(({ angle, speed, dwell }) => [String(angle), String(speed), String(dwell)]),
      );
    },
  },
];

/** Returns a generator of pseudo-random numbers (mulberry32). */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (((mixed ^ (mixed >>> 14)) >>> 0) % 1_000_000) % below;
  };
}

const items = (list: Locator): Locator => list.locator("> [data-tf-items] > [data-tf-item]");
/** Returns the list inside an item. */
const inner = (list: Locator, index: number): Locator =>
  items(list).nth(index).locator("> [data-tf-sequence]");
const button = (list: Locator, op: string, index?: number): Locator =>
  index === undefined
    ? list.locator("> .tf-add")
    : items(list).nth(index).locator("tf-toolbar").first().locator(`[value=${op}]`);
const controls = (item: Locator): Locator => item.locator("input:not([type=hidden])");

/** Returns the values on the page. */
function shown(page: Page, { list }: Subject): Promise<Lists> {
  return page.evaluate(`(() => {
    const itemsOf = (list) => [...list.querySelectorAll(":scope > [data-tf-items] > [data-tf-item]")];
    return itemsOf(document.getElementById("${list}")).map((item) =>
      [...item.querySelectorAll(":scope > [data-tf-sequence]")].flatMap(itemsOf).map((leaf) =>
        [...leaf.querySelectorAll("input:not([type=hidden])")].map(({ value }) => value)));
  })()`);
}

/** Makes one edit in a list of the page and in the model. */
async function editOnce<Item>(
  list: Locator,
  model: readonly Item[],
  made: Item,
  min: number,
  pick: (below: number) => number,
  script: boolean,
): Promise<readonly Item[]> {
  const at = pick(Math.max(model.length, 1));
  const item = model[at];
  const ops = ["append", "insert", "duplicate", "remove", "up", "down", ...(script ? ["undo", "keys"] : [])];
  const op = ops[pick(ops.length)];
  if (op === "append" || item === undefined) {
    await click(button(list, "add"));
    return [...model, made];
  }
  switch (op) {
    case "insert":
      await click(button(list, "add", at));
      return model.toSpliced(at + 1, 0, made);
    case "duplicate":
      await click(button(list, "duplicate", at));
      return model.toSpliced(at + 1, 0, item);
    case "remove":
      expect(await button(list, "remove", at).isDisabled()).toBe(model.length <= min);
      if (model.length <= min) return model;
      await click(button(list, "remove", at));
      return model.toSpliced(at, 1);
    case "undo":
      if (model.length <= min) return model;
      await click(button(list, "remove", at));
      await list.page().locator(".tf-undo button").click();
      return model;
    case "up":
    case "down":
    case "keys": {
      const to = at + (op === "up" || (op === "keys" && at % 2 === 0) ? -1 : 1);
      const isOff = to < 0 || to >= model.length;
      if (op === "keys") {
        // At the end of a list in a group, the keys would move the item to another list.
        if (isOff) return model;
        await button(list, "duplicate", at).focus();
        await list.page().keyboard.press(to < at ? "Alt+ArrowUp" : "Alt+ArrowDown");
      } else {
        expect(await button(list, op, at).isDisabled()).toBe(isOff);
        if (isOff) return model;
        await click(button(list, op, at));
      }
      const other = model[to];
      return other === undefined ? model : model.with(at, other).with(to, item);
    }
    default:
      return model;
  }
}

describe.each(subjects)("$path", (subject) => {
  it.each([
    ["with JavaScript", true, 60],
    ["without JavaScript", false, 40],
  ])("keeps to a model over many edits at both levels, %s", async (_, script, edits) => {
    const { page, complaints } = await openPage({ javaScriptEnabled: script });
    await page.goto(site.url + subject.path);
    const outer = page.locator(`#${subject.list}`);
    const pick = randomNumbers(edits);
    let model = await shown(page, subject);
    for (let edit = 0; edit < edits; edit++) {
      const at = pick(model.length + 1);
      const list = model[at];
      const kind = list === undefined ? 0 : pick(4);
      if (list === undefined || kind === 0) {
        model = await editOnce(outer, model, subject.newList, subject.min[0], pick, script);
      } else if (kind === 1 && list.length > 0) {
        const position = pick(list.length);
        const value = subject.value(pick(10_000));
        const fields = controls(items(inner(outer, at)).nth(position));
        for (const [index, text] of value.entries()) await fields.nth(index).fill(text);
        model = model.with(at, list.with(position, value));
      } else {
        const changed = await editOnce(inner(outer, at), list, subject.newItem, subject.min[1], pick, script);
        model = model.with(at, changed);
      }
      expect(await shown(page, subject)).toEqual(model);
      expect(await unsound(page)).toEqual([]);
    }
    if (script) expect(await accessibilityFaults(page)).toEqual([]);
    for (const [at, list] of model.entries()) {
      for (const [position, leaf] of list.entries()) {
        if (leaf.every((text) => text !== "")) continue;
        const value = subject.value(pick(10_000));
        const fields = controls(items(inner(outer, at)).nth(position));
        for (const [index, text] of value.entries()) await fields.nth(index).fill(text);
        model = model.with(at, (model[at] ?? []).with(position, value));
      }
    }
    expect(await subject.saved(page)).toEqual(model);
    expect(complaints).toEqual([]);
  });
});
