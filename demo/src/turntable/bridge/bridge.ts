import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { BridgeClient, type ClientLimits, type LineTaker } from "./bridge-client.ts";
import type { Address } from "../target.ts";

/** What the clients of a bridge may do. */
export interface BridgeOptions extends ClientLimits {
  /** Clients at a time (default 64). */
  readonly clientLimit?: number;
}

/** An open bridge. */
export interface Bridge {
  /** Where it listens; also where port 0 was asked for. */
  readonly address: Address;
  /** Lets the clients go, and stops listening. */
  readonly close: () => Promise<void>;
}

/**
 * Hands the line of a turntable to many TCP clients: raw lines, whole and one after the other, so that
 * `printf '90\n' | nc localhost 7777` turns it.
 *
 * @param turntable What owns the line
 * @param address Where to listen; port 0 takes a free one
 * @returns once it listens
 * @throws {Error} of Node.js where it can't listen there
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
      socket.end(`Error: ${clientLimit} clients are connected; no more may be.\r\nOK: Good to go\r\n`);
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
