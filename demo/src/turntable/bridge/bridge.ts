import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { BridgeClient, type ClientLimits, type LineTaker } from "./bridge-client.ts";
import type { Address } from "../target.ts";

/** Options of {@link openBridge}. */
export interface BridgeOptions extends ClientLimits {
  /** Clients at a time. Default: 64. */
  readonly clientLimit?: number;
}

export interface Bridge {
  /** Address of the listening server, with the real port if port 0 was asked for. */
  readonly address: Address;
  /** Disconnects the clients and stops listening. */
  readonly close: () => Promise<void>;
}

/**
 * Shares the connection of a turntable with many TCP clients, so that `printf '90\n' | nc localhost 7777` turns it. Clients send raw
 * lines, and the turntable gets one line at a time.
 *
 * @param address Port 0 takes a free port
 * @returns the bridge, once it listens
 * @throws {Error} of Node.js if it can't listen at the address
 */
export async function openBridge(
  turntable: LineTaker,
  address: Address,
  options: BridgeOptions = {},
): Promise<Bridge> {
  const { clientLimit = 64 } = options;
  const clients = new Set<BridgeClient>();
  const serve = (socket: Socket) => {
    if (clients.size >= clientLimit) {
      socket.on("error", () => undefined);
      socket.end(
        `Error: Too many clients are connected. The limit is ${clientLimit}; try again later.\r\nOK: Good to go\r\n`,
      );
      socket.destroySoon();
      options.turnedAway?.(`${clientLimit} are connected`);
      return;
    }
    const client = new BridgeClient(socket, turntable, options);
    clients.add(client);
    socket.on("close", () => clients.delete(client));
  };
  const server = createServer(
    { allowHalfOpen: true, noDelay: true, keepAlive: true, keepAliveInitialDelay: 30_000 },
    serve,
  );
  server.listen(address);
  await once(server, "listening");
  const listening = server.address();
  const port = typeof listening === "object" && listening ? listening.port : address.port;
  return {
    address: { host: address.host, port },
    async close() {
      const closed = once(server, "close");
      server.close();
      for (const client of clients) client.close();
      await closed;
    },
  };
}
