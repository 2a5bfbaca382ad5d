import type { Playing, TurntableStatus } from "../../turntable/index.ts";

/** A turntable's state in words and numbers, as pages show it and as it is sent to their script. */
export interface LiveView {
  readonly line: TurntableStatus["line"];
  readonly state: "playing" | "paused" | "idle";
  readonly paused: boolean;
  /** What is read out when it changes: nothing in it changes while the table just turns. */
  readonly says: string;
  /** How far a preset has got. */
  readonly progress: string;
  readonly problem: string;
  /** Degrees, or null before anything is known. */
  readonly angle: number | null;
  /** The same in words. */
  readonly degrees: string;
  /** How far the picture of the laptop, which looks up the page, is turned clockwise. */
  readonly rotation: number;
  /** What the picture shows. */
  readonly picture: string;
  readonly playing: Pick<Playing, "presetId" | "repeat" | "cycle" | "move"> | null;
}

/**
 * Puts a turntable's state into words.
 *
 * @param status What is known of it
 */
export function liveView(status: TurntableStatus): LiveView {
  const { line, angle, playing, problem } = status;
  const known = angle === undefined ? null : Math.round(angle * 10) / 10;
  return {
    line,
    state: playing ? (playing.paused ? "paused" : "playing") : "idle",
    paused: playing?.paused ?? false,
    says: says(status),
    progress: playing ? progress(playing) : "",
    problem: problem ?? "",
    angle: known,
    degrees: known === null ? "unknown" : `${known.toFixed(1)}°`,
    rotation: Math.round((90 - (known ?? 90)) * 10) / 10,
    picture:
      known === null
        ? "The turntable from above; its angle is not known yet"
        : `The turntable from above: the laptop on it is turned to ${Math.round(known)}°`,
    playing: playing
      ? {
          presetId: playing.presetId,
          repeat: playing.repeat,
          cycle: playing.cycle,
          move: playing.move,
        }
      : null,
  };
}

function says({ line, playing }: TurntableStatus): string {
  if (line === "connecting") return "Connecting to the turntable…";
  if (line === "lost")
    return playing ? `Line lost; “${playing.name}” waits` : "Line lost; trying to connect again";
  if (!playing) return "Ready";
  return playing.paused ? `Paused: “${playing.name}”` : `Playing “${playing.name}”`;
}

function progress({ repeat, repeats, cycle, move }: Playing): string {
  return `Round ${repeat + 1} of ${repeats} · cycle ${cycle + 1} · move ${move + 1}`;
}
