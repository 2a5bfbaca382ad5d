import type { Server } from "node:http";
import type { RequestHandler } from "express";

/**
 * Makes responses close their connections once the server is stopping, including responses already under way. Otherwise a
 * browser keeps its connection open and the server waits for it.
 */
export function closeWhenStopping(stopping: AbortSignal): RequestHandler {
  return (_req, res, next) => {
    const close = (): void => {
      if (!res.headersSent) res.set("Connection", "close");
    };
    if (stopping.aborted) close();
    else {
      stopping.addEventListener("abort", close, { once: true });
      res.once("close", () => stopping.removeEventListener("abort", close));
    }
    next();
  };
}

/** Closes connections without any data when the server stops. Node counts them as busy and would wait for them. */
export function closeSilentWhenStopping(server: Server, stopping: AbortSignal): void {
  server.on("connection", (socket) => {
    const close = (): void => {
      if (socket.bytesRead === 0) socket.destroy();
    };
    stopping.addEventListener("abort", close, { once: true });
    socket.once("close", () => stopping.removeEventListener("abort", close));
  });
}
