import { randomUUID } from "node:crypto";
import type { RequestHandler } from "express";
import type { Log } from "../log.ts";

/**
 * Logs each request when it ends: method, path, status, milliseconds and the id in the response's `X-Request-Id`. The query
 * is left out because it may hold private data.
 */
export function requestLog(log: Log): RequestHandler {
  return (req, res, next) => {
    const id = randomUUID();
    const start = performance.now();
    const [path] = req.originalUrl.split("?", 1);
    res.set("X-Request-Id", id);
    res.locals["requestId"] = id;
    res.once("close", () => {
      log(res.statusCode >= 500 ? "error" : "info", "request", {
        method: req.method,
        path,
        status: res.statusCode,
        ms: Math.round((performance.now() - start) * 10) / 10,
        id,
        ...(res.writableFinished ? {} : { aborted: true }),
      });
    });
    next();
  };
}
