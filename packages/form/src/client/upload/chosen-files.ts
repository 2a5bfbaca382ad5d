import { attributeOf, closest, find } from "../form.ts";
import { ServerIds } from "../server-ids.ts";

/** A file control, as it was when its upload began. */
export interface Chosen {
  readonly input: HTMLInputElement;
  readonly files: readonly File[];
  readonly serverId: string;
}

/** Returns the file controls of a form with chosen files. */
export function chosenIn(form: HTMLFormElement): readonly Chosen[] {
  const ids = new ServerIds();
  return find(form, "input[type=file]:enabled").flatMap((input) =>
    input instanceof HTMLInputElement && input.files?.length
      ? { input, files: [...input.files], serverId: ids.of(input, input.id) }
      : [],
  );
}

/**
 * Shows the files that the server keeps in the place of the chosen ones, as a page of the server does. Files that it doesn't keep stay
 * chosen, and so do files chosen since.
 */
export function showKept({ input, files, serverId }: Chosen, page: Document): void {
  const isSame =
    files.length === input.files?.length && files.every((file, at) => file === input.files?.[at]);
  const answered = page.getElementById(serverId);
  const kept = keptAt(answered);
  if (!isSame || kept.length === 0) return;
  for (const old of keptAt(input)) old.remove();
  const rows = kept.map((row) => document.importNode(row, true));
  for (const element of rows.flatMap((row) => [row, ...find(row, "*")]))
    for (const name of ["id", "for"])
      if (element.getAttribute(name)?.startsWith(serverId))
        element.setAttribute(name, input.id + attributeOf(element, name).slice(serverId.length));
  const control = closest(input, "tf-file-input") ?? input;
  control.before(...rows);
  input.value = "";
  for (const name of ["required", "aria-required", "data-tf-required", "data-tf-requirable"])
    input.removeAttribute(name);
  // The list of chosen files is empty now
  control.dispatchEvent(new Event("change"));
}

/** Returns the files that the server keeps at a file control. */
function keptAt(control: Element | null): readonly HTMLElement[] {
  const field = closest(control, ".tf-field");
  return field ? find(field, ".tf-kept") : [];
}
