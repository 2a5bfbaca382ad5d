/**
 * The browser script of Turnform's sequences: an item is added, removed or moved in the page instead of by a round
 * trip to the server. Load it as an ES module; one listener on the document serves every form, those that arrive
 * later too. Without it the same buttons submit the form, and the server answers with the edited page.
 */
import { edit } from "./edit.ts";

document.addEventListener("click", (event) => {
  if (event.defaultPrevented || !(event.target instanceof Element)) return;
  // The target may be a form with a field named `closest`.
  const button = Element.prototype.closest.call(event.target, "button[name=__edit__]");
  if (button instanceof HTMLButtonElement && edit(button)) event.preventDefault();
});
