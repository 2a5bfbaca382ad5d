/** A form of cycles of moves, as `@turnform/form` renders it, cut down to what the browser script looks at. */
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** The browser script, bundled as for a release. */
export async function bundleScript(): Promise<string> {
  const script = fileURLToPath(new URL("../../packages/form/src/client/turnform.ts", import.meta.url));
  const { outputFiles } = await build({ entryPoints: [script], bundle: true, format: "esm", write: false });
  return outputFiles[0]?.text ?? "";
}

/** The page: two cycles (at most three) with two moves and one move (one to three each), and tags without limits. */
export const page = `<!doctype html><title>Preset</title><script type="module" src="/turnform.js"></script>
  <form class="tf-form" id="p" method="post" data-tf-form>
    <p role="status" data-tf-live></p>
    ${sequence("p-cycles", "Cycles", 'data-tf-max="3"', [2, 1], cycle, "cycle")}
    ${sequence("p-tags", "Tags", "", [0], tag, "tag")}
  </form>`;

function cycle(id: string, number: number, moves = 0): string {
  return sequence(
    id,
    `Cycle ${count(number)}`,
    'data-tf-min="1" data-tf-max="3"',
    Array(moves).fill(0),
    move,
    "move",
  );
}

function move(id: string, number: number): string {
  return `<fieldset class="tf-mapping" id="${id}">
    <legend class="tf-legend" id="${id}:label">Move ${count(number)}</legend>
    <input type="hidden" name="__start__" value="move:mapping">
    <label id="${id}-angle:label" for="${id}-angle">Angle</label>
    <input id="${id}-angle" name="angle" type="number" list="${id}-angle:list"
      aria-describedby="${id}-angle:help ${id}-angle:error">
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

function count(number: number): string {
  return `<span data-tf-number>${number}</span>`;
}

function sequence<T>(
  id: string,
  title: string,
  limits: string,
  items: readonly T[],
  widget: (id: string, number: number, item?: T) => string,
  unit: string,
): string {
  const element = (key: number | "*", number: number, item?: T): string =>
    `<li class="tf-item" id="${id}-${key}:item" data-tf-item>${widget(`${id}-${key}`, number, item)}
      <div class="tf-item-actions">${["up", "down", "remove"].map((op) => action(`${id}-${key}`, op)).join("")}</div>
    </li>`;
  return `<fieldset class="tf-sequence" id="${id}" data-tf-sequence ${limits} data-tf-orderable>
    <legend class="tf-legend" id="${id}:label">${title}</legend>
    <ol class="tf-items" data-tf-items>${items.map((item, index) => element(index, index + 1, item)).join("")}</ol>
    <template data-tf-blank>${element("*", 1)}</template>
    <button type="submit" name="__edit__" value="add" formnovalidate id="${id}:add">Add ${unit}</button>
  </fieldset>`;
}

function action(id: string, op: string): string {
  return `<button type="submit" name="__edit__" value="${op}" formnovalidate id="${id}:${op}"
    aria-labelledby="${id}:${op} ${id}:label">${op}</button>`;
}
