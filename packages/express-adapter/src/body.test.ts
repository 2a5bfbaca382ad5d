import { Readable } from "node:stream";
import { setImmediate as turn } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { readBody } from "./body.ts";
import { memoryHeldBy } from "./testing/held-memory.ts";

describe("readBody", () => {
  it("holds little more than the bytes, even of many small chunks", async () => {
    const count = 200_000;
    const req = Object.assign(new Readable({ read() {} }), { headers: {} });
    let body: Promise<Buffer> | undefined;
    const held = await memoryHeldBy(async () => {
      body = readBody(req, count, 60_000);
      for (let sent = 0; sent < count; sent++) {
        req.push(Buffer.from("x"));
        if (sent % 1000 === 0) await turn();
      }
      await turn();
      return req;
    });
    expect(held / count).toBeLessThan(10); // about 100, were each chunk kept
    req.push(null);
    expect((await body)?.length).toBe(count);
  });
});
