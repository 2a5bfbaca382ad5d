import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { PatientClient, Preset } from "../src/presets/index.ts";

export interface Kept {
  readonly version: number;
  readonly preset: Preset;
}

/** State of a preset; undefined if deleted. */
type State = Kept | undefined;

/** Tracks the expected content of a database: every acknowledged change, and no change that was never sent. */
export class Ledger {
  /** Possible states of each preset: the last acknowledged one, then later ones without an answer. */
  readonly #presets: Map<number, readonly State[]>;
  /** New presets without an answer. */
  readonly #sent = new Set<Preset>();
  acknowledged = 0;

  /** @param found Current content of the database */
  constructor(found: ReadonlyMap<number, Kept>) {
    this.#presets = new Map([...found].map(([id, kept]) => [id, [kept]]));
  }

  /** Existing presets without a running change. */
  get settled(): (readonly [id: number, kept: Kept])[] {
    return [...this.#presets].flatMap(([id, [kept, ...others]]) =>
      kept && others.length === 0 ? [[id, kept] as const] : [],
    );
  }

  /**
   * Records a new preset.
   *
   * @param send Resolves to the id if acknowledged, or to undefined if refused; rejects without an answer
   */
  async create(preset: Preset, send: () => Promise<number | undefined>): Promise<void> {
    this.#sent.add(preset);
    const id = await send();
    this.#sent.delete(preset);
    if (id === undefined) return;
    this.#presets.set(id, [{ version: 1, preset }]);
    this.acknowledged += 1;
  }

  /**
   * Records a change of a preset.
   *
   * @param to The new state
   * @param send Resolves to true if acknowledged; rejects without an answer
   */
  async change(id: number, to: State, send: () => Promise<boolean>): Promise<void> {
    const before = this.#presets.get(id) ?? [];
    this.#presets.set(id, [...before, to]);
    const done = await send();
    this.#presets.set(id, done ? [to] : before);
    if (done) this.acknowledged += 1;
  }

  /**
   * Compares with the content of the database, then takes that content as the new expectation.
   *
   * @returns the presets that are lost or were never sent
   */
  compare(found: ReadonlyMap<number, Kept>): string[] {
    const problems: string[] = [];
    for (const [id, states] of this.#presets) {
      const kept = found.get(id);
      if (!states.some((state) => isDeepStrictEqual(state, kept)))
        problems.push(`preset ${id} is ${inWords(kept)}, not ${states.map(inWords).join(" or ")}`);
      this.#presets.set(id, [kept]);
    }
    for (const [id, kept] of found) {
      if (this.#presets.has(id)) continue;
      const isSent = [...this.#sent].some((preset) => isDeepStrictEqual({ version: 1, preset }, kept));
      if (!isSent) problems.push(`preset ${id}, ${inWords(kept)}, was never sent`);
      this.#presets.set(id, [kept]);
    }
    this.#sent.clear();
    return problems;
  }
}

function inWords(state: State): string {
  return state ? `“${state.preset.name}”, version ${state.version}` : "deleted";
}

const Row = z.object({
  version: z.int(),
  preset: z.string().transform((json) => Preset.parse(JSON.parse(json))),
});

/**
 * Reads a database directly, without the demo.
 *
 * @throws {Error} if it is damaged
 */
export async function readPresets(url: string): Promise<Map<number, Kept>> {
  const client = new PatientClient({ url });
  try {
    const { rows: faults } = await client.execute("PRAGMA integrity_check");
    if (faults[0]?.["integrity_check"] !== "ok")
      throw new Error(`The database is damaged: ${JSON.stringify(faults)}`);
    const { rows } = await client.execute("SELECT id, version, preset FROM presets");
    return new Map(rows.map((row) => [Number(row["id"]), Row.parse(row)]));
  } finally {
    client.close();
  }
}
