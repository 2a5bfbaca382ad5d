/**
 * Keeps wrong values in groups that are left out from holding up the form: a browser refuses them, but can't show them. Such controls are
 * disabled until the group's box is ticked. The stylesheet hides and shows the groups.
 */
const BOX = ".tf-include > input";

/** Disables the wrong controls of a box's group, or enables them again. */
function update(box: HTMLInputElement): void {
  const wrong = box.checked ? "[data-tf-wrong]" : ":is(input,select,textarea):enabled:invalid";
  for (const control of box.closest("fieldset,tr")?.querySelectorAll(wrong) ?? []) {
    control.toggleAttribute("disabled", !box.checked);
    control.toggleAttribute("data-tf-wrong", !box.checked);
  }
}

function updateAll(): void {
  for (const box of document.querySelectorAll<HTMLInputElement>(BOX)) update(box);
}

document.addEventListener("change", ({ target }) => {
  if (target instanceof HTMLInputElement && target.matches(BOX)) update(target);
});
document.addEventListener("reset", () => setTimeout(updateAll));
addEventListener("pageshow", updateAll);
