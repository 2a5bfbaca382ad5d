import { get } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ServedApp, serveApp } from "../testing/serve-app.ts";
import { parseAllowedHosts } from "./allowed-hosts.ts";

let app: ServedApp;
beforeAll(async () => {
  app = await serveApp({ allowedHosts: ["table.example"] });
});
afterAll(() => app[Symbol.asyncDispose]());

/** Sends a request with a Host header, which `fetch` does not allow. */
function statusFor(host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    get(`${app.url}/presets.json`, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).on("error", reject);
  });
}

describe("allowedHosts", () => {
  it.each([
    "localhost:3000",
    "a.localhost",
    "127.0.0.1",
    "[::1]:3000",
    "192.168.1.20:3000",
    "table.example",
    "Table.Example:8080",
  ])("serves the host %s", async (host) => {
    expect(await statusFor(host)).toBe(200);
  });

  it.each([
    "attacker.example",
    "table.example.attacker.example",
    "notlocalhost",
    "127.0.0.1.attacker.example",
  ])("refuses the host %s", async (host) => {
    expect(await statusFor(host)).toBe(403);
  });
});

describe("parseAllowedHosts", () => {
  it("reads names separated by commas", () => {
    expect(parseAllowedHosts(" Table.example, other ,")).toEqual(["table.example", "other"]);
    expect(parseAllowedHosts()).toEqual([]);
  });

  it.each(["table.example:3000", "https://table.example", "*"])("refuses %s", (text) => {
    expect(() => parseAllowedHosts(text)).toThrow(
      `ALLOWED_HOSTS must be host names separated by commas, without ports, not "${text}".`,
    );
  });
});
