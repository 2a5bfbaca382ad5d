/** Below this width the panel comes after the form, see turntable.css. */
const WIDE = "(width >= 68rem)";

/**
 * Folds the panel behind a button on narrow pages, so that the form keeps the screen.
 *
 * @param {Element} panel
 */
export function foldPanel(panel) {
  const button = panel.querySelector("[data-fold]");
  if (!button) return;

  function fold(isFolded) {
    panel.toggleAttribute("data-folded", isFolded);
    button.setAttribute("aria-expanded", String(!isFolded));
  }

  button.hidden = false;
  fold(!matchMedia(WIDE).matches);
  button.addEventListener("click", () => fold(!panel.hasAttribute("data-folded")));
}
