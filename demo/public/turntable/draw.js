/** How often the picture changes for people who want little motion, and its description for all, in milliseconds. */
const CALM_MS = 1000;

/**
 * Draws the states of the turntable into its panel.
 *
 * @param {Element} panel
 * @returns {(live: object | undefined) => void} what draws a state; nothing, where the server can't be heard
 */
export function drawLive(panel) {
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const picture = panel.querySelector("[data-picture]");
  const turning = panel.querySelector("[data-turning]");
  const describe = atMostEvery(CALM_MS, ({ picture: text }) => picture.setAttribute("aria-label", text));
  const turn = ({ rotation }) => turning.setAttribute("transform", `rotate(${rotation} 160 160)`);
  const turnCalmly = atMostEvery(CALM_MS, turn);

  return (live) => {
    if (!live) {
      panel.dataset.line = "unheard";
      write(panel, "says", "The demo can’t be reached; trying again…");
      return;
    }
    panel.dataset.line = live.line;
    panel.dataset.state = live.state;
    for (const name of ["degrees", "says", "progress", "problem"]) write(panel, name, live[name]);
    showButtons(panel, live);
    markPlaying(live);
    describe(live);
    if (calm.matches) turnCalmly(live);
    else turn(live);
  };
}

/** Writes a text where it differs, so that nothing is read out twice. */
function write(panel, name, text) {
  const element = panel.querySelector(`[data-live="${name}"]`);
  if (element.textContent !== text) element.textContent = text;
}

/** Pause and resume are one button, so that the focus stays where it is. */
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

/** Marks the line of the preset that is played. */
function markPlaying({ playing }) {
  for (const line of document.querySelectorAll("[data-preset]"))
    line.toggleAttribute("data-playing", line.dataset.preset === String(playing?.presetId));
}

/** Does something now and at most so often; the last call is never lost. */
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
