import type { Turn } from "../turntable.ts";
import type { Reply, State } from "./reply.ts";

/** Kind of a command line. The firmware refuses `other`. */
export type CommandKind = "angle" | "move" | "stop" | "state" | "version" | "setting" | "other";

/** Returns the kind of a line by its form. The firmware checks its values. */
export function commandKind(line: string): CommandKind {
  if (/^\d{1,3}$/.test(line)) return "angle";
  if (line.startsWith("M")) return "move";
  if (line === "!") return "stop";
  if (line === "?") return "state";
  if (/^[SALR]/.test(line)) return "setting";
  return line === "V" ? "version" : "other";
}

/** Returns true if a line would move the table. */
export function moves(line: string): boolean {
  const kind = commandKind(line);
  return kind === "angle" || kind === "move";
}

/** Returns true if a line is an angle or a move within the protocol's limits. If the firmware refuses it, it did not arrive as it was sent. */
export function isValidMove(line: string): boolean {
  if (commandKind(line) === "angle") return Number(line) <= 180;
  const [, id, angle, speed = "1"] = /^M(\d+):(\d+(?:\.\d{1,2})?)(?:@(\d+(?:\.\d{1,2})?))?$/.exec(line) ?? [];
  return Number(id) <= 65_535 && Number(angle) <= 180 && Number(speed) >= 1 && Number(speed) <= 360;
}

/** Returns true if the reply confirms the line. Refusals are `Error: …`, then `OK: Good to go`. */
export function confirms(line: string, reply: Reply): boolean {
  switch (reply.kind) {
    case "ack":
      return readMove(line)?.id === reply.id;
    case "input":
      return commandKind(line) === "angle";
    case "stop":
    case "state":
      return commandKind(line) === reply.kind;
    case "settings":
      return commandKind(line) === "setting";
    case "banner":
      return commandKind(line) === "version";
    default:
      return false;
  }
}

/**
 * Reconstructs the lost reply to a line from a later state.
 *
 *     confirmationIn(state, "M7:90") // → "Ack: 7", if the state has id=7 and target=90.00
 *
 * @returns the reply, or undefined if the firmware did not obey the line
 */
export function confirmationIn(state: State, line: string): string | undefined {
  switch (commandKind(line)) {
    case "angle": {
      const goesThere = state.target === Number(line) && state.moving !== 2;
      return goesThere ? `Input angle: ${Number(line)}` : undefined;
    }
    case "move": {
      const move = readMove(line);
      return move && state.id === move.id && state.target === move.angle ? `Ack: ${move.id}` : undefined;
    }
    case "stop":
      return state.moving === 0 ? `Stop: ${state.position.toFixed(2)}` : undefined;
    default:
      return undefined;
  }
}

/**
 * Reconstructs the lost line at the end of a move.
 *
 * @param line The line that began the move
 * @param state A state after its end
 * @returns the firmware's line for this end
 */
export function endingIn(state: State, line: string): string {
  const move = readMove(line);
  if (!move) return "OK: Good to go";
  const done = state.id === move.id && state.position === move.angle;
  return `${done ? "Done" : "Cut"}: ${move.id} ${state.position.toFixed(2)}`;
}

/** Returns true if the reply ends the move of the line. */
export function ends(line: string, reply: Reply): boolean {
  const move = readMove(line);
  return move ? reply.kind === "end" && reply.id === move.id : reply.kind === "ok";
}

/** Speed of the firmware for lines without a speed, in degrees a second. */
const defaultSpeed = 33.33;

/** Returns the turn of a line that moves the table. */
export function turnOf(line: string): Turn {
  const [, angle, speed] = /^(?:M\d+:)?([\d.]+)(?:@([\d.]+))?$/.exec(line) ?? [];
  return { to: Number(angle), speed: Number(speed ?? defaultSpeed) };
}

/** Returns true if the reply ends the move of the line at another angle: noise can change the angle of a line. */
export function missesTarget(line: string, reply: Reply): boolean {
  const move = readMove(line);
  return move !== undefined && reply.kind === "end" && reply.position !== move.angle;
}

function readMove(line: string): { id: number; angle: number } | undefined {
  const [, id, angle] = /^M(\d+):([\d.]+)/.exec(line) ?? [];
  return id === undefined ? undefined : { id: Number(id), angle: Number(angle) };
}
