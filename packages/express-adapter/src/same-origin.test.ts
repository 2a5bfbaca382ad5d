import express from "express";
import { describe, expect, it } from "vitest";
import { controls, type ControlsOptions } from "./controls.ts";
import { controlsFromRequest } from "./controls-from.ts";
import { formErrors } from "./form-errors.ts";
import type { ProxyHeaders } from "./forwarded.ts";
import { post, serve } from "./testing/serve.ts";

/** Serves an app that answers with the number of controls. */
function served(options: ControlsOptions = {}): Promise<string> {
  const app = express().use(controls(options));
  app.all("/", (req, res) => void res.send(String(req.controls.length)));
  return serve(app.use(formErrors()));
}

describe("controls", () => {
  it.each([
    ["of its own page", {}, { "Sec-Fetch-Site": "same-origin", Origin: "http://proxy.example" }, 200],
    ["typed or bookmarked", {}, { "Sec-Fetch-Site": "none" }, 200],
    ["from no browser", {}, {}, 200],
    ["of another site", {}, { "Sec-Fetch-Site": "cross-site" }, 403],
    [
      "of another host of the site",
      {},
      { "Sec-Fetch-Site": "same-site", Origin: "https://other.example" },
      403,
    ],
    ["of another site, in an older browser", {}, { Origin: "https://evil.example" }, 403],
    [
      "of a trusted site",
      { sameOrigin: { trustedOrigins: ["https://sso.example"] } },
      { "Sec-Fetch-Site": "cross-site", Origin: "https://sso.example" },
      200,
    ],
    ["of another site, with the check off", { sameOrigin: false }, { "Sec-Fetch-Site": "cross-site" }, 200],
    [
      "of another site as plain text",
      {},
      { "Sec-Fetch-Site": "cross-site", "Content-Type": "text/plain" },
      403,
    ],
  ] as const)("accepts or refuses a form %s", async (_, options, headers, status) => {
    const response = await post(await served(options), "a=1", headers);
    expect(response.status).toBe(status);
    if (status === 403) expect(await response.text()).toContain("sent from another site");
  });

  it("recognises its own host by Origin if Sec-Fetch-Site is missing", async () => {
    const url = await served();
    expect((await post(url, "a=1", { Origin: new URL(url).origin })).status).toBe(200);
  });

  it("compares the scheme too, as told by a trusted proxy", async () => {
    const url = await served();
    const secure = url.replace("http:", "https:");
    expect((await post(url, "a=1", { Origin: secure })).status).toBe(403);
    const app = express().set("trust proxy", true).use(controls());
    app.all("/", (_req, res) => void res.send("taken")).use(formErrors());
    const proxied = await serve(app);
    const own = proxied.replace("http:", "https:");
    const headers = { "X-Forwarded-Proto": "https" };
    expect((await post(proxied, "a=1", { ...headers, Origin: own })).status).toBe(200);
    expect((await post(proxied, "a=1", { ...headers, Origin: proxied })).status).toBe(403);
  });

  it("takes the host from the header of a trusted proxy", async () => {
    const own = "https://own.example:8443";
    const forwardedHeaders = [
      { "X-Forwarded-Proto": "https", "X-Forwarded-Host": "own.example:8443" },
      { Forwarded: 'for="[2001:db8::1]:47";Proto=https;host="own.example:8443", for=10.0.0.1;host=inner' },
    ];
    for (const headers of forwardedHeaders) {
      const app = express().set("trust proxy", "loopback").use(controls());
      app.all("/", (req, res) => void res.send(String(req.controls.length))).use(formErrors());
      expect((await post(await serve(app), "a=1", { ...headers, Origin: own })).status).toBe(200);
      // By default, nobody is trusted
      expect((await post(await served(), "a=1", { ...headers, Origin: own })).status).toBe(403);
    }
  });

  it("names the setting for proxies if a header that is not trusted tells the origin", async () => {
    const url = await served();
    const Origin = "https://own.example";
    const text = async (headers: Record<string, string>) =>
      (await post(url, "a=1", { Origin, ...headers })).text();
    const told = [
      { "X-Forwarded-Proto": "https", "X-Forwarded-Host": "own.example" },
      { "X-Forwarded-Host": "own.example:443" },
      { Forwarded: "proto=https;host=own.example" },
      { Origin: url.replace("http:", "https:"), "X-Forwarded-Proto": "https" },
    ];
    for (const headers of told) expect(await text(headers)).toContain("trust proxy");
    const others = [
      {},
      { "X-Forwarded-Proto": "https" },
      { "X-Forwarded-Host": "other.example" },
      { "X-Forwarded-Host": "own.example", "Sec-Fetch-Site": "cross-site" },
      { "X-Forwarded-Host": "own.example", Origin: "not an address" },
    ];
    for (const headers of others) {
      const refused = await text(headers);
      expect(refused).toContain("sent from another site");
      expect(refused).not.toContain("trust proxy");
    }
  });

  it("takes the address of web requests from the named header alone", async () => {
    const send = (trustProxy: ProxyHeaders | undefined) =>
      controlsFromRequest(
        new Request("http://inner/", {
          method: "POST",
          body: new URLSearchParams("a=1"),
          headers: {
            Origin: "https://own.example",
            "X-Forwarded-Proto": "https",
            "X-Forwarded-Host": "own.example, inner",
            Forwarded: "host=other.example",
          },
        }),
        { trustProxy },
      );
    expect(await send("x-forwarded")).toEqual([["a", "1"]]);
    await expect(send("forwarded")).rejects.toThrow("sent from another site");
    await expect(send(undefined)).rejects.toThrow("sent from another site");
  });

  it("compares the scheme of web requests", async () => {
    const send = (origin: string) =>
      controlsFromRequest(
        new Request("https://own.example/", {
          method: "POST",
          body: new URLSearchParams("a=1"),
          headers: { Origin: origin },
        }),
      );
    expect(await send("https://own.example")).toEqual([["a", "1"]]);
    await expect(send("http://own.example")).rejects.toThrow("sent from another site");
  });

  it("lets GET and JSON pass", async () => {
    const url = await served();
    const headers = { "Sec-Fetch-Site": "cross-site" };
    expect((await fetch(`${url}/?a=1`, { headers })).status).toBe(200);
    expect((await post(url, "{}", { ...headers, "Content-Type": "application/json" })).status).toBe(415);
  });
});
