/** Forms of sequences as `@turnform/form` renders them, reduced to the parts that the browser script reads. */
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { english, escapeHtml } from "@turnform/form";

/**
 * Bundles a browser script as in a release.
 *
 * @param name Its source in `packages/form/src/client`
 */
export async function bundleScript(name: string): Promise<string> {
  const script = fileURLToPath(new URL(`../../packages/form/src/client/${name}`, import.meta.url));
  const { outputFiles } = await build({ entryPoints: [script], bundle: true, format: "esm", write: false });
  return outputFiles[0]?.text ?? "";
}

/** A sequence and its items. An item is a number that the widget interprets. */
interface Options {
  title: string;
  unit: string;
  /** Additional attributes of the sequence. */
  attributes?: string;
  /** Renders the inside of an item. */
  widget: (id: string, number: number, item: number) => string;
  items?: readonly number[];
  ops?: readonly string[];
  /** Notes about its limits. */
  notes?: string;
  isTable?: boolean;
}

const ALL = ["up", "down", "add", "duplicate", "remove"];

function sequence(id: string, options: Options): string {
  const {
    title,
    unit,
    attributes = "",
    widget,
    items = [],
    ops = ALL,
    notes = "",
    isTable = false,
  } = options;
  const element = (key: number | "*", number: number, item: number): string => {
    const itemId = `${id}-${key}`;
    const handle = `<span class="tf-handle" data-tf-handle aria-hidden="true">⠿</span>`;
    const buttons = ops.map((op) => action(itemId, op)).join("");
    const content = widget(itemId, number, item);
    return isTable
      ? `<tr class="tf-item" id="${itemId}:item" data-tf-item><td>${handle}</td><td>${content}</td><td>${buttons}</td></tr>`
      : `<li class="tf-item" id="${itemId}:item" data-tf-item>${handle}${content}<div>${buttons}</div></li>`;
  };
  const rendered = items.map((item, index) => element(index, index + 1, item)).join("");
  const list = isTable
    ? `<table><tbody class="tf-items" data-tf-items>${rendered}</tbody></table>`
    : `<ol class="tf-items" data-tf-items>${rendered}</ol>`;
  const blank = attributes.includes("data-tf-blank-levels-up")
    ? ""
    : `<template data-tf-blank>${element("*", 1, 0)}</template>`;
  return `<fieldset class="tf-sequence" id="${id}" data-tf-sequence ${attributes}>
    <legend class="tf-legend" id="${id}:label">${title}</legend>
    ${list}${blank}<p class="tf-limit" id="${id}:limit">${notes}</p>
    <button type="submit" name="__edit__" value="add" formnovalidate id="${id}:add"
      aria-describedby="${id}:limit">Add ${unit}</button>
  </fieldset>`;
}

function action(id: string, op: string): string {
  // An item that is itself a sequence also has that sequence's Add button, `…:add`.
  const buttonId = `${id}:${op === "add" ? "insert" : op}`;
  return `<button type="submit" name="__edit__" value="${op}" formnovalidate id="${buttonId}"
    aria-labelledby="${buttonId} ${id}:label">${op}</button>`;
}

function count(number: number): string {
  return `<span data-tf-number>${number}</span>`;
}

function numbers(length: number): number[] {
  return Array.from({ length }, (_, index) => index);
}

/** Renders a cycle: a sequence of one to three moves. */
function cycle(id: string, number: number, moves: number): string {
  return sequence(id, {
    title: `Cycle ${count(number)}`,
    unit: "move",
    attributes: `data-tf-min="1" data-tf-max="3" data-tf-orderable`,
    notes: `<span data-tf-at-min ${moves > 1 ? "hidden" : ""}>At least 1 move has to stay.</span>
      <span data-tf-at-max hidden>No more than 3 moves fit.</span>`,
    widget: move,
    items: numbers(moves),
  });
}

function move(id: string, number: number): string {
  return `<fieldset class="tf-mapping" id="${id}">
    <legend class="tf-legend" id="${id}:label">Move ${count(number)}</legend>
    <input type="hidden" name="__start__" value="move:mapping">
    <label id="${id}-angle:label" for="${id}-angle">Angle</label>
    <input id="${id}-angle" name="angle" type="number" aria-describedby="${id}-angle:help ${id}-angle:error">
    <label><input id="${id}-way-0" type="radio" name="${id}-way" value="p-cycles-*" checked>Left</label>
    <label><input id="${id}-way-1" type="radio" name="${id}-way" value="right">Right</label>
    <a href="#${id}-angle">Angle</a>
    <input type="hidden" name="__end__" value="move:mapping">
  </fieldset>`;
}

function tag(id: string, number: number): string {
  return `<div class="tf-field"><label id="${id}:label" for="${id}">Tag ${count(number)}
    <span aria-hidden="true">*</span></label><input id="${id}" name="tag"></div>`;
}

/** Renders a step. It has one of each control, and a title of its angle and colour. */
function step(id: string, number: number): string {
  return `<fieldset class="tf-mapping" id="${id}"><legend id="${id}:label">
      <span data-tf-title hidden>Step ${count(number)}: <span data-tf-value-of="${id}-angle"></span>°, <span
        data-tf-value-of="${id}-colour">Red light</span></span><span>Step ${count(number)}</span></legend>
    <input id="${id}-angle" name="angle" type="number" list="${id}-angle:list" autofocus>
    <datalist id="${id}-angle:list"></datalist>
    <div class="tf-field tf-invalid"><input id="${id}-name" name="name" aria-invalid="true">
      <p class="tf-error" id="${id}-name:error">Required</p></div>
    <textarea id="${id}-note" name="note"></textarea>
    <select id="${id}-colour" name="colour"><option value="">–</option><option value="r" selected>Red light</option>
      <option value="g">Green light</option></select>
    <select id="${id}-days" name="days" multiple><option selected>Mon</option><option>Tue</option><option>Wed</option></select>
    <input id="${id}-on" name="on" type="checkbox">
    <input id="${id}-way-0" name="${id}-way" type="radio" value="l"><input id="${id}-way-1" name="${id}-way" type="radio" value="r">
    <input id="${id}-file" name="file" type="file" multiple>
    <input id="${id}-day" name="day" type="date">
    <tf-map></tf-map>
  </fieldset>`;
}

/** Renders a way. It has radio buttons, and a title with read-only and hidden values. */
function way(id: string, number: number): string {
  const choice = (value: string, index: number): string =>
    `<input id="${id}-way-${index}" name="${id}-way" type="radio" value="${value}"><label for="${id}-way-${index}">${value} turn</label>`;
  return `<fieldset class="tf-mapping" id="${id}"><legend id="${id}:label">
      <span data-tf-title hidden><span data-tf-value-of="${id}-fixed">A1</span> <span data-tf-value-of="${id}-unseen">B2</span>: <span
        data-tf-value-of="${id}-way"></span></span><span>Way ${count(number)}</span></legend>
    <div id="${id}-fixed">A1</div><input name="unseen" type="hidden" value="B2">
    <fieldset id="${id}-way">${["Left", "Right"].map(choice).join("")}</fieldset>
  </fieldset>`;
}

/** Renders a folder that holds folders. The second level is rendered, and refers to its pattern. */
function folder(id: string, number: number, folders: number): string {
  return `<fieldset class="tf-mapping" id="${id}"><legend id="${id}:label">Folder ${count(number)}</legend>
    <label for="${id}-name">Name</label><input id="${id}-name" name="name">
    ${sequence(`${id}-folders`, {
      title: "Folders",
      unit: "folder",
      attributes: `data-tf-min="0" data-tf-orderable data-tf-blank-levels-up="1"`,
      widget: folder,
      items: Array(folders).fill(0),
    })}</fieldset>`;
}

/** Renders a row of a long list, with three fields. */
function row(id: string, number: number): string {
  return `<fieldset class="tf-mapping" id="${id}"><legend id="${id}:label">Row ${count(number)}</legend>
    ${["angle", "speed", "pause"]
      .map(
        (name) => `<div class="tf-field"><label id="${id}-${name}:label" for="${id}-${name}">${name}</label>
          <input id="${id}-${name}" name="${name}" value="${number}"></div>`,
      )
      .join("")}</fieldset>`;
}

function page(content: string, attributes = ""): string {
  return `<!doctype html><title>Preset</title><script type="module" src="/turnform.js"></script>
    <script type="module" src="/turnform-drag.js"></script><script type="module" src="/turnform-undo.js"></script><script type="module" src="/turnform-unsaved.js"></script><link rel="stylesheet" href="/turnform.css">
    <form class="tf-form" id="p" method="post" data-tf-form data-tf-texts="${escapeHtml(JSON.stringify(english.texts))}" ${attributes}>
      <p role="status" data-tf-live></p>${content}<button id="save">Save</button><button type="reset" id="reset">Reset</button>
    </form>`;
}

function tags(items: number, attributes = ""): string {
  return sequence("p-tags", { title: "Tags", unit: "tag", attributes, widget: tag, items: numbers(items) });
}

function group(id: string, title: string, items: number, limits: string): string {
  return sequence(id, {
    title,
    unit: "move",
    attributes: `${limits} data-tf-orderable data-tf-group="moves"`,
    widget: move,
    items: numbers(items),
  });
}

/** Pages by path. */
export const pages: ReadonlyMap<string, string> = new Map([
  [
    // Two cycles (at most three) with two moves and one move, and tags without limits.
    "/",
    page(
      sequence("p-cycles", {
        title: "Cycles",
        unit: "cycle",
        attributes: `data-tf-max="3" data-tf-orderable`,
        widget: cycle,
        items: [2, 1],
      }) + tags(1, "data-tf-orderable"),
    ),
  ],
  [
    "/steps",
    page(sequence("p-steps", { title: "Steps", unit: "step", widget: step, items: numbers(1) }) + tags(31)),
  ],
  ["/ways", page(sequence("p-ways", { title: "Ways", unit: "way", widget: way, items: numbers(1) }))],
  ["/tags", page(tags(5, "data-tf-orderable"))],
  [
    "/table",
    page(
      sequence("p-rows", {
        title: "Rows",
        unit: "row",
        attributes: "data-tf-orderable",
        widget: tag,
        items: numbers(3),
        isTable: true,
      }),
    ),
  ],
  [
    "/groups",
    page(
      group("p-first", "First", 2, `data-tf-min="1"`) +
        tags(1) +
        group("p-second", "Second", 1, `data-tf-max="2"`),
    ),
  ],
  [
    "/folders",
    page(
      sequence("p-folders", {
        title: "Folders",
        unit: "folder",
        attributes: `data-tf-min="0" data-tf-orderable`,
        widget: folder,
        items: [1],
      }),
    ),
  ],
  [
    "/many",
    page(
      sequence("p-rows", {
        title: "Rows",
        unit: "row",
        attributes: "data-tf-orderable",
        widget: row,
        items: numbers(1000),
      }),
    ),
  ],
  ["/warn", page(tags(1), "data-tf-warn")],
  ["/unsaved", page(tags(1), `data-tf-warn="unsaved"`)],
  ["/quiet", page(tags(1))],
]);

/** Styles that a theme has for handles. `touch-action` has no effect on inline elements. */
export const css = `[data-tf-handle] { display: inline-block; touch-action: none; user-select: none }
  [data-tf-dragging] { opacity: 0.5 }`;
