import express from "express";
import { describe, expect, it } from "vitest";
import { controls, type ControlsOptions } from "./controls.ts";
import { formErrors } from "./form-errors.ts";
import { post, serve } from "./testing/serve.ts";

/** An app that says how many controls came, and its address. */
function served(options: ControlsOptions = {}): Promise<string> {
  const app = express().use(controls(options));
  app.all("/", (req, res) => void res.send(String(req.controls.length)));
  return serve(app.use(formErrors()));
}

describe("controls", () => {
  it.each([
    ["of its own page", {}, { "Sec-Fetch-Site": "same-origin", Origin: "http://proxy.example" }, 200],
    ["typed or bookmarked", {}, { "Sec-Fetch-Site": "none" }, 200],
    ["of no browser", {}, {}, 200],
    ["of another site", {}, { "Sec-Fetch-Site": "cross-site" }, 403],
    [
      "of another host of the site",
      {},
      { "Sec-Fetch-Site": "same-site", Origin: "https://other.example" },
      403,
    ],
    ["of another site, in an older browser", {}, { Origin: "https://evil.example" }, 403],
    ["of a page without an origin", {}, { Origin: "null" }, 403],
    [
      "of a trusted site",
      { sameOrigin: { trustedOrigins: ["https://sso.example"] } },
      { "Sec-Fetch-Site": "cross-site", Origin: "https://sso.example" },
      200,
    ],
    [
      "of any site, where it is left to others",
      { sameOrigin: false },
      { "Sec-Fetch-Site": "cross-site" },
      200,
    ],
    [
      "of another site as plain text",
      {},
      { "Sec-Fetch-Site": "cross-site", "Content-Type": "text/plain" },
      403,
    ],
  ] as const)("takes or refuses a form %s", async (_, options, headers, status) => {
    const response = await post(await served(options), "a=1", headers);
    expect(response.status).toBe(status);
    if (status === 403) expect(await response.text()).toContain("sent from another site");
  });

  it("knows its own host where only Origin says it", async () => {
    const url = await served();
    expect((await post(url, "a=1", { Origin: new URL(url).origin })).status).toBe(200);
  });

  it("lets GET and JSON pass, which are no form's danger", async () => {
    const url = await served();
    const headers = { "Sec-Fetch-Site": "cross-site" };
    expect((await fetch(`${url}/?a=1`, { headers })).status).toBe(200);
    expect((await post(url, "{}", { ...headers, "Content-Type": "application/json" })).status).toBe(415);
  });
});
