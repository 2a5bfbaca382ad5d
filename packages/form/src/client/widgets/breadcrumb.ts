/**
 * Updates the names of the outer items above deeply nested items, after edits and typing. The server draws the same text
 * (`field/breadcrumb.ts`). Forms with lists that can be nested so deeply load this file.
 */
import { nameOf } from "../announce.ts";
import { closest } from "../form.ts";
import { ITEM } from "../sequence.ts";

/** Cards below the sixth level. */
const DEEP = `${"[data-tf-item] ".repeat(6)}[data-tf-item]:has(> :is(fieldset,details):not(.tf-field))`;

function showAll(): void {
  for (const item of document.querySelectorAll(DEEP)) {
    const names: string[] = [];
    for (
      let outer = closest(item.parentElement, ITEM);
      outer && names.length < 3;
      outer = closest(outer.parentElement, ITEM)
    )
      names.unshift(nameOf(outer).replace(/^(.{29}).{2,}$/su, "$1…"));
    // Isolates keep names in another script in their order
    const text = ["…", ...names.map((name) => `\u2068${name}\u2069`)].join(" › ");
    const line = item.querySelector(":scope > .tf-breadcrumb") ?? addLine(item);
    if (line.textContent !== text) line.textContent = text;
  }
}

function addLine(item: Element): Element {
  const line = document.createElement("p");
  line.className = "tf-breadcrumb";
  line.ariaHidden = "true";
  item.prepend(line);
  return line;
}

// Every edit of a list fires `change`.
document.addEventListener("change", showAll);
document.addEventListener("reset", () => setTimeout(showAll));
addEventListener("pageshow", showAll);
