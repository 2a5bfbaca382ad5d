import type { Preset } from "./preset.ts";
import { formatDuration, timeline, type Leg } from "./timeline.ts";

/** Possible distances between the marks of the time axis, in seconds. */
const STEPS = [0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600, 7200, 14_400];
const MOST_MARKS = 5;
/** Most moves drawn with dots. */
const MOST_DOTS = 40;

/** Data of the view `timeline`, a plot of angle over time. Positions are percentages of the plot. */
export interface TimelinePlot {
  /** Length of the round in seconds, which is the width of the path's coordinates. */
  readonly width: number;
  readonly path: string;
  readonly summary: string;
  readonly cycles: readonly { x: number; width: number; label: string | undefined }[];
  readonly marks: readonly { x: number; label: string; anchor: "start" | "middle" | "end" }[];
  readonly dots: readonly (Leg & { x: number; y: number; title: string })[];
  readonly many: boolean;
}

/**
 * Plots one round of a preset.
 *
 * @param acceleration Degrees a second squared. Default: that of a new board
 */
export function timelinePlot(preset: Preset, acceleration?: number): TimelinePlot {
  const { legs, seconds, total } = timeline(preset, acceleration);
  const width = round(Math.max(seconds, 0.1));
  const x = (at: number): number => round((at / width) * 100);
  const steps = legs.map((leg) => `L${round(leg.turned)} ${height(leg.to)}H${round(leg.end)}`);
  return {
    width,
    path: `M0 ${height(legs[0]?.from ?? 0)}${steps.join("")}`,
    summary: summary(preset, legs.length, seconds, total),
    cycles: preset.cycles.map((_, index) => band(legs, index, x)),
    marks: marks(width, x),
    dots: legs.map((leg) => ({
      ...leg,
      x: x(leg.turned),
      y: round((height(leg.to) / 180) * 100),
      title: `Cycle ${leg.cycle + 1}, move ${leg.move + 1}: ${leg.to}° after ${formatDuration(leg.turned)}`,
    })),
    many: legs.length > MOST_DOTS,
  };
}

function band(
  legs: readonly Leg[],
  index: number,
  x: (at: number) => number,
): TimelinePlot["cycles"][number] {
  const inCycle = legs.filter(({ cycle }) => cycle === index);
  const [start, end] = [x(inCycle[0]?.start ?? 0), x(inCycle.at(-1)?.end ?? 0)];
  const width = round(end - start);
  return { x: start, width, label: width >= 18 ? `Cycle ${index + 1}` : undefined };
}

function marks(width: number, x: (at: number) => number): TimelinePlot["marks"] {
  const step = STEPS.find((candidate) => width / candidate <= MOST_MARKS) ?? width / MOST_MARKS;
  const count = Math.floor(width / step) + 1;
  return Array.from({ length: count }, (_, index) => {
    const at = x(index * step);
    const anchor = index === 0 ? "start" : at > 94 ? "end" : "middle";
    return { x: at, label: formatDuration(index * step), anchor };
  });
}

function summary({ cycles, repeats }: Preset, moves: number, seconds: number, total: number): string {
  const what = `${count(moves, "move")} in ${count(cycles.length, "cycle")}`;
  const one = formatDuration(seconds);
  return repeats === 1
    ? `${what}, ${one}`
    : `${what}, ${one} a round, ${repeats} rounds: ${formatDuration(total)}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/** Returns the distance from the top of the plot, which is 180 high. */
function height(angle: number): number {
  return round(180 - angle);
}

function round(number: number): number {
  return Math.round(number * 1000) / 1000;
}
