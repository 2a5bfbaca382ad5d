/**
 * Makes pages with the turntable live: the picture turns with the table and turns it by hand, buttons work without leaving the page, and
 * the plot and the form of a preset follow each other. Without this script, buttons and slider post, and the picture shows the state at
 * loading time.
 */
import { followAngleFields } from "./turntable/angle-fields.js";
import { sendCommands } from "./turntable/commands.js";
import { drawLive } from "./turntable/draw.js";
import { foldPanel } from "./turntable/fold.js";
import { prepareGhost } from "./turntable/ghost.js";
import { turnByHand } from "./turntable/hand.js";
import { listen } from "./turntable/listen.js";
import { dragPoints } from "./turntable/plot-points.js";
import { followPreset, markEdits, playhead } from "./turntable/timeline.js";

const panel = document.querySelector("[data-turntable]");
if (panel) {
  const preset = document.querySelector("#preset");
  const preview = prepareGhost(panel);
  const draw = drawLive(panel);
  const showNow = playhead(panel);
  const hand = turnByHand(panel, preview);
  const fields = followAngleFields(preset, preview);
  listen("/turntable/events", {
    show(live) {
      draw(live);
      showNow(live);
      hand(live);
      fields(live);
    },
    silent: () => draw(undefined),
  });
  foldPanel(panel);
  sendCommands(panel);
  markEdits(panel, preset);
  followPreset(panel, preset, dragPoints(panel, preset, preview));
}
