import { createServer, type RequestListener } from "node:http";
import { afterAll, beforeAll } from "vitest";
import { listenLocally } from "../../demo/src/testing/listen-locally.ts";

/**
 * Serves an app, or any listener, while the tests of a file or a `describe` run.
 *
 * @returns the server's address, as a function to call in the tests
 */
export function listening(listener: RequestListener): () => string {
  const server = createServer(listener);
  let address: string | undefined;
  beforeAll(async () => {
    address = await listenLocally(server);
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return () => {
    if (address === undefined) throw new Error("The server does not listen yet");
    return address;
  };
}
