/**
 * Prepares the ghost, the outline of a laptop that previews an angle in the picture.
 *
 * @param {Element} panel
 * @returns {(who: string, angle: number | undefined) => void} previews an angle for one part of the page; undefined ends its preview. The
 *   newest preview is drawn.
 */
export function prepareGhost(panel) {
  const ghost = panel.querySelector("[data-ghost]");
  const previews = new Map();
  return (who, angle) => {
    previews.delete(who);
    if (angle !== undefined) previews.set(who, angle);
    const newest = [...previews.values()].at(-1);
    ghost.toggleAttribute("hidden", newest === undefined);
    if (newest !== undefined) ghost.setAttribute("transform", `rotate(${90 - newest} 160 160)`);
  };
}
