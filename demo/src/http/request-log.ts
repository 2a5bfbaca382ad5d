import { randomUUID } from "node:crypto";
import type { RequestHandler } from "express";
import type { Log } from "../log.ts";

/**
 * Logs each request once it is answered, or given up: method, path, status, milliseconds, and an id that the answer carries
 * in `X-Request-Id`. The query is left out, since it may hold what is nobody's business.
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
