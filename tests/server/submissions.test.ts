import { readFileSync } from "node:fs";
import { controls, memoryStore } from "@turnform/express-adapter";
import { createForm, type Form, type ValidationResult } from "@turnform/form";
import type { Control } from "@turnform/schema";
import express from "express";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { NeutralSchema } from "../vectors/recorded.ts";
import { zodOf } from "../vectors/schemas.ts";
import { canonical } from "../vectors/values.ts";
import { controlsAsSent, type Encoded, multipart, urlencoded } from "./browser-encoding.ts";
import { listening } from "./listen.ts";

interface SubmissionCase {
  readonly id: string;
  readonly form: {
    readonly schema: NeutralSchema;
    readonly options?: { readonly formid?: string; readonly buttons?: readonly string[] };
  };
  readonly pairs: readonly (readonly [string, unknown])[];
}

interface Submission {
  readonly id: string;
  readonly form: Form<z.ZodObject>;
  readonly controls: readonly Control[];
}

const file = process.env["VECTORS"] ?? new URL("../../vectors", import.meta.url).pathname;
const cases: SubmissionCase[] = JSON.parse(readFileSync(`${file}/submissions.json`, "utf8"));
const submissions = new Map(cases.map((recorded) => [recorded.id, submissionOf(recorded)]));

const app = express();
app.use(controls({ uploads: memoryStore() }));
app.post("/:id", (req, res) => {
  const { form } = submissions.get(req.params.id) ?? {};
  if (!form) throw new Error(`No case is called ${req.params.id}`);
  res.json({ controls: req.controls.map(shown), outcome: outcomeOf(form.validate(req.controls)) });
});
const url = listening(app);

describe("submissions.json through a listening server", () => {
  it.each([
    ["urlencoded", urlencoded, (value: string | File) => (typeof value === "string" ? value : value.name)],
    ["multipart", multipart, withoutPath],
  ])("gives the recorded controls and the form's result, sent as %s", async (name, encode, sent) => {
    const wrong: unknown[] = [];
    const kinds = new Map<string, number>();
    for (const { id, form, controls } of submissions.values()) {
      const expected = controlsAsSent(controls).map(([name, value]): Control => [name, sent(value)]);
      const outcome = outcomeOf(form.validate(expected));
      const answer = await send(id, await encode(controls));
      if (canonical(answer) !== canonical({ controls: expected.map(shown), outcome })) {
        wrong.push({ id, answer, expected: expected.map(shown), outcome });
      }
      kinds.set(outcome[0], (kinds.get(outcome[0]) ?? 0) + 1);
    }
    const counts = [...kinds].map(([kind, count]) => `${count} ${kind}`).join(", ");
    console.log(`submissions.json as ${name}: ${submissions.size} sent (${counts}), ${wrong.length} differ`);
    expect(wrong.slice(0, 3)).toEqual([]);
    expect(submissions.size).toBeGreaterThan(0);
  });
});

async function send(id: string, { type, body }: Encoded): Promise<unknown> {
  const headers = { "Content-Type": type, Accept: "application/json" };
  const response = await fetch(`${url()}/${id}`, { method: "POST", headers, body });
  return response.ok ? response.json() : response.text();
}

function submissionOf({ id, form: { schema, options = {} }, pairs }: SubmissionCase): Submission {
  const { formid = "deform", buttons = ["submit"] } = options;
  const type = zodOf(schema);
  if (!(type instanceof z.ZodObject)) throw new TypeError(`The form of ${id} is no mapping`);
  const controls = pairs.map(([name, value]): Control => [name, valueOf(value)]);
  return { id, form: createForm(type, { formId: formid, buttons }), controls };
}

/** Returns a recorded text or file. Files have text content; bytes occur only as "no file was chosen". */
function valueOf(recorded: unknown): string | File {
  if (typeof recorded === "string") return recorded;
  const { filename = "", type = "", content = "" } = Object(Reflect.get(Object(recorded), "$file") ?? {});
  return new File([String(content)], String(filename), { type: String(type) });
}

/** Removes the folder from a file's name, because the server ignores the sender's path. */
function withoutPath(value: string | File): string | File {
  if (typeof value === "string") return value;
  return new File([value], value.name.replace(/^.*[/\\]/, ""), { type: value.type });
}

function shown([name, value]: Control): unknown {
  return [name, typeof value === "string" ? value : canonical(value)];
}

/** Returns a form's result as texts. */
function outcomeOf(result: ValidationResult<z.ZodObject>): [kind: string, rest?: string] {
  switch (result.kind) {
    case "valid":
      return [result.kind, `${result.button} ${canonical(result.value)}`];
    case "invalid":
      return [result.kind, canonical(result.error.asDict())];
    case "malformed":
      return [result.kind, result.error.message];
    case "edited":
      return [result.kind, String(result.form)];
    default:
      return result satisfies never;
  }
}
