/** Tests the application over HTTP, as a person without JavaScript uses it. */
import assert from "node:assert/strict";
import { once } from "node:events";
import { after, test } from "node:test";
import { visit } from "@turnform/form/testing";
import { app } from "../src/app.express.ts";

const server = app.listen(0, "127.0.0.1");
after(() => server.close());
await once(server, "listening");
const address = server.address();
const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/`;

test("shows errors, and saves", async () => {
  const visitor = await visit(url);
  await visitor.press("Save");
  assert.equal(visitor.status, 422);
  await visitor.set("Name", "Fjords").set("Place", "Oslo").press("Save");
  assert.equal(visitor.status, 200);
  assert.match(visitor.html, /Saved/);
  assert.equal(visitor.value("Place"), "Oslo");
});
