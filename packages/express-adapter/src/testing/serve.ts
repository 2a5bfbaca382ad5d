import { once } from "node:events";
import { createServer } from "node:http";
import type { Express } from "express";
import { onTestFinished } from "vitest";

export const URLENCODED = "application/x-www-form-urlencoded";

/**
 * Serves an app until the test finishes.
 *
 * @returns its address
 */
export async function serve(app: Express): Promise<string> {
  const server = createServer(app).listen(0, "127.0.0.1");
  // Node.js closes idle connections after five seconds. fetch would send the request of a slow test into a closed one.
  server.keepAliveTimeout = 0;
  await once(server, "listening");
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port");
  return `http://127.0.0.1:${address.port}`;
}

/**
 * Posts the bytes of a form.
 *
 * @returns the answer; redirects are not followed
 */
export function post(
  url: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
): Promise<Response> {
  const init = { method: "POST", body, redirect: "manual" } as const;
  return fetch(url, { ...init, headers: { "Content-Type": URLENCODED, ...headers } });
}
