/** Weight: bytes of blank items, and of the files that a browser loads. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { createForm, type Form } from "@turnform/form";
import { build } from "esbuild";
import { z } from "zod";
import { form, Person } from "../names-and-titles.ts";
import { root } from "../root.ts";
import type { Subject } from "../subject.ts";

const DEPTHS = [1, 2, 3, 4, 5, 6];

/** Programs that peers need in the browser for the same form. */
const peers = {
  "Conform + zod": `
    import { FormProvider, getFormProps, getInputProps, useForm } from "@conform-to/react";
    import { getZodConstraint, parseWithZod } from "@conform-to/zod/v4";
    import { createElement } from "react";
    import { hydrateRoot } from "react-dom/client";
    import { array, object, string } from "zod";
    console.log(FormProvider, getFormProps, getInputProps, useForm, getZodConstraint, parseWithZod, createElement, hydrateRoot, array, object, string);`,
  rjsf: `
    import Form from "@rjsf/core";
    import validator from "@rjsf/validator-ajv8";
    import { createElement } from "react";
    import { hydrateRoot } from "react-dom/client";
    console.log(Form, validator, createElement, hydrateRoot);`,
};

export const subject: Subject = {
  check() {
    for (const depth of DEPTHS) {
      assert.equal(String(nested(depth).render()).match(/<template /g)?.length, depth);
    }
    // The page works without a script
    assert.doesNotMatch(String(form.render()), /<script/);
  },
  async *measure() {
    const sizes = [0, ...DEPTHS].map((depth) =>
      depth === 0 ? 0 : Buffer.byteLength(String(nested(depth).render())),
    );
    yield {
      work: "HTML of the blank item of each further level of nested lists",
      goal: { atMost: 1200 },
      unit: "B",
      measured: DEPTHS.slice(1).map((depth) => ({
        at: `level ${depth}`,
        figure: (sizes[depth] ?? NaN) - (sizes[depth - 1] ?? NaN),
      })),
    };
    const theirs = await Promise.all(
      Object.entries(peers).map(async ([name, source]) => `${name} ${kilobytes(await bundled(source))}`),
    );
    const against = [...theirs, "Deform 116 kB"].join(", ");
    for (const [kind, limit] of [
      ["script", 4],
      ["style", 6],
    ] as const) {
      const files = form.resources().filter(({ name }) => name.endsWith(kind === "script" ? ".js" : ".css"));
      const figure = files.reduce((sum, { name }) => sum + gzipped(readClient(name)), 0) / 1000;
      yield {
        work: `Optional ${kind} of a form with lists, gzipped`,
        against,
        goal: { atMost: limit },
        unit: "kB",
        measured: [{ figure }],
      };
    }
  },
};

/** Creates a form of people in nested lists. */
function nested(depth: number): Form<z.ZodObject> {
  let type: z.ZodType = Person;
  for (let level = 0; level < depth; level++) type = z.array(type).meta({ title: "Group" });
  return createForm(z.object({ groups: type }), { formId: "names" });
}

/** Returns the gzipped bytes of a program for browsers, bundled and minified. */
async function bundled(source: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: fileURLToPath(new URL("bench/", root)) },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    define: { "process.env.NODE_ENV": '"production"' },
    write: false,
  });
  return gzipped(outputFiles[0]?.contents ?? new Uint8Array());
}

const readClient = (name: string): Buffer => readFileSync(new URL(`packages/form/dist/client/${name}`, root));

const gzipped = (contents: Uint8Array): number => gzipSync(contents, { level: 9 }).length;

const kilobytes = (bytes: number): string => `${Math.round(bytes / 1000)} kB`;
