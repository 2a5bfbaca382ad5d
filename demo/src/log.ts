const levels = ["silent", "error", "warn", "info", "debug"] as const;
/** Least severe level to log; each level includes the more severe ones. */
export type LogLevel = (typeof levels)[number];

export type Log = (level: Exclude<LogLevel, "silent">, message: string, fields?: object) => void;

/** Discards all messages. */
export const silentLog: Log = () => undefined;

/**
 * Creates a log of JSON lines: `{"time":"…","level":"info","msg":"request","status":200}`.
 *
 * @param level Least severe level to log
 * @param write Gets each line without its newline
 */
export function jsonLog(level: LogLevel, write: (line: string) => void = console.log): Log {
  const most = levels.indexOf(level);
  return (grade, msg, fields) => {
    if (levels.indexOf(grade) <= most)
      write(JSON.stringify({ time: new Date().toISOString(), level: grade, msg, ...fields }));
  };
}

/**
 * Parses the level in `LOG_LEVEL`.
 *
 * @param text Name of a level; empty means `info`
 * @throws {Error} if there is no level of this name
 */
export function readLogLevel(text = ""): LogLevel {
  const level = levels.find((name) => name === (text || "info"));
  if (level) return level;
  throw new Error(`LOG_LEVEL must be one of ${levels.join(", ")}, not ${JSON.stringify(text)}.`);
}
