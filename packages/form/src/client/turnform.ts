/**
 * The browser script of Turnform's sequences. It adds, duplicates, removes and moves items in the page, without a request.
 * Load it as an ES module. Its listeners are on the document, so they also serve forms added later. Without the script the same
 * buttons submit the form, and the server responds with the edited page.
 */
import { edit } from "./edit.ts";
import { closest } from "./form.ts";
import { moveByKey } from "./keys.ts";
import { finishMove } from "./move.ts";
import { ITEM } from "./sequence.ts";
import { showTitles } from "./titles.ts";

document.addEventListener("click", (event) => {
  const button = !event.defaultPrevented && closest(event.target, "button[name=__edit__]");
  if (button instanceof HTMLButtonElement && edit(button)) event.preventDefault();
});
// Browsers show an error at an invalid control. In a closed section they show nothing, and don't send the form.
document.addEventListener(
  "invalid",
  ({ target }) => {
    for (let hiding; (hiding = closest(target, "details:not([open])"));) hiding.toggleAttribute("open");
  },
  true,
);
document.addEventListener("keydown", moveByKey);
document.addEventListener("tf-drop", (event) => {
  const item = closest(event.target, ITEM);
  const from: unknown = event instanceof CustomEvent && event.detail;
  if (item && from instanceof HTMLElement) finishMove(item, from, []);
});

for (const type of ["input", "change"])
  document.addEventListener(type, ({ target }) => target instanceof Node && showTitles(target));
// The event comes before the reset.
document.addEventListener("reset", () => setTimeout(showTitles));
addEventListener("pageshow", () => showTitles());
