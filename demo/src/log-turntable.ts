import type { Log } from "./log.ts";
import type { LineState, Turntable } from "./turntable/turntable.ts";

/** Logs when the line to a turntable is lost, and when it is back. */
export function logTurntable(turntable: Turntable, log: Log): void {
  let before: LineState = "connecting";
  turntable.subscribe(({ line, name, problem }) => {
    if (line === "lost" && before !== "lost") log("warn", "turntable lost", { turntable: name, problem });
    if (line === "ready" && before === "lost") log("info", "turntable back", { turntable: name });
    before = line;
  });
}
