/** Tests the application by its `fetch`, as a person without JavaScript uses it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { visit } from "@turnform/form/testing";
import { app } from "../src/app.hono.ts";

test("shows errors, and saves", async () => {
  const visitor = await visit("http://localhost/", { fetch: (request) => app.fetch(request) });
  await visitor.press("Save");
  assert.equal(visitor.status, 422);
  await visitor.set("Name", "Fjords").set("Place", "Oslo").press("Save");
  assert.equal(visitor.status, 200);
  assert.match(visitor.html, /Saved/);
  assert.equal(visitor.value("Place"), "Oslo");
});
