import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../dist/main.js", import.meta.url));
const probe = new URL("probe.js", import.meta.url).href;

/** Open file descriptors of a process, counted by kind. */
export interface OpenFiles {
  readonly sockets: number;
  readonly files: number;
  /** Pipes, timers and the like. */
  readonly others: number;
}

/** The built demo as a child process, with the simulated turntable. */
export class DemoProcess {
  readonly url: string;
  /** Logged lines with the level `error`. */
  readonly failures: readonly string[];
  readonly #child: ChildProcess;
  readonly #temporary: string;
  readonly #exit: Promise<unknown[]>;

  private constructor(child: ChildProcess, url: string, failures: readonly string[], temporary: string) {
    this.#child = child;
    this.#exit = once(child, "exit");
    this.#temporary = temporary;
    this.url = url;
    this.failures = failures;
  }

  /**
   * Starts the demo.
   *
   * @param folder Folder of its database and temporary files; both outlive the process
   * @throws {Error} if the process ends instead of starting
   */
  static async start(folder: string): Promise<DemoProcess> {
    const temporary = join(folder, "tmp");
    mkdirSync(temporary, { recursive: true });
    const child = spawn(process.execPath, ["--expose-gc", "--import", probe, main], {
      stdio: ["ignore", "pipe", "inherit", "ipc"],
      env: {
        PATH: process.env["PATH"],
        PORT: "0",
        DATABASE_URL: databaseIn(folder),
        TURNTABLE_BRIDGE: "127.0.0.1:0",
        TMPDIR: temporary,
      },
    });
    const failures: string[] = [];
    const url = await new Promise<string>((resolve, reject) => {
      child.once("exit", (code) => reject(new Error(`The demo ended with ${code} instead of starting`)));
      if (!child.stdout) throw new Error("The demo has no output");
      createInterface({ input: child.stdout }).on("line", (line) => {
        const [, port] = /http:\/\/localhost:(\d+)/.exec(line) ?? [];
        if (port) resolve(`http://127.0.0.1:${port}`);
        else if (line.includes('"level":"error"')) failures.push(line);
      });
    });
    return new DemoProcess(child, url, failures, temporary);
  }

  /** Collects garbage and returns the memory still in use. */
  async memory(): Promise<NodeJS.MemoryUsage> {
    this.#child.send("memory");
    const [usage] = await once(this.#child, "message");
    return usage;
  }

  /** Returns the currently open files. Works only on Linux; undefined elsewhere. */
  openFiles(): OpenFiles | undefined {
    if (process.platform !== "linux") return undefined;
    const folder = `/proc/${this.#child.pid}/fd`;
    const targets = readdirSync(folder).flatMap((fd) => linkOf(join(folder, fd)));
    const sockets = targets.filter((target) => target.startsWith("socket:")).length;
    const files = targets.filter((target) => target.startsWith("/")).length;
    return { sockets, files, others: targets.length - sockets - files };
  }

  temporaryFiles(): string[] {
    return readdirSync(this.#temporary);
  }

  /**
   * Returns the milliseconds that the main thread has run so far, and has waited for a processor. Works only on Linux; 0
   * elsewhere.
   */
  processorTime(): { readonly ran: number; readonly waited: number } {
    if (process.platform !== "linux") return { ran: 0, waited: 0 };
    const text = readFileSync(`/proc/${this.#child.pid}/schedstat`, "utf8");
    const [ran = 0, waited = 0] = text.split(" ").map((ns) => Number(ns) / 1e6);
    return { ran, waited };
  }

  /** Sends a signal and waits for the end. Does nothing if the process has already ended. */
  async end(signal: "SIGTERM" | "SIGKILL"): Promise<{ readonly code: unknown; readonly seconds: number }> {
    const start = performance.now();
    this.#child.kill(signal);
    const [code] = await this.#exit;
    return { code, seconds: (performance.now() - start) / 1000 };
  }
}

/** Returns the libSQL URL of the database in a folder. */
export function databaseIn(folder: string): string {
  return `file:${join(folder, "presets.db")}`;
}

/** Returns the target of a file descriptor, or nothing if it was closed meanwhile. */
function linkOf(path: string): string[] {
  try {
    return [readlinkSync(path)];
  } catch {
    return [];
  }
}
