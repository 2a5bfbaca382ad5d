import {
  type Client,
  type Config,
  createClient,
  type InArgs,
  type InStatement,
  LibsqlError,
  type ResultSet,
} from "@libsql/client";

/** Longest wait for another process's transaction, and the mean pause between attempts, in milliseconds. */
const PATIENCE = { most: 5_000, step: 20 };

/**
 * A database client that waits for the transactions of other processes. libSQL's own wait blocks the whole process for
 * databases in files.
 */
export class PatientClient {
  readonly #client: Client;

  /** @throws {Error} if the URL is invalid or the file can't be opened */
  constructor(config: Config) {
    this.#client = createClient({ ...config, timeout: 0 });
  }

  /** True for a database in a file, false for a server. */
  get isFile(): boolean {
    return this.#client.protocol === "file";
  }

  execute(sql: string, args: InArgs = []): Promise<ResultSet> {
    return this.#patiently(() => this.#client.execute(sql, args));
  }

  /** Runs statements in one write transaction. */
  batch(statements: InStatement[]): Promise<ResultSet[]> {
    return this.#patiently(() => this.#client.batch(statements, "write"));
  }

  close(): void {
    this.#client.close();
  }

  async #patiently<T>(attempt: () => Promise<T>): Promise<T> {
    const end = performance.now() + PATIENCE.most;
    for (;;) {
      try {
        return await attempt();
      } catch (error) {
        if (!this.#mayWait(error) || performance.now() > end) throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, PATIENCE.step * (0.5 + Math.random())));
    }
  }

  #mayWait(error: unknown): boolean {
    if (!this.isFile || this.#client.closed || !(error instanceof LibsqlError)) return false;
    // A refused statement locks the file until its connection closes, so take a new connection.
    if (error.code.startsWith("SQLITE_BUSY")) this.#client.reconnect();
    // Other statements on that connection then fail with CLIENT_CLOSED.
    else if (error.code !== "CLIENT_CLOSED") return false;
    return true;
  }
}
