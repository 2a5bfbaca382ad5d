import express from "express";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { controls } from "./controls.ts";
import { formErrors } from "./form-errors.ts";
import { post, serve } from "./testing/serve.ts";

const app = express();
app.use("/ours", controls());
app.use("/theirs", express.urlencoded({ extended: true, limit: "1mb" }));
app.post("/unused", controls(), (_req, res) => void res.send("saved"));
app.post("/assigned", controls(), (req, res) => {
  req.body = { mine: true };
  res.json(req.body);
});
app.post("/{*path}", (req, res) => void res.json({ body: req.body }));
app.use(formErrors());

const body = async (url: string, form: string | Uint8Array<ArrayBuffer>) => (await post(url, form)).text();

describe("req.body after controls()", () => {
  it("equals the body of express.urlencoded({ extended: true })", async () => {
    const url = await serve(app);
    const unit = fc.constantFrom(
      ...Array.from("ab[]=&&.0%+é\ufeff"),
      "[]",
      "[a]",
      "[0]=",
      "=1&",
      "%5B",
      "%5D=",
      "toString",
      "__proto__",
    );
    await fc.assert(
      fc.asyncProperty(fc.string({ unit, maxLength: 40 }), async (form) => {
        expect(await body(`${url}/ours`, form)).toBe(await body(`${url}/theirs`, form));
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ["an empty body", ""],
    ["long arrays", "a[]=1&".repeat(300)],
    ["sparse arrays", "a[150]=1&a[20]=2"],
    ["invalid UTF-8", Uint8Array.of(0x61, 0x3d, 0xff)],
    ["1,000 controls", "a=1&".repeat(999)],
    ["32 levels", `a${"[b]".repeat(32)}=1`],
  ])("equals it for %s", async (_what, form) => {
    const url = await serve(app);
    expect(await body(`${url}/ours`, form)).toBe(await body(`${url}/theirs`, form));
  });

  it.each([
    ["1,001 controls", "a=1&".repeat(1000), "1001 controls"],
    ["33 levels", `a${"[b]".repeat(33)}=1`, "at most 32 levels"],
  ])("throws a 413 for %s, but only when it is read", async (_what, form, reason) => {
    const url = await serve(app);
    const response = await post(`${url}/ours`, form);
    expect(response.status).toBe(413);
    expect(await response.text()).toContain(reason);
    expect((await post(`${url}/unused`, form)).status).toBe(200);
  });

  it("can be assigned", async () => {
    expect(await body(`${await serve(app)}/assigned`, "a=1")).toBe('{"mine":true}');
  });
});
