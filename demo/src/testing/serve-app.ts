import { createServer, type Server } from "node:http";
import { type AppParts, createApp } from "../app.ts";
import type { PresetStore } from "../presets/index.ts";
import { listenLocally } from "./listen-locally.ts";
import { MovingTurntable } from "./moving-turntable.ts";
import { temporaryDatabase } from "./temporary-database.ts";
import { openTestStore } from "./test-store.ts";

/** The listening application with its own database. Dispose of it after the test. */
export interface ServedApp extends AsyncDisposable {
  readonly url: string;
  /** libSQL URL of the database. */
  readonly database: string;
  readonly store: PresetStore;
  readonly turntable: MovingTurntable;
  readonly server: Server;
  readonly stopping: AbortController;
}

/** Starts the application for a test; `parts` replace its defaults. */
export async function serveApp(parts: Partial<AppParts> = {}): Promise<ServedApp> {
  const { url: database, remove } = temporaryDatabase();
  const store = await openTestStore(database);
  const turntable = new MovingTurntable();
  const stopping = new AbortController();
  const streams = { ...parts.streams, stopping: stopping.signal };
  const server = createServer(createApp({ store, turntable, ...parts, streams }));
  return {
    url: await listenLocally(server),
    database,
    store,
    turntable,
    server,
    stopping,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await turntable.close();
      await store.close();
      remove();
    },
  };
}
