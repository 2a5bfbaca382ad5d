/**
 * Shows what a control holds in the titles of items that tell it.
 *
 * @param event An `input` or `change` event
 */
export function showInTitles({ target }: Event): void {
  if (target instanceof HTMLElement && "value" in target) showTitles(target.id);
}

/**
 * Shows in the titles of the page what controls hold.
 *
 * @param id The control's id; default all of them
 */
export function showTitles(id?: string): void {
  for (const place of document.querySelectorAll<HTMLElement>("[data-tf-of]")) {
    const { tfOf = "" } = place.dataset;
    if ((id ?? tfOf) === tfOf) show(place, textOf(document.getElementById(tfOf)));
  }
}

/** Writes a control's text into its place; while a title has an empty place, its next sibling is shown instead. */
function show(place: HTMLElement, text: string): void {
  place.textContent = text;
  const title = place.closest<HTMLElement>("[data-tf-title]");
  const plain = title?.nextElementSibling;
  if (!title || !(plain instanceof HTMLElement)) return;
  title.hidden = [...title.querySelectorAll("[data-tf-of]")].some(({ textContent }) => !textContent);
  plain.hidden = !title.hidden;
}

function textOf(control: Element | null): string {
  if (!control || !("value" in control)) return "";
  const chosen =
    control instanceof HTMLSelectElement && control.value ? control.selectedOptions[0]?.label : undefined;
  return (chosen ?? String(control.value)).trim();
}
