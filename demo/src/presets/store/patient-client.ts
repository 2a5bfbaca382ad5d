import {
  type Client,
  type Config,
  createClient,
  type InArgs,
  type InStatement,
  LibsqlError,
  type ResultSet,
} from "@libsql/client";

/** How long a statement waits for another process's transaction, and how long between two attempts, in milliseconds. */
const PATIENCE = { most: 5_000, step: 20 };

/**
 * A database whose statements wait for the transactions of other processes. libSQL would do so itself, but for a file it keeps the
 * whole process waiting.
 */
export class PatientClient {
  readonly #client: Client;

  /** @throws {Error} where the URL is none, or the file can't be opened */
  constructor(config: Config) {
    this.#client = createClient({ ...config, timeout: 0 });
  }

  /** True for a database in a file, which has no server. */
  get isFile(): boolean {
    return this.#client.protocol === "file";
  }

  execute(sql: string, args: InArgs = []): Promise<ResultSet> {
    return this.#patiently(() => this.#client.execute(sql, args));
  }

  /** Runs statements in one transaction that may write. */
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
    // A statement that was refused is let go of with its connection only, and would go on locking the file until then.
    if (error.code.startsWith("SQLITE_BUSY")) this.#client.reconnect();
    // Whoever had borrowed such a connection just then finds it closed.
    else if (error.code !== "CLIENT_CLOSED") return false;
    return true;
  }
}
