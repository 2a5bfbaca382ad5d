/**
 * Updates the values shown in the titles of items.
 *
 * @param target The changed control, default all controls
 */
export function showTitles(target?: Node): void {
  for (const place of document.querySelectorAll<HTMLElement>("[data-tf-value-of]")) {
    const field = document.getElementById(place.dataset.tfValueOf ?? "");
    if (field?.contains(target ?? field)) show(place, textOf(field));
  }
}

/** Writes a control's text into a slot of a title. While a slot is empty, the plain title after it is shown instead. */
function show(place: HTMLElement, text: string): void {
  place.textContent = text.trim();
  const title = place.closest("[data-tf-title]");
  const isPlain = title?.querySelector("[data-tf-value-of]:empty") !== null;
  title?.toggleAttribute("hidden", isPlain);
  title?.nextElementSibling?.toggleAttribute("hidden", !isPlain);
}

/** Returns the label of the chosen option, the value of a control, or the text of a readonly field. */
function textOf(field: HTMLElement): string {
  const chosen = field.querySelector<Chosen>(":checked");
  if (chosen) return chosen.value && (chosen.labels?.[0] ?? chosen).textContent;
  if ("value" in field) return String(field.value);
  return "elements" in field ? "" : field.textContent;
}

/** A checked control or a chosen option. An option has no `labels`. */
type Chosen = HTMLElement & Pick<HTMLInputElement, "value"> & Partial<Pick<HTMLInputElement, "labels">>;
