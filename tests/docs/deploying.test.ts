/** Follows the Dockerfile of docs/recipes/deploying.md without Docker: its copies, its settings, its commands and its stop. */
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, it } from "vitest";
import { ownPort } from "../../demo/src/testing/own-port.ts";
import { folderNamed, folderOf, writePage } from "./folder.ts";
import { readPage } from "./page.ts";

const page = readPage("docs/recipes/deploying.md");
const folder = folderNamed("deploying");
const files = folderOf(folder, page);
writePage(files, page);
const data = mkdtempSync(join(tmpdir(), "letters-"));
afterAll(() => {
  for (const made of [folder, data]) rmSync(made, { recursive: true, force: true });
});

const dockerfile = page.blocks.find(({ file }) => file === "Dockerfile")?.code.split("\n") ?? [];
/** Returns the text after the last line with an instruction. */
const lastOf = (instruction: string) =>
  dockerfile.findLast((line) => line.startsWith(`${instruction} `))?.slice(instruction.length + 1) ?? "";
const settings = new Map(
  lastOf("ENV")
    .split(" ")
    .map((pair) => [pair.split("=")[0] ?? "", pair.split("=")[1] ?? ""]),
);

/** Runs a command of the Dockerfile, with the sources of the packages. */
function commandOf(text: string): string[] {
  const [node, ...rest]: string[] = JSON.parse(text);
  expect(node).toBe("node");
  return ["--conditions=@turnform/source", "--import", "tsx", ...rest];
}

it("copies files that exist", () => {
  const copied = dockerfile
    .filter((line) => /^COPY (?!--from)/.test(line))
    .flatMap((line) => line.split(" ").slice(1, -1));
  const own = copied.filter((file) => !/^package(?:-lock)?\.json$/.test(file));
  const endings = own.map((pattern) => pattern.replace("*", ""));
  expect(readdirSync(files).filter((file) => endings.some((ending) => file.endsWith(ending)))).toContain(
    "server.ts",
  );
});

it("starts, is healthy, and ends open requests before it stops", async () => {
  const port = String(await ownPort());
  const env = {
    ...process.env,
    ...Object.fromEntries(settings),
    PORT: port,
    UPLOADS: join(data, "uploads"),
    SECRET: "a-secret-of-32-characters-or-more",
  };
  const server = spawn(process.execPath, commandOf(lastOf("CMD")), { cwd: files, env });
  // All of its output has come by then.
  const closed = once(server, "close");
  let said = "";
  server.stdout.on("data", (text) => (said += String(text)));
  const check = lastOf("HEALTHCHECK")
    .replace(/^CMD /, "")
    .replace(settings.get("PORT") ?? "", port);
  const isHealthy = () =>
    promisify(execFile)(process.execPath, commandOf(check), { cwd: files }).then(
      () => true,
      () => false,
    );
  await expect.poll(isHealthy).toBe(true);

  const post = request({
    port,
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
  });
  const answered = once(post, "response");
  post.write("to=ann@example.org&__start__=scans:sequence");
  await once(post, "socket");
  await expect.poll(isHealthy).toBe(true);
  server.kill("SIGTERM");
  await expect.poll(() => said).toContain('"stopping":true');
  post.end("&__end__=&send=send");
  const [answer] = await answered;
  expect(answer.statusCode).toBe(303);
  answer.resume();
  expect(await closed).toEqual([0, null]);
  expect(said).toContain('"sent":0');
});

it("refuses to start in production without a secret", async () => {
  const env = { ...process.env, NODE_ENV: "production", PORT: "0", SECRET: undefined };
  const failure = promisify(execFile)(process.execPath, commandOf(lastOf("CMD")), { cwd: files, env });
  await expect(failure).rejects.toThrow("setSecret() needs a secret");
});
