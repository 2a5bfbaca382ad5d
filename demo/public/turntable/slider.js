import { send } from "./commands.js";

/** Least milliseconds between two commands while the slider moves. */
const PACE_MS = 100;

/**
 * Turns the table while the slider moves, one command at a time, always to the newest angle. While nobody uses the slider, it
 * follows the table.
 *
 * @param {Element} panel
 * @returns {{ show(live: object): void }}
 */
export function turnByHand(panel) {
  const form = panel.querySelector("#turn");
  const slider = form.querySelector("input[type=range]");
  let waiting = false;
  let busy = false;
  let following = false;

  async function work() {
    busy = true;
    while (waiting) {
      waiting = false;
      const pause = new Promise((resolve) => setTimeout(resolve, PACE_MS));
      await send(panel, form.getAttribute("action"), new FormData(form));
      await pause;
    }
    busy = false;
  }

  function turn() {
    waiting = true;
    if (!busy) void work();
  }

  slider?.addEventListener("input", () => {
    if (!following) turn();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    turn();
  });

  return {
    show({ angle }) {
      const value = String(Math.round(angle ?? 90));
      if (!slider || busy || slider.matches(":focus, :active") || slider.value === value) return;
      slider.value = value;
      // The event updates the number next to the slider.
      following = true;
      slider.dispatchEvent(new Event("input", { bubbles: true }));
      following = false;
    },
  };
}
