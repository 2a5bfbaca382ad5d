import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import S3rver from "@20minutes/s3rver";
import { afterAll, beforeAll } from "vitest";

const CORS = `<CORSConfiguration><CORSRule><AllowedOrigin>*</AllowedOrigin><AllowedMethod>PUT</AllowedMethod>
  <AllowedHeader>*</AllowedHeader></CORSRule></CORSConfiguration>`;

/** Serves a bucket by the interface of S3 while the tests of a file run. It checks signatures. Returns a function for its address. */
export function bucketServer(): () => string {
  const directory = mkdtempSync(join(tmpdir(), "bucket-"));
  const s3 = new S3rver({
    directory,
    silent: true,
    configureBuckets: [{ name: "uploads", configs: [CORS] }],
  });
  let server: Server | undefined;
  let port = 0;
  beforeAll(async () => {
    await s3.configureBuckets();
    const listener: RequestListener = s3.callback();
    server = createServer(listener).listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    port = typeof address === "object" && address ? address.port : 0;
  });
  afterAll(() => {
    server?.closeAllConnections();
    server?.close();
    rmSync(directory, { recursive: true, force: true });
  });
  return () => `http://127.0.0.1:${port}/uploads`;
}

/** The keys that the server accepts. */
export const keys = { region: "us-east-1", accessKeyId: "S3RVER", secretAccessKey: "S3RVER" };
