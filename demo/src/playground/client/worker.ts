/**
 * Runs typed code in a worker of the frame, and answers posts to its form. The frame ends the worker if the code does not end.
 *
 * The worker's own script is a blob: it loads this file, and calls `runTyped` with the typed code. Lines of its stack are lines
 * of the typed code.
 */
import type { Form, FormSchema, ValidationResult } from "@turnform/form";
import type { Bindings } from "@turnform/schema";
import { z } from "zod";
import { printData } from "../../print-data.ts";
import type { Answer, Mistake, Post, Run, WorkerMessage } from "./messages.ts";
import { modulesFor } from "./modules.ts";

/** Exports of typed code: the form, data to fill it, and values for its deferred parts. */
interface Exports {
  form?: unknown;
  default?: unknown;
  data?: unknown;
  bindings?: Bindings;
}

type Given = Omit<Run, "script">;
type Code = (require: (name: string) => unknown, exports: Exports) => void;

declare global {
  var runTyped: (given: Given, code: Code) => void;
}

// The frame's policy forbids code from texts. Without this, zod tries it once and the browser logs the refusal.
z.config({ jitless: true });
// The line of the typed code may be deep in the stack.
Object.assign(Error, { stackTraceLimit: 100 });

const send = (message: WorkerMessage): void => postMessage(message);

globalThis.runTyped = (given, code) => {
  send({ kind: "starting" });
  start(given, code).catch((error: unknown) => send(mistakeOf(error)));
};

async function start({ settings, texts }: Given, code: Code): Promise<void> {
  const exports: Exports = {};
  const modules = modulesFor(settings);
  code(modules.require, exports);
  const made = [exports.form, exports.default, modules.lastForm()].find(isForm);
  if (!made) throw new Error("The code makes no form. Call createForm() with a schema.");
  const form = exports.bindings ? made.bind(exports.bindings) : made;
  const page = await (texts ? form.draftAsync(texts, exports.data) : form.renderAsync(exports.data));
  const files = form.resources().map(({ name }) => name);
  addEventListener("message", ({ data }) => {
    const { controls }: Post = data;
    answer(form, controls, exports.data).catch((error: unknown) => send(mistakeOf(error)));
  });
  send({ kind: "drawn", html: String(page), files });
}

async function answer(form: Form<FormSchema>, controls: Post["controls"], data: unknown): Promise<void> {
  const result = await form.validateAsync(controls, data);
  send({
    kind: "answer",
    html: String(result.form),
    isShown: result.kind !== "valid",
    value: result.kind === "valid" ? printData(result.value) : undefined,
    errors: errorsOf(result),
  });
}

function errorsOf(result: ValidationResult<FormSchema>): Answer["errors"] {
  if (result.kind === "invalid") return Object.entries(result.error.asDict());
  return result.kind === "malformed" ? [["", result.error.message]] : [];
}

function isForm(value: unknown): value is Form<FormSchema> {
  return typeof value === "object" && value !== null && "renderAsync" in value;
}

/** Returns the message of anything thrown, and the line of the typed code that threw it. */
function mistakeOf(error: unknown): Mistake {
  const line = error instanceof Error ? /blob:[^\s()]*:(\d+):\d+/.exec(error.stack ?? "")?.[1] : undefined;
  return {
    kind: "mistake",
    message: error instanceof Error ? error.message : String(error),
    line: line === undefined ? undefined : Number(line),
  };
}
