import { once } from "node:events";
import { connect } from "node:net";
import type { Connector } from "./connection.ts";
import type { Address } from "../target.ts";

const connectTimeout = 5_000;

/** Creates a connector to a turntable over raw TCP, for example ser2net or the bridge of another demo. */
export function tcpConnector({ host, port }: Address): Connector {
  return {
    name: `tcp:${host.includes(":") ? `[${host}]` : host}:${port}`,
    bootTime: 100,
    async connect(listener, signal) {
      const socket = connect({ host, port, noDelay: true, keepAlive: true });
      const late = new Error(`Connecting took longer than ${connectTimeout} ms`);
      socket.setTimeout(connectTimeout, () => socket.destroy(late));
      try {
        await once(socket, "connect", { signal });
      } catch (error) {
        socket.on("error", () => undefined).destroy();
        throw error;
      }
      socket.setTimeout(0);
      let reason = new Error("The other side closed the connection");
      let closed = false;
      socket.on("data", (bytes) => listener.received(bytes));
      socket.on("error", (error) => (reason = error));
      socket.on("close", () => closed || listener.ended(reason));
      return {
        send: (text) => void socket.write(text, "latin1"),
        close() {
          closed = true;
          socket.destroy();
        },
      };
    },
  };
}
