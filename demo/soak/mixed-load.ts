import type { Kind } from "./kinds.ts";

/** Duration of an answer, in milliseconds. */
export interface Time {
  /** Wall-clock time. */
  readonly clock: number;
  /** Running time of the server. */
  readonly ran: number;
}

export class Tally {
  /** Durations of the answers, by the kind's name. */
  readonly times = new Map<string, Time[]>();
  readonly failures: string[] = [];
  sent = 0;
}

/** Options of {@link mixedLoad}. */
export interface Load {
  readonly kinds: readonly Kind[];
  readonly clients: number;
  /** Returns the server's running time so far, in milliseconds. */
  readonly ran: () => number;
  /** Called before each request; false ends the load. */
  readonly goesOn: () => boolean;
  /** Returns true if the server may be gone. A client that can't connect then stops. Default: never. */
  readonly mayBeGone?: () => boolean;
}

/** Number of failures that ends the load. */
const MOST_FAILURES = 1000;

/**
 * Sends random requests of all kinds and waits for the last answers. Each client sends one request at a time, without a pause.
 *
 * @throws {Error} after too many failures, for example if the server is gone
 */
export async function mixedLoad(load: Load, tally: Tally): Promise<void> {
  const { kinds, clients, ran, goesOn, mayBeGone = () => false } = load;
  const bag = kinds.flatMap((kind) => Array.from({ length: kind.weight }, () => kind));
  for (const { name } of kinds) if (!tally.times.has(name)) tally.times.set(name, []);
  const run = async (): Promise<void> => {
    while (goesOn()) {
      const kind = bag[Math.floor(Math.random() * bag.length)];
      if (!kind) throw new Error("There are no kinds of requests");
      tally.sent += 1;
      try {
        const start = { clock: performance.now(), ran: ran() };
        await kind.send();
        const time = { clock: performance.now() - start.clock, ran: ran() - start.ran };
        if (!kind.leaves) tally.times.get(kind.name)?.push(time);
      } catch (error) {
        if (isDisconnected(error) && mayBeGone()) return;
        tally.failures.push(`${kind.name}: ${String(error)}`);
        if (tally.failures.length >= MOST_FAILURES)
          throw new Error(`Nothing works any more:\n${tally.failures.slice(-5).join("\n")}`, {
            cause: error,
          });
      }
    }
  };
  await Promise.all(Array.from({ length: clients }, run));
}

/** Returns true if a request failed because of its connection, not because of the answer. */
export function isDisconnected(error: unknown): boolean {
  return error instanceof Error && "code" in error;
}
