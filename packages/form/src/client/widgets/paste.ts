/**
 * Offers to fill a list from a table in the clipboard, when a person pastes it into a field of the list. The paste itself goes on as
 * usual. Accepting sends the rows to the server, by the list's area for adding items from text.
 */
import { closest } from "../form.ts";
import { ITEM, SEQUENCE } from "../sequence.ts";
import { textFor } from "../texts.ts";

document.addEventListener("paste", ({ target, clipboardData }) => {
  const area = areaOf(target);
  const control = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target : null;
  if (!area || !control || !clipboardData) return;
  const html = clipboardData.getData("text/html");
  const plain = clipboardData.getData("text/plain").replace(/\r\n?/g, "\n");
  // Several lines without tabs are a column of cells, but in a text area they are a text.
  const isTable = plain.includes("\t") || (control instanceof HTMLInputElement && /\n./.test(plain));
  const text = tableIn(html) ?? (isTable ? plain : "");
  if (text.trim() === "") return;
  const before = control.value;
  offer(control, text, () => {
    control.value = before;
    fill(area, text);
  });
});

/** Finds the area for adding items from text, of the list whose item contains the target. */
function areaOf(target: EventTarget | null): HTMLElement | undefined {
  const list = closest(closest(target, ITEM)?.parentElement ?? null, SEQUENCE);
  return [...(list?.children ?? [])].find(
    (child): child is HTMLElement => child instanceof HTMLElement && "tfPaste" in child.dataset,
  );
}

/** Returns the first table of an HTML document, with tabs between its cells. */
function tableIn(html: string): string | undefined {
  const table = html.includes("<t")
    ? new DOMParser().parseFromString(html, "text/html").querySelector("table")
    : null;
  return (
    (table && [...table.rows].map((row) => [...row.cells].map(cellOf).join("\t")).join("\n")) || undefined
  );
}

function cellOf({ textContent }: Element): string {
  const text = textContent.trim().replace(/\s+/g, " ");
  return text.startsWith('"') ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Asks in a dialog. Escape declines, and the focus returns to the control. */
function offer(control: HTMLElement, text: string, accept: () => void): void {
  const dialog = document.createElement("dialog");
  dialog.className = "tf-offer";
  const question = document.createElement("p");
  question.id = "tf-offer";
  question.textContent = textFor(control, "fillRows", { count: rowsIn(text) });
  dialog.setAttribute("aria-labelledby", question.id);
  const button = (id: string, run: () => void): HTMLButtonElement => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = textFor(control, id);
    made.addEventListener("click", () => {
      dialog.close();
      run();
    });
    return made;
  };
  dialog.append(
    question,
    button("fill", accept),
    " ",
    button("cancel", () => {}),
  );
  dialog.addEventListener("close", () => dialog.remove());
  // Inside the form, for its styles and language. The paste goes on first.
  setTimeout(() => {
    const form = closest(control, "form");
    if (form) Element.prototype.append.call(form, dialog);
    dialog.showModal();
  });
}

/** Counts the rows that are not empty. Cells in quotation marks may contain line breaks. */
function rowsIn(text: string): number {
  const outside = text.split('"').filter((_, index) => index % 2 === 0);
  return outside
    .join("x")
    .split("\n")
    .filter((line) => line.trim() !== "").length;
}

function fill(area: HTMLElement, text: string): void {
  const control = area.querySelector("textarea");
  const button = area.querySelector("button");
  if (!control || !button) return;
  control.value = text;
  area.toggleAttribute("open", true);
  button.click();
}
