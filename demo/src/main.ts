import { createApp } from "./app.ts";
import { closeSilentWhenStopping, parseAllowedHosts } from "./http/index.ts";
import { jsonLog, type Log, readLogLevel } from "./log.ts";
import { firstPresets, openPresetStore } from "./presets/index.ts";
import { shutDown } from "./shut-down.ts";
import {
  type Bridge,
  type ConnectedTurntable,
  logTurntable,
  openBridge,
  openTurntable,
  parseBridge,
} from "./turntable/index.ts";

const { env } = process;

/** Starts the demo. README.md lists its environment variables. SIGINT or SIGTERM shuts it down; a second one ends it at once. */
async function main(): Promise<void> {
  const port = readPort(env["PORT"]);
  const host = env["HOST"] || "127.0.0.1";
  const allowedHosts = [...parseAllowedHosts(env["ALLOWED_HOSTS"]), host.toLowerCase()];
  const log = jsonLog(readLogLevel(env["LOG_LEVEL"]));
  const url = env["DATABASE_URL"] || "file:presets.db";
  const store = await openPresetStore(url, { authToken: env["DATABASE_AUTH_TOKEN"], firstPresets });
  const turntable = openTurntable(env["TURNTABLE"]);
  logTurntable(turntable, log);
  const bridge = await openOwnBridge(turntable, log);
  const stopping = new AbortController();
  const app = createApp({ store, turntable, log, allowedHosts, streams: { stopping: stopping.signal } });
  const server = app.listen(port, host, (error) => {
    if (error) {
      fail(error);
      return;
    }
    const address = server.address();
    const taken = typeof address === "object" && address ? address.port : port;
    console.log(`Turnform demo: http://localhost:${taken}, turntable: ${nameOf(turntable, bridge)}`);
  });

  closeSilentWhenStopping(server, stopping.signal);

  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.once(signal, () => {
      // Exit even if a timer or a connection is left.
      void shutDown({ server, store, turntable, bridge, stopping, log }).finally(() => process.exit());
    });
  }
}

/** Opens the bridge. If it can't listen at its address, the demo starts without a bridge. */
async function openOwnBridge(turntable: ConnectedTurntable, log: Log): Promise<Bridge | undefined> {
  const address = parseBridge(env["TURNTABLE_BRIDGE"]);
  if (!address) return undefined;
  try {
    return await openBridge(turntable, address, {
      turnedAway: (why) => log("warn", "bridge client turned away", { why }),
    });
  } catch (error) {
    log(
      "warn",
      "no bridge: it can't listen; set another address with TURNTABLE_BRIDGE=HOST:PORT, or TURNTABLE_BRIDGE=off",
      {
        error: String(error),
      },
    );
    return undefined;
  }
}

function nameOf(turntable: ConnectedTurntable, bridge: Bridge | undefined): string {
  const { name } = turntable.status;
  return bridge ? `${name}, bridge: ${bridge.address.host}:${bridge.address.port}` : name;
}

function readPort(text = "3000"): number {
  const port = Number(text || "3000");
  if (!/^\d*$/.test(text) || port > 65_535)
    throw new Error(`PORT must be a number from 0 to 65535, not "${text}".`);
  return port;
}

/** Prints the error and exits. The process's end closes the database and the turntable. */
function fail(error: unknown): void {
  console.error(`The demo can't start: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}

main().catch(fail);
