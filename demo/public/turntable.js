/**
 * Makes pages with the turntable live: the picture turns with the table, buttons and slider work without leaving the page, and
 * the plot follows the form. Without this script, buttons and slider post, and the picture shows the state at loading time.
 */
import { sendCommands } from "./turntable/commands.js";
import { drawLive } from "./turntable/draw.js";
import { listen } from "./turntable/listen.js";
import { turnByHand } from "./turntable/slider.js";
import { followPreset, playhead } from "./turntable/timeline.js";

const panel = document.querySelector("[data-turntable]");
if (panel) {
  const draw = drawLive(panel);
  const showNow = playhead(panel);
  const slider = turnByHand(panel);
  listen("/turntable/events", {
    show(live) {
      draw(live);
      showNow(live);
      slider.show(live);
    },
    silent: () => draw(undefined),
  });
  sendCommands(panel);
  followPreset(panel);
}
