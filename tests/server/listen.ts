import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { afterAll, beforeAll } from "vitest";

/**
 * Serves an app, or any listener, while the tests of a file or a `describe` run.
 *
 * @returns a function that returns the server's address
 */
export function listening(listener: RequestListener): () => string {
  const server = createServer(listener);
  // Node.js closes idle connections after five seconds. fetch would send the request of a slow test into a closed one.
  server.keepAliveTimeout = 0;
  beforeAll(async () => {
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return () => {
    const address = server.address();
    if (typeof address !== "object" || !address) throw new Error("The server has no port");
    return `http://127.0.0.1:${address.port}`;
  };
}
