import type { RequestHandler } from "express";
import type { PresetStore } from "./presets/index.ts";
import type { Turntable } from "./turntable/index.ts";

/** How long the database may take to answer, in milliseconds. */
const PATIENCE_MS = 2_000;

/**
 * Says whether all works: `{"status":"ok","database":"ok","turntable":{"name":"sim","line":"ready"}}` and 200, or 503 where the
 * database can't be reached or the line to the turntable is lost.
 */
export function health(store: PresetStore, turntable: Turntable): RequestHandler {
  return async (_req, res) => {
    const database = await within(PATIENCE_MS, store.ping());
    const { name, line, problem } = turntable.status;
    const ok = database && line !== "lost";
    res.set("Cache-Control", "no-store");
    res.status(ok ? 200 : 503).json({
      status: ok ? "ok" : "failing",
      database: database ? "ok" : "unreachable",
      turntable: { name, line, ...(problem === undefined ? {} : { problem }) },
    });
  };
}

/** Whether something succeeds in time. */
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
