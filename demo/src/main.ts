import { createApp } from "./app.ts";
import { jsonLog, readLogLevel } from "./log.ts";
import { openPresetStore } from "./preset-store.ts";
import { shutDown } from "./shut-down.ts";
import { MovingTurntable } from "./testing/moving-turntable.ts";

/**
 * Starts the demo; README.md says what the environment sets. SIGINT and SIGTERM end it in order, a second one at once.
 */
async function main(): Promise<void> {
  const { env } = process;
  const port = readPort(env["PORT"]);
  const log = jsonLog(readLogLevel(env["LOG_LEVEL"]));
  const store = await openPresetStore(env["DATABASE_URL"] || "file:presets.db", {
    authToken: env["DATABASE_AUTH_TOKEN"],
  });
  const turntable = new MovingTurntable();
  const stopping = new AbortController();
  const app = createApp({ store, turntable, log, streams: { stopping: stopping.signal } });
  const server = app.listen(port, (error) => {
    if (error) {
      fail(error);
      void Promise.all([turntable.close(), store.close()]);
      return;
    }
    const address = server.address();
    const taken = typeof address === "object" && address ? address.port : port;
    console.log(`Turnform demo: http://localhost:${taken}, turntable: ${turntable.status.name}`);
  });

  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.once(signal, () => {
      // Whatever else still runs keeps nobody waiting.
      void shutDown({ server, store, turntable, stopping, log }).finally(() => process.exit());
    });
  }
}

function readPort(text = "3000"): number {
  const port = Number(text || "3000");
  if (!/^\d*$/.test(text) || port > 65_535)
    throw new Error(`PORT must be a number from 0 to 65535, not "${text}".`);
  return port;
}

function fail(error: unknown): void {
  console.error(`The demo can't start: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}

main().catch(fail);
