import type { RequestHandler } from "express";
import type { PresetStore } from "./presets/index.ts";
import type { Turntable } from "./turntable/index.ts";

/** Longest wait for the database, in milliseconds. */
const PATIENCE_MS = 2_000;

/**
 * Reports the health of the demo: `{"status":"ok","database":"ok","turntable":{"name":"sim","connection":"ready"}}`. The status is 200,
 * or 503 if the database can't be reached or the connection to the turntable is lost.
 */
export function health(store: PresetStore, turntable: Turntable): RequestHandler {
  return async (_req, res) => {
    const database = await within(PATIENCE_MS, store.ping());
    const { name, connection, problem } = turntable.status;
    const ok = database && connection !== "lost";
    res.set("Cache-Control", "no-store");
    res.status(ok ? 200 : 503).json({
      status: ok ? "ok" : "failing",
      database: database ? "ok" : "unreachable",
      turntable: { name, connection, ...(problem === undefined ? {} : { problem }) },
    });
  };
}

async function within(ms: number, attempt: Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  const done = attempt.then(
    () => true,
    () => false,
  );
  const result = await Promise.race([done, late]);
  clearTimeout(timer);
  return result;
}
