import type { TableSettings } from "../turntable.ts";

/** State reported by the firmware. Positions are in degrees. */
export interface State {
  readonly kind: "state";
  readonly position: number;
  readonly target: number;
  /** 0: rests, 1: turns after an angle line, 2: turns after an M line. */
  readonly moving: number;
  /** Id of the last obeyed M line. */
  readonly id: number;
  /** Replies and lines lost by the firmware since its start. */
  readonly lost: number;
}

/** A parsed line from the firmware. */
export type Reply =
  | State
  | { readonly kind: "banner"; readonly protocol: number }
  | { readonly kind: "stop"; readonly position: number }
  | { readonly kind: "ack"; readonly id: number }
  | { readonly kind: "end"; readonly done: boolean; readonly id: number; readonly position: number }
  | { readonly kind: "input"; readonly angle: number }
  | { readonly kind: "settings"; readonly settings: TableSettings }
  | { readonly kind: "ok" }
  | { readonly kind: "error" }
  | { readonly kind: "unknown" };

const numbers = /\d+(?:\.\d+)?/g;
const patterns = [
  [/^State: pos=\d+\.\d\d target=\d+\.\d\d moving=\d id=\d+ lost=\d+$/, readState],
  [/^Turntable: \d+$/, ([protocol = 0]) => ({ kind: "banner", protocol })],
  [/^Stop: \d+\.\d\d$/, ([position = 0]) => ({ kind: "stop", position })],
  [/^Ack: \d+$/, ([id = 0]) => ({ kind: "ack", id })],
  [/^Done: \d+ \d+\.\d\d$/, ([id = 0, position = 0]) => ({ kind: "end", done: true, id, position })],
  [/^Cut: \d+ \d+\.\d\d$/, ([id = 0, position = 0]) => ({ kind: "end", done: false, id, position })],
  [/^Input angle: \d+$/, ([angle = 0]) => ({ kind: "input", angle })],
  [/^Settings: low=\d+\.\d\d high=\d+\.\d\d acceleration=\d+ reverse=[01]$/, readSettings],
  [/^OK: Good to go$/, () => ({ kind: "ok" })],
  [/^Error: /, () => ({ kind: "error" })],
] satisfies readonly (readonly [RegExp, (numbers: readonly number[]) => Reply])[];

/**
 * Parses a line from the firmware.
 *
 *     parseReply("Done: 7 90.00") // → { kind: "end", done: true, id: 7, position: 90 }
 *
 * @returns the reply; its kind is `unknown` for noise, for example at a restart
 */
export function parseReply(line: string): Reply {
  for (const [pattern, read] of patterns) {
    if (pattern.test(line)) return read((line.match(numbers) ?? []).map(Number));
  }
  return { kind: "unknown" };
}

function readState([position = 0, target = 0, moving = 0, id = 0, lost = 0]: readonly number[]): State {
  return { kind: "state", position, target, moving, id, lost };
}

function readSettings([low = 0, high = 0, acceleration = 0, reverse = 0]: readonly number[]): Reply {
  return { kind: "settings", settings: { low, high, acceleration, reverse: reverse === 1 } };
}
