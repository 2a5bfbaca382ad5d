import { type ChildProcess, exec, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { vi } from "vitest";
import { ownPort } from "../../demo/src/testing/own-port.ts";
import { pack } from "../../scripts/pack.ts";

const INSTALL = "npm install --prefer-offline --no-audit --no-fund";

type Environment = Readonly<Record<string, string>>;

/** The variables by which a server knows its address. */
export type ServerEnvironment = Readonly<Record<"PORT" | "HOST" | "ORIGIN", string>>;

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** Projects in a temporary folder outside the checkout, which install the packages as they would be published. */
export class ScratchProjects {
  readonly #folder: string;
  /** Addresses of the packed packages, by name. */
  readonly #tarballs: Readonly<Record<string, string>>;
  readonly #servers = new Set<ChildProcess>();
  readonly #env: NodeJS.ProcessEnv;

  private constructor(folder: string, tarballs: Readonly<Record<string, string>>) {
    this.#folder = folder;
    this.#tarballs = tarballs;
    // The options of the test's own process are for TypeScript in the checkout
    const { NODE_OPTIONS: _, NODE_ENV: __, VITEST: ___, ...env } = process.env;
    const bins = [join(folder, "tools/node_modules/.bin"), env["PATH"]].join(delimiter);
    this.#env = { ...env, PATH: bins, NEXT_TELEMETRY_DISABLED: "1", ASTRO_TELEMETRY_DISABLED: "1" };
  }

  /** Packs the built packages. */
  static async pack(): Promise<ScratchProjects> {
    const folder = await mkdtemp(join(tmpdir(), "turnform-projects-"));
    const packed = await pack(folder);
    return new ScratchProjects(
      folder,
      Object.fromEntries(packed.map(({ name, tarball }) => [name, `file:${tarball}`])),
    );
  }

  /** Puts commands of packages before the ones of the machine, such as another version of Node.js. */
  async useTools(dependencies: Readonly<Record<string, string>>): Promise<void> {
    await mkdir(join(this.#folder, "tools"));
    await writeFile(join(this.#folder, "tools/package.json"), JSON.stringify({ dependencies }));
    await this.run("tools", INSTALL);
  }

  /** Returns the address of a packed package. */
  tarballOf(name: string): string {
    return this.#tarballs[name] ?? "";
  }

  /** Returns the folder of a project. */
  folderOf(project: string): string {
    return join(this.#folder, project);
  }

  /** Copies a folder into a project. */
  async copy(from: string, project: string): Promise<void> {
    await cp(from, this.folderOf(project), { recursive: true });
  }

  /** Installs what a project depends on, with the packed packages in place of those of the registry. */
  async install(project: string): Promise<void> {
    const path = join(this.folderOf(project), "package.json");
    const manifest: Manifest = JSON.parse(await readFile(path, "utf8"));
    const dependencies = { ...manifest.dependencies, ...this.#tarballs };
    await writeFile(path, JSON.stringify({ ...manifest, dependencies }, null, 2));
    await this.run(project, INSTALL);
  }

  /**
   * Runs a command of the shell in the folder of a project.
   *
   * @returns its output
   * @throws Error with the output if the command fails
   */
  async run(project: string, command: string, env: Environment = {}): Promise<string> {
    const options = { cwd: this.folderOf(project), env: { ...this.#env, ...env }, maxBuffer: 2 ** 26 };
    try {
      return (await promisify(exec)(command, options)).stdout;
    } catch (error) {
      const { message, stdout = "", stderr = "" } = error as Error & { stdout?: string; stderr?: string };
      throw new Error(`${message}\n${stdout}${stderr}`, { cause: error });
    }
  }

  /**
   * Starts a server in the folder of a project, and waits until it answers.
   *
   * @throws Error with the output if the server ends, or does not answer
   */
  async serve(project: string, command: string, env: ServerEnvironment): Promise<void> {
    const cwd = this.folderOf(project);
    const server = spawn(command, { cwd, env: { ...this.#env, ...env }, shell: true, detached: true });
    this.#servers.add(server);
    let said = "";
    for (const stream of [server.stdout, server.stderr]) stream.on("data", (text) => (said += String(text)));
    let hasEnded = false;
    server.once("exit", () => (hasEnded = true));
    const isOver = async () => hasEnded || (await fetch(env.ORIGIN, { redirect: "manual" }));
    await vi.waitFor(isOver, { timeout: 120_000, interval: 100 }).catch((cause: unknown) => {
      throw new Error(`${command} does not answer:\n${said}`, { cause });
    });
    if (hasEnded) throw new Error(`${command} has ended:\n${said}`);
  }

  /** Stops all servers, and removes all projects. */
  async [Symbol.asyncDispose](): Promise<void> {
    for (const server of this.#servers) {
      if (server.exitCode !== null || server.signalCode !== null || server.pid === undefined) continue;
      const ended = once(server, "close");
      process.kill(-server.pid);
      await ended;
    }
    await rm(this.#folder, { recursive: true, maxRetries: 3 });
  }
}

/** Returns the variables for a server on a free port of this machine. */
export async function freeAddress(): Promise<ServerEnvironment> {
  const port = String(await ownPort());
  return { PORT: port, HOST: "127.0.0.1", ORIGIN: `http://localhost:${port}` };
}
