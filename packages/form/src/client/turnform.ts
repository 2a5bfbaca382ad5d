/**
 * The browser script of Turnform's sequences: an item is added, duplicated, removed or moved in the page instead of by
 * a round trip to the server. Load it as an ES module; listeners on the document serve every form, those that arrive
 * later too. Without it the same buttons submit the form, and the server answers with the edited page.
 */
import { startDragging } from "./drag.ts";
import { edit } from "./edit.ts";
import { closest } from "./form.ts";
import { moveByKey } from "./keys.ts";
import { showTitles } from "./titles.ts";
import { noteChange, warn } from "./unsaved.ts";

document.addEventListener("click", (event) => {
  const button = !event.defaultPrevented && closest(event.target, "button[name=__edit__]");
  if (button instanceof HTMLButtonElement && edit(button)) event.preventDefault();
});
// The browser says what is wrong at a control, and silently sends nothing where a closed section hides it.
document.addEventListener(
  "invalid",
  ({ target }) => {
    for (let hiding; (hiding = closest(target, "details:not([open])"));) hiding.toggleAttribute("open");
  },
  true,
);
document.addEventListener("keydown", moveByKey);
document.addEventListener("pointerdown", startDragging);

for (const type of ["input", "change"])
  document.addEventListener(type, ({ target }) => target instanceof Node && showTitles(target));
// A reset is told of before it is done.
document.addEventListener("reset", () => setTimeout(showTitles));
addEventListener("pageshow", () => showTitles());

for (const type of ["input", "change", "submit", "reset"]) document.addEventListener(type, noteChange);
addEventListener("beforeunload", warn);
