import express from "express";
import { describe, expect, it } from "vitest";
import { heavySeeds } from "../../../scripts/heavy-seeds.ts";
import { controls } from "./controls.ts";
import { formErrors } from "./form-errors.ts";
import { memoryStore } from "./memory-store.ts";
import { post, serve } from "./testing/serve.ts";

/** Pieces of urlencoded and multipart bodies, well-formed or not. */
const PIECES = [
  "a=1&",
  "&&",
  "=",
  "%",
  "%E2%82",
  "%zz",
  "+",
  "_charset_=utf-7&",
  "__upload__=x&",
  "__start__=a%3Asequence&",
  "\u0000",
  "\uD800",
  "--B\r\n",
  "--B--\r\n",
  'Content-Disposition: form-data; name="a"\r\n\r\n1\r\n',
  'Content-Disposition: form-data; name="f"; filename="f.txt"\r\n\r\nx\r\n',
  "Content-Disposition: form-data; name=\r\n\r\n",
  "Content-Type: text/plain; charset=utf-16\r\n",
  "Content-Transfer-Encoding: base64\r\n",
  "\r\n",
  "\n",
  ":".repeat(5000),
];
const TYPES = [
  "application/x-www-form-urlencoded",
  "application/x-www-form-urlencoded; charset=x",
  "multipart/form-data; boundary=B",
  "multipart/form-data",
  "multipart/mixed; boundary=B",
  "text/plain",
  "a/b; c=",
];
const ENCODINGS = ["", "gzip", "br", "deflate", "zip"];

/** Returns a generator of random numbers, repeatable by its seed. */
function randomOf(seed: number): <T>(values: readonly T[]) => T {
  // Scatters neighbouring seeds, whose first numbers would be almost equal.
  let state = Math.imul(seed, 0x9e3779b9) >>> 0;
  return <T>(values: readonly T[]): T => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const value = values[Math.floor((state / 2 ** 32) * values.length)];
    if (value === undefined) throw new RangeError("There is nothing to choose from");
    return value;
  };
}

describe("controls", () => {
  it("reads any bytes, or refuses them as the sender's mistake", async () => {
    const app = express().use(controls({ uploads: memoryStore(), receiveTimeout: "2s" }));
    app.post("/", (req, res) => void res.json(req.controls.length + Object.keys(req.body ?? {}).length));
    const url = await serve(app.use(formErrors()));
    const seen = new Set<number>();
    for (const seed of heavySeeds(500)) {
      const pick = randomOf(seed);
      const body = Array.from({ length: pick([0, 1, 3, 10, 40]) }, () => pick(PIECES)).join("");
      const headers = {
        "Content-Type": pick(TYPES),
        ...(pick([0, 0, 0, 1]) && { "Content-Encoding": pick(ENCODINGS) }),
      };
      const { status } = await post(url, body, headers);
      if (status >= 500) throw new Error(`Seed ${seed}: ${status} for ${JSON.stringify({ headers, body })}`);
      seen.add(status);
    }
    expect([...seen]).toEqual(expect.arrayContaining([200, 400, 415]));
  });
});
