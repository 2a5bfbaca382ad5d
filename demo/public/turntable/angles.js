/** Least and greatest angle of the table in degrees. */
const LEAST = 0;
export const MOST = 180;
/** Degrees of one key press, and of one with Shift. */
const STEP = 1;
const LARGE_STEP = 10;

/** Limits an angle to those of the table, in whole degrees. */
export function toAngle(number) {
  return Math.round(Math.min(MOST, Math.max(LEAST, number)));
}

/**
 * Returns the new angle after a key.
 *
 * @param {KeyboardEvent} event
 * @param {number} angle The current one
 * @param {Record<string, number>} ways Keys with the sign of their step
 * @returns {number | undefined} undefined for other keys
 */
export function angleByKey({ key, shiftKey, altKey, ctrlKey, metaKey }, angle, ways) {
  if (altKey || ctrlKey || metaKey) return undefined;
  if (key === "Home") return LEAST;
  if (key === "End") return MOST;
  if (key === "PageUp" || key === "PageDown")
    return toAngle(angle + (key === "PageUp" ? LARGE_STEP : -LARGE_STEP));
  const way = ways[key];
  return way && toAngle(Math.round(angle) + way * (shiftKey ? LARGE_STEP : STEP));
}

/** Gives an element the role of a slider over the table's angles. */
export function makeSlider(element, name) {
  element.setAttribute("role", "slider");
  element.setAttribute("aria-label", name);
  limitSlider(element, LEAST, MOST);
}

/** Sets the least and the greatest value of a slider. */
export function limitSlider(element, low, high) {
  element.setAttribute("aria-valuemin", low);
  element.setAttribute("aria-valuemax", high);
}

/** Sets the value of a slider, in numbers and in words. */
export function setSlider(element, angle) {
  element.setAttribute("aria-valuenow", toAngle(angle));
  element.setAttribute("aria-valuetext", `${toAngle(angle)}°`);
}
