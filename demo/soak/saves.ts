import { randomUUID } from "node:crypto";
import { type Control, destructure } from "@turnform/schema";
import type { Preset } from "../src/presets/index.ts";
import type { Answer, Client } from "./client.ts";
import type { Ledger } from "./ledger.ts";

/** Approximate number of presets in the database. */
const SOME = 30;
/** Id of a new database's first preset. Random saves leave it unchanged. */
export const EXAMPLE = 1;
let count = 0;

export function newPreset(what = "Soak"): Preset {
  count += 1;
  const moves = 1 + Math.floor(Math.random() ** 3 * 50);
  const cycle = Array.from({ length: moves }, (_, at) => ({ angle: at, speed: 90.5, dwell: count % 60_000 }));
  return { name: `${what} ${count} Ř<&>"`, repeats: 1 + (count % 99), cycles: [cycle, cycle.slice(0, 1)] };
}

/**
 * Returns the body that a browser posts for a preset.
 *
 * @param version The edited version; undefined for a new preset
 */
export function bodyOf({ name, repeats, cycles }: Preset, version?: number): string {
  const moves = cycles.map((cycle) =>
    cycle.map((move) => ({
      angle: String(move.angle),
      speed: String(move.speed),
      dwell: String(move.dwell),
    })),
  );
  return encode([
    ["__formid__", "preset"],
    ["__once__", randomUUID()],
    ...(version === undefined ? [] : [["version", String(version)] as const]),
    ...destructure({ name, repeats: String(repeats), cycles: moves }),
    ["save", "save"],
  ]);
}

/** Encodes the text controls as a urlencoded body. */
export function encode(controls: readonly Control[]): string {
  const body = new URLSearchParams();
  for (const [name, value] of controls) if (typeof value === "string") body.append(name, value);
  return String(body);
}

/**
 * Adds, changes or deletes a random preset, and records the outcome in the ledger.
 *
 * @throws {Error} if no answer comes
 */
export async function saveSomething(client: Client, ledger: Ledger): Promise<Answer> {
  let answer: Answer | undefined;
  const post = async (path: string, body: string): Promise<boolean> => {
    answer = await client.ask({ path, body });
    return answer.status === 303;
  };
  const settled = ledger.settled.filter(([id]) => id !== EXAMPLE);
  const [id, kept] = settled[Math.floor(Math.random() * settled.length)] ?? [];
  const chance = Math.random();
  if (id === undefined || kept === undefined || (chance < 0.2 && settled.length < SOME)) {
    const preset = newPreset();
    await ledger.create(preset, async () => {
      const done = await post("/presets/new", bodyOf(preset));
      return done ? Number(/^\/presets\/(\d+)/.exec(answer?.headers.location ?? "")?.[1]) : undefined;
    });
  } else if (chance > 0.9) {
    await ledger.change(id, undefined, () => post(`/presets/${id}/delete`, ""));
  } else {
    const preset = newPreset();
    const next = { version: kept.version + 1, preset };
    await ledger.change(id, next, () => post(`/presets/${id}`, bodyOf(preset, kept.version)));
  }
  if (!answer) throw new Error("Nothing was sent");
  return answer;
}
