import { type ChildProcess, execFile, fork } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { promisify } from "node:util";
import { ownPort } from "../../demo/src/testing/own-port.ts";
import { root } from "./page.ts";

const SERVE = /^npx tsx (\S*server\.ts)$/;
/** Options for running a program with the packages' sources instead of their builds. */
const TSX = ["--conditions=@turnform/source", "--import", "tsx"];
const REPORT_LISTENING = new URL("report-listening.ts", import.meta.url).href;
const manifest: { readonly scripts: object } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));

/** A page's folder, for running its commands. */
export class Shell {
  /** Port used instead of 3000. */
  readonly port: number;
  readonly #folder: string;
  #server: ChildProcess | undefined;
  #said = "";

  private constructor(folder: string, port: number) {
    this.#folder = folder;
    this.port = port;
  }

  static async open(folder: string): Promise<Shell> {
    return new Shell(folder, await ownPort());
  }

  /** Output of the server. */
  get said(): string {
    return this.#said;
  }

  /** Replaces the port 3000 in a text by the server's. */
  withPort(text: string): string {
    return text.replaceAll("3000", String(this.port));
  }

  /**
   * Runs the commands of a block.
   *
   * @returns their output
   */
  async run(code: string): Promise<string> {
    const lines = code.replaceAll("\\\n", "").split("\n");
    for (const line of lines) checkNpm(line);
    const server = lines.map((line) => SERVE.exec(line)?.[1]).find((file) => file !== undefined);
    if (server !== undefined) await this.#serve(server);
    const commands = lines.filter((line) => !/^(?:npm|git|cd|mkdir) /.test(line) && !SERVE.test(line));
    const tailwind = `@tailwindcss/cli) "${root}node_modules/.bin/tailwindcss" "$@";;`;
    const runs = `${tailwind} tsx) "${process.execPath}" ${TSX.join(" ")} "$@";; vitest) "${root}node_modules/.bin/vitest" --config "${root}tests/docs/vitest.config.ts" "$@";;`;
    const npx = `npx() { local tool=$1; shift; case $tool in ${runs} esac; }`;
    const script = this.withPort([npx, ...commands].join("\n"));
    const { stdout } = await promisify(execFile)("bash", ["-euo", "pipefail", "-c", script], {
      cwd: this.#folder,
    });
    return stdout.replaceAll(String(this.port), "3000");
  }

  /** Starts a server, and stops the previous one. */
  async #serve(file: string): Promise<void> {
    await this.close();
    const execArgv = [...TSX, "--import", REPORT_LISTENING];
    const server = fork(file, { cwd: this.#folder, execArgv, silent: true });
    this.#server = server;
    this.#said = "";
    for (const stream of [server.stdout, server.stderr]) {
      stream?.on("data", (text) => (this.#said += String(text)));
    }
    await Promise.race([once(server, "message"), once(server, "exit")]);
    if (server.exitCode !== null) throw new Error(`${file} does not listen:\n${this.#said}`);
  }

  async close(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (!server || server.exitCode !== null) return;
    server.kill();
    await once(server, "close");
  }
}

/** Checks that an npm command works here: the script or the packages that it names must exist. */
function checkNpm(line: string): void {
  const [, script] = /^npm (?:run )?(start|test|(?<=run )\S+)/.exec(line) ?? [];
  const [, names = ""] = /^npm install (.*)/.exec(line) ?? [];
  const packages = names.split(" ").filter((name) => /^[@\w]/.test(name));
  const missing = packages.filter((name) => !existsSync(`${root}node_modules/${name}`));
  if (script !== undefined && !Object.hasOwn(manifest.scripts, script)) missing.push(script);
  if (missing.length > 0) throw new Error(`"${line}" asks for ${missing.join(", ")}, which is not there`);
}
