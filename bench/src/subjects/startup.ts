/** Startup: importing the packages, and creating a form. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { createForm } from "@turnform/form";
import { z } from "zod";
import { timeCalls } from "../compare.ts";
import { median } from "../median.ts";
import { root } from "../root.ts";
import type { Subject } from "../subject.ts";

const PACKAGES = ["zod", "express", "@turnform/schema", "@turnform/form", "@turnform/express-adapter"];
const ROUNDS = 7;
const FIELDS = 100;

export const subject: Subject = {
  check() {
    const names = String(createForm(manyFields()).render()).matchAll(/name="(field\d+)"/g);
    assert.equal(new Set([...names].map(([, name]) => name)).size, FIELDS);
    assert.ok(importTime("zod") > 0);
  },
  async *measure() {
    const times: number[] = [];
    for (let round = 0; round < 30; round++) {
      times.push(await timeCalls({ prepare: manyFields, run: (type) => createForm(type) }, 1));
    }
    yield {
      work: "`createForm()` for a schema of 100 fields, after warm-up",
      measured: [{ figure: median(times) }],
      unit: "ms",
    };
    const nothing = median(Array.from({ length: ROUNDS }, () => importTime()));
    yield {
      work: "Import one package, in a new process",
      measured: PACKAGES.map((name) => ({
        at: name,
        figure: median(Array.from({ length: ROUNDS }, () => importTime(name))) - nothing,
      })),
      unit: "ms",
    };
  },
};

/** Creates a schema of texts, numbers, choices and switches. */
function manyFields(): z.ZodObject {
  const kinds = [
    () => z.string().max(100),
    () => z.number().min(0),
    () => z.enum(["a", "b"]),
    () => z.boolean(),
  ];
  return z.object(
    Object.fromEntries(
      Array.from({ length: FIELDS }, (_, i) => [`field${i}`, kinds[i % kinds.length]?.() ?? z.string()]),
    ),
  );
}

/** Measures the processor time of a new process that imports a package and ends, in milliseconds. */
function importTime(name?: string): number {
  const source = `${name === undefined ? "" : `await import(${JSON.stringify(name)});`}
    const { user, system } = process.cpuUsage(); console.log((user + system) / 1000);`;
  const args = ["--input-type=module", "--eval", source];
  return Number(execFileSync(process.execPath, args, { cwd: fileURLToPath(new URL("bench/", root)) }));
}
