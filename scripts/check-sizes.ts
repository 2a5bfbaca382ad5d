/** Checks the sizes of the files that browsers load, gzipped as a server sends them. */
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

/** Most bytes of each file, gzipped. */
const limits = new Map([
  ["turnform.js", 4000],
  ["turnform-toolbar.js", 1300],
  ["turnform-drag.js", 1500],
  ["turnform-unsaved.js", 500],
  ["turnform-undo.js", 3500],
  ["turnform-paste.js", 1300],
  ["turnform-post.js", 1200],
  ["turnform-live.js", 2800],
  ["turnform-upload.js", 2200],
  ["turnform-tabs.js", 1350],
  ["turnform.css", 6000],
  ["turnform-breadcrumb.js", 700],
  ["turnform-conditions.js", 5000],
  ["turnform-refresh.js", 2800],
  ["turnform-compact.css", 800],
  ["turnform-bootstrap.css", 5900],
  ["turnform-layouts.css", 1100],
  ["turnform-blocks.css", 1100],
]);

const folder = new URL("../packages/form/dist/client/", import.meta.url);
for (const [name, limit] of limits) {
  const size = gzipSync(readFileSync(new URL(name, folder)), { level: 9 }).length;
  console.log(`${name}: ${size} of ${limit} bytes${size > limit ? ", too large" : ""}`);
  if (size > limit) process.exitCode = 1;
}
