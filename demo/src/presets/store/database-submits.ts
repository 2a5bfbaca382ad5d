import { randomUUID } from "node:crypto";
import type { SubmitClaim, SubmitStore } from "@turnform/express-adapter";
import { z } from "zod";
import type { PatientClient } from "./patient-client.ts";

/** Life of a claim, in milliseconds. It frees the claims of crashed processes. */
const CLAIM_MS = 30_000;
/** Life of a saved submit, in milliseconds. */
const SAVED_MS = 10 * 60_000;
/** Most saved submits to remember. */
const MOST_SAVED = 10_000;

const Row = z.object({ content: z.string(), claim: z.string(), answer: z.string().nullable() });

/**
 * Remembers saved submits in the database, for all processes that share it. Each page has one row, so only one process can
 * claim it.
 */
export class DatabaseSubmits implements SubmitStore {
  readonly #client: PatientClient;
  readonly #most: number;

  /** @param most Most saved submits to remember */
  constructor(client: PatientClient, most: number = MOST_SAVED) {
    this.#client = client;
    this.#most = most;
  }

  async claim(page: string, content: string): Promise<SubmitClaim> {
    const claim = randomUUID();
    const now = Date.now();
    const results = await this.#client.batch([
      { sql: "DELETE FROM submits WHERE until <= ?", args: [now] },
      {
        sql: `INSERT INTO submits (page, content, claim, until) VALUES (?, ?, ?, ?)
          ON CONFLICT (page) DO UPDATE
            SET content = excluded.content, claim = excluded.claim, answer = NULL, until = excluded.until
            WHERE answer IS NOT NULL AND content <> excluded.content`,
        args: [page, content, claim, now + CLAIM_MS],
      },
      { sql: "SELECT content, claim, answer FROM submits WHERE page = ?", args: [page] },
    ]);
    const row = Row.parse(results.at(-1)?.rows[0]);
    if (row.claim === claim) return { kind: "claimed", claim };
    const { answer } = row;
    return answer !== null && row.content === content ? { kind: "saved", answer } : { kind: "busy" };
  }

  async finish(page: string, claim: string, answer: string): Promise<void> {
    await this.#client.batch([
      {
        sql: "UPDATE submits SET answer = ?, until = ? WHERE page = ? AND claim = ?",
        args: [answer, Date.now() + SAVED_MS, page, claim],
      },
      {
        sql: `DELETE FROM submits WHERE answer IS NOT NULL AND until <=
          (SELECT until FROM submits WHERE answer IS NOT NULL ORDER BY until DESC LIMIT 1 OFFSET ?)`,
        args: [this.#most],
      },
    ]);
  }

  async release(page: string, claim: string): Promise<void> {
    await this.#client.execute("DELETE FROM submits WHERE page = ? AND claim = ?", [page, claim]);
  }
}
