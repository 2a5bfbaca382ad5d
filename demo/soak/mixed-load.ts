import type { Kind } from "./kinds.ts";

/** The time of an answer, in milliseconds. */
export interface Time {
  /** By the clock. */
  readonly clock: number;
  /** In which the server ran. */
  readonly ran: number;
}

/** What became of the requests of a load. */
export class Tally {
  /** How long the answers took, by the kind's name. */
  readonly times = new Map<string, Time[]>();
  /** What went as it must not. */
  readonly failures: string[] = [];
  /** How many requests were sent. */
  sent = 0;
}

/** How a load goes on. */
export interface Load {
  readonly kinds: readonly Kind[];
  readonly clients: number;
  /** For how many milliseconds the server has run until now. */
  readonly ran: () => number;
  /** Asked before each request. */
  readonly goesOn: () => boolean;
  /** Whether the server may be gone by now; who finds it so, stops. Default never. */
  readonly mayBeGone?: () => boolean;
}

/** After so many, there is no use in going on. */
const MOST_FAILURES = 1000;

/**
 * Sends requests of all kinds, each client one after the other without a pause, and waits for the last answers.
 *
 * @throws Error where the server is gone, and must not be
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

/** Whether a request failed for want of a connection, and not by what was answered. */
export function isDisconnected(error: unknown): boolean {
  return error instanceof Error && "code" in error;
}
