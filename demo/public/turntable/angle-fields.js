/** Selects the angle fields of all moves. */
const ANGLES = "[data-tf-item] input[name=angle]";
const USE = "data-use-angle";
const ICON = `<svg viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="6"/><path d="M12 2v6M12 16v6M2 12h6M16 12h6"/></svg>`;

/**
 * Helps people enter angles: each angle field gets a button that enters the table's current angle, and the ghost previews the angle of the
 * field with the focus.
 *
 * @param {HTMLFormElement | null} form
 * @param {(who: string, angle: number | undefined) => void} preview
 * @returns {(live: { angle: number | null }) => void} takes the table's states
 */
export function followAngleFields(form, preview) {
  let current = null;
  if (!form) return () => undefined;

  addButtons(form);
  new MutationObserver(() => addButtons(form)).observe(form, { childList: true, subtree: true });

  form.addEventListener("click", ({ target }) => {
    const button = target.closest(`[${USE}]`);
    if (button && current !== null) type(button, String(current));
  });
  for (const name of ["focusin", "input"])
    form.addEventListener(name, ({ target }) => {
      // The plot enters angles without the focus, and previews them itself.
      if (target.matches(ANGLES) && target === document.activeElement) preview("field", angleIn(target));
    });
  form.addEventListener("focusin", ({ target }) => offerTab(target, "0"));
  form.addEventListener("focusout", ({ target }) => {
    if (target.matches(ANGLES)) preview("field", undefined);
    offerTab(target, "-1");
  });

  return ({ angle }) => (current = angle);
}

/**
 * Enters a value as a person would, so that all scripts of the page see it.
 *
 * @param {HTMLInputElement} field
 * @param {string} value
 */
export function enter(field, value) {
  field.value = value;
  for (const name of ["input", "change"]) field.dispatchEvent(new Event(name, { bubbles: true }));
}

/** Types an angle into the field of a button, so that the browser can undo it. */
function type(button, value) {
  const field = button.previousElementSibling;
  field.focus();
  field.select();
  // It is deprecated, but browsers have no other way to keep a field's undo.
  document.execCommand("insertText", false, value);
  button.focus();
}

function addButtons(form) {
  for (const field of form.querySelectorAll(ANGLES)) {
    if (field.nextElementSibling?.hasAttribute(USE)) continue;
    const button = document.createElement("button");
    button.type = "button";
    // The form's script renames ids with their item. The button's name ends with that of its move.
    button.id = `${field.id}:use`;
    button.setAttribute(
      "aria-labelledby",
      `${button.id} ${field.closest("fieldset").getAttribute("aria-labelledby")}`,
    );
    button.title = "Use the current angle";
    // The Tab key reaches the button only from its own item, so that long lists keep few stops.
    button.tabIndex = -1;
    button.setAttribute(USE, "");
    button.setAttribute("aria-label", "Use the current angle");
    button.innerHTML = ICON;
    field.after(button);
  }
}

/** Lets the Tab key stop at the button of an item, or not. */
function offerTab(target, tabIndex) {
  const button = target.closest(".tf-mapping")?.querySelector(`:scope > .tf-field > [${USE}]`);
  button?.setAttribute("tabindex", tabIndex);
}

/** Returns the typed angle, or undefined if the table can't turn to it. */
function angleIn({ value }) {
  const angle = value.trim() === "" ? NaN : Number(value.replace(",", "."));
  return angle >= 0 && angle <= 180 ? angle : undefined;
}
