/** Centre of the picture and radius of the table, in the units of its view box. */
const CENTRE = 160;
const RADIUS = 76;

/**
 * Follows a pointer that turns the picture: a press beside the table aims at the pointer, and a drag of the table turns it along.
 *
 * @param {SVGSVGElement} picture
 * @param {object} hand
 * @param {() => number} hand.angle Returns the angle in degrees at which a drag begins
 * @param {(angle: number) => void} hand.aim Takes each angle; it may be outside of the table's limits
 * @param {() => void} hand.release Called at the end of a drag
 */
export function followPointer(picture, { angle, aim, release }) {
  let aimed;
  let last;
  // The drag keeps the centre of its start, so that a moving page does not turn the table.
  let toPicture;

  picture.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || !event.isPrimary) return;
    toPicture = picture.getScreenCTM().inverse();
    const { direction, distance } = place(toPicture, event);
    const holdsTable = distance <= RADIUS;
    aimed = holdsTable ? angle() : angleOf(direction);
    last = direction;
    picture.setPointerCapture(event.pointerId);
    picture.toggleAttribute("data-dragged", true);
    if (!holdsTable) aim(aimed);
  });
  picture.addEventListener("pointermove", (event) => {
    if (last === undefined || !event.isPrimary) return;
    const { direction } = place(toPicture, event);
    aimed += wrapped(direction - last);
    last = direction;
    aim(aimed);
  });
  for (const type of ["pointerup", "pointercancel"])
    picture.addEventListener(type, () => {
      last = undefined;
      picture.toggleAttribute("data-dragged", false);
      release();
    });
}

/** Returns the direction of a pointer from the centre, counter-clockwise from the right in degrees, and its distance. */
function place(toPicture, { clientX, clientY }) {
  const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(toPicture);
  const [right, up] = [x - CENTRE, CENTRE - y];
  return { direction: (Math.atan2(up, right) * 180) / Math.PI, distance: Math.hypot(right, up) };
}

/** Returns the angle of a direction. Below the dial, it is the nearer end. */
function angleOf(direction) {
  if (direction >= 0) return direction;
  return direction < -90 ? 180 : 0;
}

/** Returns the shorter way round of a difference between two directions. */
function wrapped(difference) {
  return ((difference + 540) % 360) - 180;
}
