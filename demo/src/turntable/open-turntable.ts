import type { Connector } from "./driver/connection.ts";
import { LineTurntable } from "./line-turntable.ts";
import { serialConnector } from "./driver/serial-connection.ts";
import { simulatorConnector } from "./simulator/simulator.ts";
import { parseTarget, type Target } from "./target.ts";
import { tcpConnector } from "./driver/tcp-connection.ts";

/**
 * Opens the line to a turntable, and keeps it open. Returns at once: `status.line` says when it is ready.
 *
 * @param target As in the variable `TURNTABLE`: `sim` (also where it is empty or missing), `serial:PATH` or `tcp:HOST:PORT`
 * @returns the turntable; close it when done
 * @throws {Error} where the target is none of them
 */
export function openTurntable(target?: string): LineTurntable {
  return new LineTurntable(connectorOf(parseTarget(target)));
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
