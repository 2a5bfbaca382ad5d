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
/** Goals of packages, as multiples of importing zod alone, which they all do. */
const MULTIPLES = { "@turnform/form": 1.5, "@turnform/express-adapter": 2 };
const ROUNDS = 15;
/** Forms until V8 has optimized the code. Its compiler runs at the same time, and takes longer than the forms. */
const WARM_UP = 100;
const FIELDS = 100;

export const subject: Subject = {
  check() {
    const names = String(createForm(manyFields()).render()).matchAll(/name="(field\d+)"/g);
    assert.equal(new Set([...names].map(([, name]) => name)).size, FIELDS);
    assert.ok(importTime("zod") > 0);
  },
  async *measure() {
    const times: number[] = [];
    for (let round = 0; round < WARM_UP + ROUNDS; round++) {
      times.push(await timeCalls({ prepare: manyFields, run: (type) => createForm(type) }, 1));
    }
    yield {
      work: `\`createForm()\` for a schema of 100 fields, after ${WARM_UP} others`,
      goal: { atMost: 3 },
      measured: [{ figure: median(times.slice(WARM_UP)) }],
      unit: "ms",
    };
    const imports = importTimes();
    yield {
      work: "Import one package, in a new process",
      measured: PACKAGES.map((name) => ({ at: name, figure: imports.get(name) ?? NaN })),
      unit: "ms",
    };
    for (const [name, atMost] of Object.entries(MULTIPLES)) {
      const figure = (imports.get(name) ?? NaN) / (imports.get("zod") ?? NaN);
      yield {
        work: `Import \`${name}\`, in a new process`,
        against: "zod alone",
        goal: { atMost },
        measured: [{ figure }],
      };
    }
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

/** Measures the packages in turns, and takes off the time of a process that imports nothing. */
function importTimes(): ReadonlyMap<string, number> {
  const rounds = Array.from({ length: ROUNDS }, () => ({
    nothing: importTime(),
    packages: PACKAGES.map((name) => importTime(name)),
  }));
  const nothing = median(rounds.map((round) => round.nothing));
  return new Map(
    PACKAGES.map((name, at) => [name, median(rounds.map((round) => round.packages[at] ?? NaN)) - nothing]),
  );
}

/** Measures the processor time of a new process that imports a package and ends, in milliseconds. */
function importTime(name?: string): number {
  const source = `${name === undefined ? "" : `await import(${JSON.stringify(name)});`}
    const { user, system } = process.cpuUsage(); console.log((user + system) / 1000);`;
  const args = ["--input-type=module", "--eval", source];
  return Number(execFileSync(process.execPath, args, { cwd: fileURLToPath(new URL("bench/", root)) }));
}
