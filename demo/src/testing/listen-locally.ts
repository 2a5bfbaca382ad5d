import { once } from "node:events";
import type { Server } from "node:http";

/**
 * Starts a server on a free port of this machine.
 *
 * @returns its address, such as `http://127.0.0.1:41234`
 */
export async function listenLocally(server: Server): Promise<string> {
  // Node.js closes idle connections after five seconds. fetch would send the request of a slow test into a closed one.
  server.keepAliveTimeout = 0;
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("The server has no port");
  return `http://127.0.0.1:${address.port}`;
}
