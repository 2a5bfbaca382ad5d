import { once } from "node:events";
import type { Server } from "node:http";
import type { Log } from "./log.ts";
import type { PresetStore } from "./presets/index.ts";
import type { Bridge, Turntable } from "./turntable/index.ts";

/** What is running. */
export interface Running {
  readonly server: Server;
  readonly store: PresetStore;
  readonly turntable: Turntable;
  readonly bridge?: Bridge | undefined;
  /** Ends the streams of events, and has answers close their connections. */
  readonly stopping: AbortController;
  readonly log: Log;
}

/** How long running requests, and after them bridge, turntable and database, may take to end, in milliseconds. */
const PATIENCE = { requests: 5_000, rest: 1_200 };

/**
 * Ends the demo in order: no more connections, streams ended, requests and saves finished, the turntable stopped, the database
 * closed. What does not end within 9 seconds is cut off.
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

/** Waits for something, for a while; what goes wrong is logged, since the rest has to end all the same. */
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
