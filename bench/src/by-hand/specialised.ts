/** Code specialised to one schema: unchanging HTML is constant text, and bytes are written in chunks of 16,384 characters. */
import { escapeHtml } from "@turnform/form";
import type { People } from "../names-and-titles.ts";
import * as literals from "./literals.ts";

const start = literals.start(false);
const longStart = literals.start(true);
const end = literals.end();
const groupStart = specialise(["id", "number"], (id, number) => literals.groupStart(id, number));
const groupEnd = specialise(["id"], (id) => literals.groupEnd(id));
const person = specialise(["id", "group", "number", "name", "title"], (id, group, number, name, title) =>
  literals.person(id, group, number, { name, title }),
);

/** Returns the bytes of the form with its data. */
export function page({ groups }: People): Buffer {
  const chunks: Buffer[] = [];
  let html = groups.length > 100 ? longStart : start;
  groups.forEach((people, g) => {
    const id = `names-groups-${g}`;
    html += groupStart(id, String(g + 1));
    people.forEach(({ name, title }, p) => {
      html += person(`${id}-${p}`, id, String(p + 1), escapeHtml(name), escapeHtml(title));
    });
    html += `\n</ol>\n${literals.empty("Person", " hidden")}\n${groupEnd(id)}`;
    if (html.length > 16_384) {
      chunks.push(Buffer.from(html));
      html = "";
    }
  });
  chunks.push(Buffer.from(html + end));
  return Buffer.concat(chunks);
}

/** Compiles a template's output to a function of one expression, which joins constant texts and parameters. */
function specialise<const Names extends readonly string[]>(
  names: Names,
  template: (...values: { [Name in keyof Names]: string }) => string,
): typeof template {
  const marks = names.map((_, i) => String.fromCharCode(0xe000 + i)) as { [Name in keyof Names]: string };
  const pieces = template(...marks).split(/([\ue000-\ue0ff])/);
  const terms = pieces.map((piece, i) =>
    i % 2 === 1 ? names[piece.charCodeAt(0) - 0xe000] : JSON.stringify(piece),
  );
  // oxlint-disable-next-line typescript/no-implied-eval -- generating code is the point of this side; the templates are ours
  return new Function(...names, `return ${terms.join(" + ")}`) as typeof template;
}
