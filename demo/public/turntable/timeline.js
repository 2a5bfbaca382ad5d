import { followForm } from "../follow-form.js";

/** Milliseconds from the last change to the update of the plot. */
const SETTLE_MS = 250;
/** Milliseconds between two updates of the playhead. */
const TICK_MS = 100;

/**
 * Asks the server for a new plot after each change of the form.
 *
 * @param {Element} panel
 * @param {HTMLFormElement | null} form
 * @param {(draw: () => void) => void} redraw Runs what replaces the plot
 */
export function followPreset(panel, form, redraw) {
  const plot = panel.querySelector("[data-plot]");
  const note = panel.querySelector("[data-plot-note]");
  if (!form || !plot) return;
  followForm(form, {
    url: "/presets/timeline",
    settle: SETTLE_MS,
    read: async (response) => (response?.status === 200 ? response.text() : undefined),
    show(drawn) {
      plot.toggleAttribute("data-old", drawn === undefined);
      note.hidden = drawn !== undefined;
      if (drawn === undefined) return;
      const page = new DOMParser().parseFromString(drawn, "text/html");
      redraw(() => plot.replaceChildren(...page.body.childNodes));
    },
  });
}

/**
 * Marks the panel while the form differs from the saved preset, which Play plays.
 *
 * @param {HTMLElement} panel The server has marked it if the page shows an unsaved form
 * @param {HTMLFormElement | null} form
 */
export function markEdits(panel, form) {
  if (!form || "edited" in panel.dataset) return;
  const read = () => String(new URLSearchParams(new FormData(form)));
  const saved = read();
  const mark = () => panel.toggleAttribute("data-edited", read() !== saved);
  for (const type of ["input", "change"]) form.addEventListener(type, mark);
  // Adding, removing and moving items fires no event of a control.
  new MutationObserver(mark).observe(form, { childList: true, subtree: true });
}

/**
 * Shows the progress of playing in the plot: on the line of the current move, at the height of the table's angle.
 *
 * @param {HTMLElement} panel
 * @returns {(live: object) => void} shows a state
 */
export function playhead(panel) {
  let live;
  let key = "";
  let arrived;

  function show() {
    const { playing, angle, state } = live;
    const mark = panel.querySelector("[data-now]");
    const isShown = playing && String(playing.presetId) === panel.dataset.presetPage;
    const leg = isShown && panel.querySelector(`[data-leg="${playing.cycle}.${playing.move}"]`);
    mark?.toggleAttribute("hidden", !leg);
    if (!mark || !leg || angle === null || state === "paused") return;

    const names = ["start", "turned", "end", "from", "to"];
    const [start, turned, end, from, to] = names.map((name) => Number(leg.dataset[name]));
    const now = `${playing.repeat}.${playing.cycle}.${playing.move}`;
    if (now !== key) [key, arrived] = [now, undefined];
    const left = Math.abs(to - angle);
    if (left < 1) arrived ??= performance.now();
    const distance = Math.max(Math.abs(to - from), left);
    const at =
      arrived === undefined
        ? turned - (turned - start) * (left / distance)
        : Math.min(turned + (performance.now() - arrived) / 1000, end);
    place(mark, (at / Number(leg.closest("[data-timeline]").dataset.seconds)) * 100, 100 - angle / 1.8);
  }

  // During a dwell the server sends no states, but the playhead has to move on.
  setInterval(() => live?.state === "playing" && show(), TICK_MS);
  return (state) => {
    live = state;
    show();
  };
}

function place(mark, x, y) {
  const [line, dot] = mark.children;
  for (const name of ["x1", "x2"]) line.setAttribute(name, `${x}%`);
  dot.setAttribute("cx", `${x}%`);
  dot.setAttribute("cy", `${y}%`);
}
