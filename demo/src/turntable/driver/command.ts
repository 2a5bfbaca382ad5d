import type { Reply, State } from "./reply.ts";

/** What a line asks of the firmware; `other` is refused by it. */
export type CommandKind = "angle" | "move" | "stop" | "state" | "version" | "other";

/** @returns what a line asks, by its form: the firmware checks its values */
export function commandKind(line: string): CommandKind {
  if (/^\d{1,3}$/.test(line)) return "angle";
  if (line.startsWith("M")) return "move";
  if (line === "!") return "stop";
  if (line === "?") return "state";
  return line === "V" ? "version" : "other";
}

/** @returns whether a line would move the table */
export function moves(line: string): boolean {
  const kind = commandKind(line);
  return kind === "angle" || kind === "move";
}

/** @returns whether a reply says that a line was obeyed; refusals are `Error: …` and `OK: Good to go` */
export function confirms(line: string, reply: Reply): boolean {
  switch (reply.kind) {
    case "ack":
      return readMove(line)?.id === reply.id;
    case "input":
      return commandKind(line) === "angle";
    case "stop":
    case "state":
      return commandKind(line) === reply.kind;
    case "banner":
      return commandKind(line) === "version";
    default:
      return false;
  }
}

/**
 * Says from a state what a line was answered whose reply was lost.
 *
 *     confirmationIn(state, "M7:90") // → "Ack: 7", where the state has id=7 and target=90.00
 *
 * @returns the reply, or undefined where the line was not obeyed
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
 * Says how a move ended whose end was not heard.
 *
 * @param line The line that began it
 * @param state A state after its end
 * @returns what the firmware says at its end
 */
export function endingIn(state: State, line: string): string {
  const move = readMove(line);
  if (!move) return "OK: Good to go";
  const done = state.id === move.id && state.position === move.angle;
  return `${done ? "Done" : "Cut"}: ${move.id} ${state.position.toFixed(2)}`;
}

/** @returns whether a reply says that the move of a line has ended */
export function ends(line: string, reply: Reply): boolean {
  const move = readMove(line);
  return move ? reply.kind === "end" && reply.id === move.id : reply.kind === "ok";
}

function readMove(line: string): { id: number; angle: number } | undefined {
  const [, id, angle] = /^M(\d+):([\d.]+)/.exec(line) ?? [];
  return id === undefined ? undefined : { id: Number(id), angle: Number(angle) };
}
