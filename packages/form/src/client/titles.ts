/**
 * Shows in the titles of items what controls hold.
 *
 * @param target A control that tells; default all of them
 */
export function showTitles(target?: Node): void {
  for (const place of document.querySelectorAll<HTMLElement>("[data-tf-of]")) {
    const field = document.getElementById(place.dataset.tfOf ?? "");
    if (field?.contains(target ?? field)) show(place, textOf(field));
  }
}

/** Writes a control's text into its place; while a title has an empty place, its next sibling is shown instead. */
function show(place: HTMLElement, text: string): void {
  place.textContent = text.trim();
  const title = place.closest("[data-tf-title]");
  const isPlain = title?.querySelector("[data-tf-of]:empty") !== null;
  title?.toggleAttribute("hidden", isPlain);
  title?.nextElementSibling?.toggleAttribute("hidden", !isPlain);
}

/** The label of what is chosen; else what a control holds, or what can only be read says. */
function textOf(field: HTMLElement): string {
  const chosen = field.querySelector<Chosen>(":checked");
  if (chosen) return chosen.value && (chosen.labels?.[0] ?? chosen).textContent;
  if ("value" in field) return String(field.value);
  return "elements" in field ? "" : field.textContent;
}

/** An option has no label beside it. */
type Chosen = HTMLElement & Pick<HTMLInputElement, "value"> & Partial<Pick<HTMLInputElement, "labels">>;
