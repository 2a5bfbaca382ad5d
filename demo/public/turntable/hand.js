import { angleByKey, limitSlider, makeSlider, setSlider, toAngle } from "./angles.js";
import { send } from "./commands.js";
import { followPointer } from "./dial.js";
import { newestOnly } from "./newest.js";

/** Left is left: the dial has 180° on its left. */
const WAYS = { ArrowLeft: 1, ArrowUp: 1, ArrowRight: -1, ArrowDown: -1 };
/** Milliseconds between updates of the slider's value while the table turns by itself. */
const QUIET_MS = 1000;

/**
 * Makes the picture a slider that turns the table: by pointer, by touch, and by keys. The form with the plain slider carries the angle.
 *
 * @param {Element} panel
 * @param {(who: string, angle: number | undefined) => void} preview Draws the ghost at the target
 * @returns {(live: object) => void} takes the table's states
 */
export function turnByHand(panel, preview) {
  const picture = panel.querySelector("[data-picture]");
  const form = panel.querySelector("#turn");
  const delay = panel.querySelector("[data-delay]");
  let current = 90;
  let [low, high] = [0, 180];
  let target;
  /** The last state, so that the end of a turn is seen even if no state follows. */
  let last;
  let told = 0;

  const commands = newestOnly(async (angle) => {
    form.elements.namedItem("angle").value = angle;
    const start = performance.now();
    const isTaken = await send(panel, form.getAttribute("action"), new FormData(form));
    if (isTaken) delay.textContent = `The table obeyed after ${Math.round(performance.now() - start)} ms.`;
    else forget();
  }, look);

  function aim(angle) {
    const next = toAngle(Math.min(Math.floor(high), Math.max(Math.ceil(low), angle)));
    if (next === target) return;
    target = next;
    setSlider(picture, target);
    preview("hand", target);
    commands.push(target);
  }

  function forget() {
    target = undefined;
    preview("hand", undefined);
  }

  makeSlider(picture, "Turn by hand");
  tell(null);
  picture.setAttribute("tabindex", "0");
  followPointer(picture, { angle: () => target ?? current, aim, release: look });
  picture.addEventListener("keydown", (event) => {
    const angle = angleByKey(event, target ?? current, WAYS);
    if (angle === undefined) return;
    event.preventDefault();
    aim(angle);
  });

  function look() {
    if (!last) return;
    const { angle, turn, connection } = last;
    if (angle !== null) current = angle;
    if (last.low !== low || last.high !== high) {
      [low, high] = [last.low, last.high];
      limitSlider(picture, low, high);
    }
    const arrived = !turn && !commands.busy && !picture.hasAttribute("data-dragged");
    if (arrived || connection !== "ready") forget();
    if (target !== undefined || (turn && performance.now() - told < QUIET_MS)) return;
    told = performance.now();
    tell(angle);
  }

  function tell(angle) {
    setSlider(picture, current);
    if (angle === null) picture.setAttribute("aria-valuetext", "The angle is not known yet");
  }

  return (live) => {
    last = live;
    look();
  };
}
