import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { json } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const MB = 1024 ** 2;
/** Bytes of the upload: 16 MB for each second of the test's time, 500 MB at most. */
const size = Math.min(500, Math.ceil(Number(process.env["HEAVY_SECONDS"] ?? 60) * 16)) * MB;

const directory = await mkdtemp(join(tmpdir(), "uploads-"));
const script = fileURLToPath(new URL("testing/upload-server.ts", import.meta.url));
const server = spawn(
  process.execPath,
  ["--conditions=@turnform/source", "--import", "tsx", script, directory],
  { stdio: ["ignore", "pipe", "inherit"] },
);
let port = 0;
beforeAll(async () => {
  const [line] = await once(server.stdout, "data");
  port = Number(String(line));
});
afterAll(async () => {
  server.kill();
  await rm(directory, { recursive: true });
});

function* body(): Generator<Buffer> {
  const chunk = Buffer.alloc(64 * 1024, "0123456789abcdef\r\n--");
  yield Buffer.from('--xx\r\nContent-Disposition: form-data; name="f"; filename="f"\r\n\r\n');
  for (let sent = 0; sent < size; sent += chunk.length) yield chunk;
  yield Buffer.from("\r\n--xx--\r\n");
}

/** Returns the server's peak of resident memory, in bytes. */
async function peak(): Promise<number> {
  const status = await readFile(`/proc/${server.pid}/status`, "utf8");
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1]) * 1024;
}

describe("controls", () => {
  it(`stores an upload of ${size / MB} MB in less than 150 MB of memory`, async () => {
    const start = performance.now();
    const headers = { "Content-Type": "multipart/form-data; boundary=xx" };
    const req = request({ host: "127.0.0.1", port, method: "POST", headers });
    const answered = once(req, "response");
    await pipeline(Readable.from(body()), req);
    const [res] = await answered;
    expect(await json(res)).toEqual([["f", size]]);
    expect(await readdir(directory)).toEqual([]);
    const seconds = (performance.now() - start) / 1000;
    const memory = (await peak()) / MB;
    console.log(`${size / MB} MB in ${seconds.toFixed(1)} s, the server's peak ${memory.toFixed(0)} MB`);
    expect(memory).toBeLessThan(150);
  });
});
