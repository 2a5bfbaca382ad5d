import express from "express";
import { describe, expect, it } from "vitest";
import { controls } from "./controls.ts";
import { formErrors } from "./form-errors.ts";
import { post, serve } from "./testing/serve.ts";

function app() {
  const app = express().use(controls({ maxValueLength: 3 }));
  app.post("/broken", () => {
    throw new Error("no database");
  });
  return app.use(formErrors());
}

describe("formErrors", () => {
  it("shows the message in a page, escaped", async () => {
    const response = await post(await serve(app()), "<b>=1234", { Accept: "text/html,*/*;q=0.8" });
    expect(response.status).toBe(413);
    expect(response.headers.get("Content-Type")).toBe("text/html; charset=utf-8");
    expect(response.headers.get("Vary")).toBe("Accept");
    expect(await response.text()).toContain(
      "The value of &#34;&#60;b&#62;&#34; has 4 bytes; at most 3 are allowed",
    );
  });

  it("sends problem details if the client prefers JSON", async () => {
    const response = await post(await serve(app()), "a=1234", { Accept: "application/json" });
    expect(response.headers.get("Content-Type")).toContain("application/problem+json");
    expect(await response.json()).toEqual({
      title: "Payload Too Large",
      status: 413,
      detail: 'The value of "a" has 4 bytes; at most 3 are allowed',
    });
  });

  it("passes other errors on", async () => {
    const response = await post(`${await serve(app())}/broken`, "a=1");
    expect(response.status).toBe(500);
    expect(await response.text()).toContain("<pre>Error: no database");
  });

  it("is not needed for the status", async () => {
    const bare = express().use(controls({ maxValueLength: 3 }));
    expect((await post(await serve(bare), "a=1234")).status).toBe(413);
  });
});
