import { angleByKey, makeSlider, MOST, setSlider, toAngle } from "./angles.js";
import { enter } from "./angle-fields.js";

const WAYS = { ArrowUp: 1, ArrowDown: -1 };
/** Farthest distance in pixels from a press to the point that it takes. */
const REACH = 24;

/**
 * Makes the points of the plot sliders that edit the angles in the form, by pointer and by keys. One point at a time is a Tab stop.
 *
 * @param {Element} panel
 * @param {HTMLFormElement | null} form
 * @param {(who: string, angle: number | undefined) => void} preview
 * @returns {(draw: () => void) => void} runs a function that replaces the plot, and keeps the focus on its point
 */
export function dragPoints(panel, form, preview) {
  const plot = panel.querySelector("[data-plot]");
  if (!plot || !form) return (draw) => draw();
  let stop = "0.0";
  // The drag keeps the place of its start, so that a moving page does not change the angle.
  let dragged;
  /** Fields with the values that drags and keys have replaced, for Ctrl+Z. */
  const replaced = [];

  function prepare() {
    const points = pointsOf(plot);
    // Sliders can't be in a picture.
    if (points.length > 0) plot.querySelector(".timeline-plot").setAttribute("role", "group");
    if (!points.some(({ dataset }) => dataset.leg === stop)) stop = points[0]?.dataset.leg;
    for (const point of points) {
      const [cycle, move] = legOf(point);
      makeSlider(point, `Angle of move ${move + 1} in cycle ${cycle + 1}`);
      point.setAttribute("aria-orientation", "vertical");
      setSlider(point, Number(point.dataset.to));
      point.setAttribute("tabindex", point.dataset.leg === stop ? "0" : "-1");
    }
  }

  function set(leg, angle) {
    const point = plot.querySelector(`[data-leg="${leg}"]`);
    const field = fieldOf(form, leg);
    if (!point || !field) return;
    lift(plot, point, angle);
    preview("plot", angle);
    enter(field, String(angle));
  }

  /** Moves the Tab stop to another point, and the focus with it. */
  function go(point) {
    stop = point.dataset.leg;
    prepare();
    point.focus();
  }

  /** Keeps the value of a point's field, which is going to be replaced. */
  function keep(leg) {
    const field = fieldOf(form, leg);
    if (field) replaced.push([field, field.value]);
  }

  /** Brings the value before the last drag or key back, and ends the drag. Returns false if there is none. */
  function undo() {
    dragged = undefined;
    preview("plot", undefined);
    const [field, value] = replaced.pop() ?? [];
    if (!field?.isConnected) return false;
    enter(field, value);
    return true;
  }

  prepare();

  plot.addEventListener("keydown", (event) => {
    const point = event.target.closest("[data-leg]");
    if (!point) return;
    if ((event.key === "Escape" && dragged) || isUndo(event)) {
      if (undo()) event.preventDefault();
      return;
    }
    const way = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const points = pointsOf(plot);
    const neighbour = way && points[points.indexOf(point) + way];
    const angle = angleByKey(event, Number(point.dataset.to), WAYS);
    if (way === undefined && angle === undefined) return;
    event.preventDefault();
    if (neighbour) go(neighbour);
    else if (angle !== undefined) {
      keep(point.dataset.leg);
      set(point.dataset.leg, angle);
    }
  });
  plot.addEventListener("focusout", () => preview("plot", undefined));

  plot.addEventListener("pointerdown", (event) => {
    const point = event.button === 0 && nearest(plot, event);
    if (!point) return;
    event.preventDefault();
    dragged = { leg: point.dataset.leg, plot: plot.querySelector(".timeline-plot").getBoundingClientRect() };
    keep(dragged.leg);
    plot.setPointerCapture(event.pointerId);
    go(point);
  });
  plot.addEventListener("pointermove", ({ clientY }) => {
    if (dragged === undefined) return;
    const { top, height } = dragged.plot;
    set(dragged.leg, toAngle(MOST * (1 - (clientY - top) / height)));
  });
  for (const type of ["pointerup", "pointercancel"])
    plot.addEventListener(type, () => {
      // A press without a drag leaves nothing to undo.
      if (dragged && replaced.at(-1)?.[0].value === replaced.at(-1)?.[1]) replaced.pop();
      dragged = undefined;
      preview("plot", undefined);
    });

  return (draw) => {
    const focused = plot.querySelector(":focus")?.dataset.leg;
    draw();
    prepare();
    if (focused) plot.querySelector(`[data-leg="${focused}"]`)?.focus();
  };
}

function isUndo({ key, ctrlKey, metaKey, altKey, shiftKey }) {
  return key.toLowerCase() === "z" && ctrlKey !== metaKey && !altKey && !shiftKey;
}

function pointsOf(plot) {
  // A plot of many moves has no room for points.
  return [...plot.querySelectorAll(".timeline:not(.timeline-many) [data-leg]")];
}

function legOf({ dataset }) {
  return dataset.leg.split(".").map(Number);
}

/** Returns the angle field of a move. */
function fieldOf(form, leg) {
  const [cycle, move] = leg.split(".").map(Number);
  const item = form.querySelectorAll("#preset-cycles > ol > [data-tf-item]")[cycle];
  return item?.querySelectorAll("[data-tf-item] input[name=angle]")[move];
}

/** Returns the point nearest to a press, if it is within reach. */
function nearest(plot, { clientX, clientY }) {
  const distances = pointsOf(plot).map((point) => {
    const { x, y, width, height } = point.getBoundingClientRect();
    return { point, distance: Math.hypot(x + width / 2 - clientX, y + height / 2 - clientY) };
  });
  const [first] = distances.toSorted((a, b) => a.distance - b.distance);
  return first && first.distance <= REACH ? first.point : undefined;
}

/** Draws a point and its part of the line at an angle, until the server has drawn the new plot. */
function lift(plot, point, angle) {
  point.dataset.to = angle;
  point.setAttribute("cy", `${(1 - angle / MOST) * 100}%`);
  setSlider(point, angle);
  const line = plot.querySelector(".timeline-line");
  const index = pointsOf(plot).indexOf(point);
  const parts = line.getAttribute("d").split("L");
  parts[index + 1] = parts[index + 1].replace(/ [\d.]+/, ` ${MOST - angle}`);
  line.setAttribute("d", parts.join("L"));
}
