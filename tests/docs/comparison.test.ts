import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { createForm } from "@turnform/form";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { readPage, root } from "./page.ts";

const { source } = readPage("docs/comparison.md");
const name = z.string();
const people = z.array(z.object({ name }));

/** Returns the kB of a form's scripts, compressed. */
function scriptsOf(form: Pick<ReturnType<typeof createForm>, "resources">): number {
  const scripts = form.resources().filter(({ name: file }) => file.endsWith(".js"));
  const bytes = scripts.map(
    ({ name: file }) =>
      gzipSync(readFileSync(`${root}packages/form/dist/client/${file}`), { level: 9 }).length,
  );
  return bytes.reduce((sum, size) => sum + size, 0) / 1000;
}

describe("docs/comparison.md", () => {
  it.each([
    ["one field", createForm(z.object({ name }))],
    ["with a list", createForm(z.object({ name, people }))],
    ["with a list and live checks", createForm(z.object({ name, people }), { enhance: "live" })],
  ])("states the size of a form: %s", (row, form) => {
    const [, stated = ""] =
      new RegExp(String.raw`^\| Turnform, ${row} \| ([\d.]+) \|`, "m").exec(source) ?? [];
    expect(Number(stated)).toBeCloseTo(scriptsOf(form), 0);
  });
});
