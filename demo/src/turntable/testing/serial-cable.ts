import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";

/** True if serial ports can be made. */
export const socat = spawnSync("socat", ["-V"]).status === 0;

/** A serial port made by socat. Its other end leads to a TCP port. */
export class SerialCable {
  readonly #folder = mkdtempSync(join(tmpdir(), "turnform-serial-"));
  readonly #port: number;
  #process: ChildProcess | undefined;
  readonly path = join(this.#folder, "tty");

  constructor(port: number) {
    this.#port = port;
  }

  async plugIn(): Promise<void> {
    this.#process = spawn(
      "socat",
      [`pty,raw,echo=0,link=${this.path}`, `TCP4:127.0.0.1:${this.#port},nodelay`],
      { stdio: "ignore" },
    );
    await expect.poll(() => existsSync(this.path)).toBe(true);
  }

  async unplug(): Promise<void> {
    const cable = this.#process;
    if (!cable || cable.exitCode !== null || cable.signalCode !== null) return;
    const exit = once(cable, "exit");
    cable.kill();
    await exit;
  }

  async remove(): Promise<void> {
    await this.unplug();
    rmSync(this.#folder, { recursive: true });
  }
}
