import { once } from "node:events";
import type { Server } from "node:http";
import type { Log } from "./log.ts";
import type { PresetStore } from "./presets/index.ts";
import type { Bridge, Turntable } from "./turntable/index.ts";

/** Parts of the running demo. */
export interface Running {
  readonly server: Server;
  readonly store: PresetStore;
  readonly turntable: Turntable;
  readonly bridge?: Bridge | undefined;
  /** Ends the event streams and makes responses close their connections. */
  readonly stopping: AbortController;
  readonly log: Log;
}

/** Longest wait in milliseconds: for open requests, then for each of the bridge, the turntable and the database. */
const PATIENCE = { requests: 5_000, rest: 1_200 };

/**
 * Shuts the demo down in order: stops listening, ends streams, finishes requests and saves, stops the turntable, closes the
 * database. All steps together take at most 9 seconds.
 */
export async function shutDown(running: Running): Promise<void> {
  const { server, store, turntable, bridge, stopping, log } = running;
  log("info", "stopping");
  const closed = once(server, "close");
  server.close();
  stopping.abort();
  await inTime(PATIENCE.requests, closed, "requests", log);
  server.closeAllConnections();
  if (bridge) await inTime(PATIENCE.rest, bridge.close(), "bridge", log);
  await inTime(PATIENCE.rest, turntable.close(), "turntable", log);
  await inTime(PATIENCE.rest, store.close(), "database", log);
  log("info", "stopped");
}

/** Waits for a step up to a time limit. A failure is only logged, so that the next steps run. */
async function inTime(ms: number, end: Promise<unknown>, what: string, log: Log): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`It took longer than ${ms} ms`)), ms);
  });
  try {
    await Promise.race([end, late]);
  } catch (error) {
    log("error", "could not end in order", { what, error: String(error) });
  } finally {
    clearTimeout(timer);
  }
}
