import type { Log } from "../log.ts";
import type { Connector } from "./driver/connection.ts";
import { ConnectedTurntable } from "./connected-turntable.ts";
import { serialConnector } from "./driver/serial-connection.ts";
import { simulatorConnector } from "./simulator/simulator.ts";
import { parseTarget, type Target } from "./target.ts";
import type { ConnectionState, Turntable } from "./turntable.ts";
import { tcpConnector } from "./driver/tcp-connection.ts";

/**
 * Opens the connection to a turntable and keeps it open. Returns at once; the connection is ready when `status.connection` is `ready`.
 *
 * @param target Value of the variable `TURNTABLE`: `sim` (default), `serial:PATH` or `tcp:HOST:PORT`
 * @returns the turntable; close it when done
 * @throws {Error} for any other target
 */
export function openTurntable(target?: string): ConnectedTurntable {
  return new ConnectedTurntable(connectorOf(parseTarget(target)));
}

/** Logs losses of the connection to a turntable, and its returns. */
export function logTurntable(turntable: Turntable, log: Log): void {
  let before: ConnectionState = "connecting";
  turntable.subscribe(({ connection, name, problem }) => {
    if (connection === "lost" && before !== "lost")
      log("warn", "turntable lost", { turntable: name, problem });
    if (connection === "ready" && before === "lost") log("info", "turntable back", { turntable: name });
    before = connection;
  });
}

function connectorOf(target: Target): Connector {
  switch (target.kind) {
    case "sim":
      return simulatorConnector();
    case "serial":
      return serialConnector(target.path);
    case "tcp":
      return tcpConnector(target);
    default:
      return target satisfies never;
  }
}
