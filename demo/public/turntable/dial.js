/** Centre of the picture and radius of the table, in the units of its view box. */
const CENTRE = 160;
const RADIUS = 76;
/** Farthest distance in pixels from a finger to the knob that it holds, and of a finger's way during a tap. */
const REACH = 24;
const TAP = 10;

/**
 * Follows a pointer that turns the picture: a press beside the table aims at the pointer, and a drag of the table turns it along. Fingers
 * drag only the table and its knob. Elsewhere a tap aims, and a swipe scrolls the page.
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
  let tap;
  // The drag keeps the centre of its start, so that a moving page does not turn the table.
  let toPicture;

  // Unlike `touch-action`, this scrolls or not by the place of the finger in all browsers.
  picture.addEventListener(
    "touchstart",
    (event) => {
      if (event.touches.length === 1 && isHeld(picture, event.touches[0])) event.preventDefault();
    },
    { passive: false },
  );
  picture.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || !event.isPrimary) return;
    toPicture = picture.getScreenCTM().inverse();
    tap = undefined;
    const { direction, distance } = place(toPicture, event);
    const isFinger = event.pointerType === "touch";
    if (isFinger && !isHeld(picture, event)) {
      tap = event;
      return;
    }
    const holdsTable = isFinger || distance <= RADIUS;
    aimed = holdsTable ? angle() : angleOf(direction);
    last = direction;
    picture.setPointerCapture(event.pointerId);
    picture.toggleAttribute("data-dragged", true);
    if (!holdsTable) aim(aimed);
  });
  picture.addEventListener("pointermove", (event) => {
    if (!event.isPrimary) return;
    if (tap && Math.hypot(event.clientX - tap.clientX, event.clientY - tap.clientY) > TAP) tap = undefined;
    if (last === undefined) return;
    const { direction } = place(toPicture, event);
    aimed += wrapped(direction - last);
    last = direction;
    aim(aimed);
  });
  for (const type of ["pointerup", "pointercancel"])
    picture.addEventListener(type, (event) => {
      // A second finger does not end the drag of the first.
      if (!event.isPrimary) return;
      if (tap && type === "pointerup") aim(angleOf(place(toPicture, tap).direction));
      tap = undefined;
      last = undefined;
      picture.toggleAttribute("data-dragged", false);
      release();
    });
}

/** Returns true if a finger holds the table or its knob. */
function isHeld(picture, touch) {
  const knob = picture.querySelector(".room-knob").getBoundingClientRect();
  const [right, down] = [touch.clientX - knob.x - knob.width / 2, touch.clientY - knob.y - knob.height / 2];
  return (
    Math.hypot(right, down) <= REACH || place(picture.getScreenCTM().inverse(), touch).distance <= RADIUS
  );
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
