import type { Page } from "playwright-core";

/** Returns the faults of a page: duplicate ids, and labels and descriptions without a target. */
export async function unsound(page: Page): Promise<unknown> {
  return page.evaluate(`(() => {
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    const known = new Set(ids);
    const pointers = ["aria-labelledby", "aria-describedby", "aria-controls", "list", "data-tf-value-of"].flatMap((name) =>
      [...document.querySelectorAll("[" + name + "]")].flatMap((element) => element.getAttribute(name).split(" ")));
    const labels = [...document.querySelectorAll("label")].filter(({ control, htmlFor }) => control?.id !== htmlFor);
    return [
      ...(known.size < ids.length ? ["an id stands twice"] : []),
      ...labels.map(({ htmlFor }) => "no control: " + htmlFor),
      ...pointers.filter((id) => !known.has(id)).map((id) => "nowhere: " + id),
    ];
  })()`);
}
