import { turnSmoothly } from "./motion.js";

/** Least milliseconds between changes of the picture with reduced motion. */
const REDUCED_MS = 1000;

/**
 * Prepares the panel for showing the turntable's states.
 *
 * @param {Element} panel
 * @returns {(live: object | undefined) => void} draws a state; undefined means that the server can't be reached
 */
export function drawLive(panel) {
  const reducedMotion = matchMedia("(prefers-reduced-motion: reduce)");
  const turning = panel.querySelector("[data-turning]");
  const rotate = (rotation) => turning.setAttribute("transform", `rotate(${rotation} 160 160)`);
  const turn = turnSmoothly(rotate);
  const turnRarely = atMostEvery(REDUCED_MS, ({ rotation }) => rotate(rotation));

  return (live) => {
    if (!live) {
      panel.dataset.connection = "unheard";
      write(panel, "says", "The demo can’t be reached; trying again…");
      return;
    }
    panel.dataset.connection = live.connection;
    panel.dataset.state = live.state;
    for (const name of ["degrees", "says", "progress", "problem"]) write(panel, name, live[name]);
    showButtons(panel, live);
    markPlaying(live);
    if (reducedMotion.matches) turnRarely(live);
    else turn(live);
  };
}

/** Writes a text only if it differs, so that screen readers don't repeat it. */
function write(panel, name, text) {
  const element = panel.querySelector(`[data-live="${name}"]`);
  if (element.textContent !== text) element.textContent = text;
}

/** Updates the button for pause and resume. A single button keeps the focus. */
function showButtons(panel, { state }) {
  const form = panel.querySelector("[data-pause]");
  form.setAttribute("action", state === "paused" ? "/turntable/resume" : "/turntable/pause");
  const label = form.querySelector("[data-pause-label]");
  const text = state === "paused" ? "Resume" : "Pause";
  if (label.textContent !== text) label.textContent = text;
  const button = form.querySelector("button");
  if (state === "idle") button.setAttribute("aria-disabled", "true");
  else button.removeAttribute("aria-disabled");
}

/** Marks the current preset in the list. */
function markPlaying({ playing }) {
  for (const line of document.querySelectorAll("[data-preset]"))
    line.toggleAttribute("data-playing", line.dataset.preset === String(playing?.presetId));
}

/** Returns a function that calls `act` at once and then at most every `ms`, always with the latest value. */
function atMostEvery(ms, act) {
  let last;
  let timer;
  function run() {
    timer = undefined;
    if (last === undefined) return;
    act(last);
    last = undefined;
    timer = setTimeout(run, ms);
  }
  return (value) => {
    last = value;
    if (timer === undefined) run();
  };
}
