import { element } from "./elements.ts";
import type { Mistake, Result } from "./messages.ts";

/** Shows a mistake above the editor and marks the form and the outcome as out of date, or removes both. */
export function showMistake(mistake: Mistake | undefined): void {
  const place = mistake?.line ? `Line ${mistake.line}: ` : "";
  element("mistake", HTMLElement).textContent = mistake ? place + mistake.message : "";
  for (const note of document.querySelectorAll<HTMLElement>(".play-outdated")) note.hidden = !mistake;
}

/** Shows a result in the tabs. */
export function showResult({ controls, value, errors, html }: Result): void {
  fillTable(
    "pairs",
    controls.map(([name, posted]) => [name, typeof posted === "string" ? posted : posted.name]),
  );
  fillTable(
    "errors",
    errors.map(([path, message]) => [path === "" ? "(the form)" : path, message]),
  );
  element("errors-tab", HTMLElement).textContent = errors.length > 0 ? `Errors (${errors.length})` : "Errors";
  element("no-errors", HTMLElement).hidden = errors.length > 0;
  element("errors", HTMLElement).hidden = errors.length === 0;
  element("value", HTMLElement).textContent = value ?? "The post is not valid, so there is no value.";
  element("html", HTMLElement).textContent = html;
}

function fillTable(id: string, rows: readonly (readonly [string, string])[]): void {
  const body = element(id, HTMLTableElement).tBodies[0];
  body?.replaceChildren(
    ...rows.map((cells) => {
      const row = document.createElement("tr");
      for (const text of cells) row.insertCell().textContent = text;
      return row;
    }),
  );
}
