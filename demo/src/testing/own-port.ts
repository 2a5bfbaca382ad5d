import { once } from "node:events";
import { createServer } from "node:net";

let count = 0;

/**
 * Finds a port that stays free until its use. A port that the system chose may go to another server in between.
 */
export async function ownPort(): Promise<number> {
  for (;;) {
    // Systems give ports above these to those who ask for any. Each process takes a hundred of its own.
    const port = 10_000 + (process.pid % 200) * 100 + (count++ % 100);
    const server = createServer().listen(port, "127.0.0.1");
    const isFree = await once(server, "listening").then(
      () => true,
      () => false,
    );
    if (!isFree) continue;
    server.close();
    await once(server, "close");
    return port;
  }
}
