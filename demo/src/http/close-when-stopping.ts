import type { Server } from "node:http";
import type { RequestHandler } from "express";

/**
 * Has answers end their connections once the server is about to stop, those too that are being made just then: else a browser
 * would keep its connection open, and the server waiting.
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

/** Has a server close the connections over which nothing has come once it is about to stop: it takes them for busy ones. */
export function closeSilentWhenStopping(server: Server, stopping: AbortSignal): void {
  server.on("connection", (socket) => {
    const close = (): void => {
      if (socket.bytesRead === 0) socket.destroy();
    };
    stopping.addEventListener("abort", close, { once: true });
    socket.once("close", () => stopping.removeEventListener("abort", close));
  });
}
