/** How much is logged, from least to most. */
const levels = ["silent", "error", "warn", "info", "debug"] as const;
/** How much is logged: this, and what is graver. */
export type LogLevel = (typeof levels)[number];

/** Writes a line of the log. */
export type Log = (level: Exclude<LogLevel, "silent">, message: string, fields?: object) => void;

/** A log that says nothing. */
export const silentLog: Log = () => undefined;

/**
 * Makes a log of JSON lines: `{"time":"…","level":"info","msg":"request","status":200}`.
 *
 * @param level What is logged at least
 * @param write Where a line goes, without its end
 */
export function jsonLog(level: LogLevel, write: (line: string) => void = console.log): Log {
  const most = levels.indexOf(level);
  return (grade, msg, fields) => {
    if (levels.indexOf(grade) <= most)
      write(JSON.stringify({ time: new Date().toISOString(), level: grade, msg, ...fields }));
  };
}

/**
 * Reads a level from the environment.
 *
 * @param text Empty stands for `info`
 * @throws {Error} where there is no such level
 */
export function readLogLevel(text = ""): LogLevel {
  const level = levels.find((each) => each === (text || "info"));
  if (level) return level;
  throw new Error(`LOG_LEVEL must be one of ${levels.join(", ")}, not ${JSON.stringify(text)}.`);
}
