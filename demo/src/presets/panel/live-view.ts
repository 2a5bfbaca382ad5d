import type { Playing, TurntableStatus } from "../../turntable/index.ts";
import { explainLoss } from "./plain-words.ts";

/** A turntable's state in words and numbers, for pages and for their script. */
export interface LiveView {
  readonly connection: TurntableStatus["connection"];
  readonly state: "playing" | "paused" | "idle";
  readonly paused: boolean;
  /** State in words, for screen readers. It does not change while the table only turns. */
  readonly says: string;
  readonly progress: string;
  readonly problem: string;
  /** Degrees, or null if unknown. */
  readonly angle: number | null;
  /** The least and the greatest angle that the table turns to. */
  readonly low: number;
  readonly high: number;
  /** The angle in words. */
  readonly degrees: string;
  /** Clockwise rotation of the picture in degrees; at 0 the laptop faces up the page. */
  readonly rotation: number;
  /** The current turn: rotation of its target in degrees, and degrees a second. The page turns the picture between two states by it. */
  readonly turn: { readonly rotation: number; readonly speed: number } | null;
  /** Text alternative of the picture. */
  readonly picture: string;
  readonly playing: Pick<Playing, "presetId" | "repeat" | "cycle" | "move"> | null;
}

/** Puts a turntable's state into words. */
export function liveView(status: TurntableStatus): LiveView {
  const { connection, angle, settings, turn, playing, problem } = status;
  const rounded = angle === undefined ? null : Math.round(angle * 10) / 10;
  return {
    connection,
    state: playing ? (playing.paused ? "paused" : "playing") : "idle",
    paused: playing?.paused ?? false,
    says: says(status),
    progress: playing ? progress(playing) : "",
    problem: connection === "lost" ? explainLoss(status) : (problem ?? ""),
    angle: rounded,
    low: settings?.low ?? 0,
    high: settings?.high ?? 180,
    degrees: rounded === null ? "–" : `${rounded.toFixed(1)}°`,
    rotation: Math.round((90 - (rounded ?? 90)) * 10) / 10,
    turn: turn ? { rotation: 90 - turn.to, speed: turn.speed } : null,
    picture:
      rounded === null
        ? "The turntable from above; its angle is not known yet"
        : `The turntable from above: the laptop on it is turned to ${Math.round(rounded)}°`,
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

function says({ connection, playing }: TurntableStatus): string {
  if (connection === "connecting") return "Connecting to the turntable…";
  if (connection === "lost")
    return playing ? `Connection lost; “${playing.name}” waits` : "Connection lost; trying again";
  if (!playing) return "Ready";
  return playing.paused ? `Paused: “${playing.name}”` : `Playing “${playing.name}”`;
}

function progress({ repeat, repeats, cycle, move }: Playing): string {
  return `Round ${repeat + 1} of ${repeats} · cycle ${cycle + 1} · move ${move + 1}`;
}
