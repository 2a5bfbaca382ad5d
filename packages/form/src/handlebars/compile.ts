import {
  type BlockParts,
  eachBlock,
  helperBlock,
  ifBlock,
  sectionBlock,
  withBlock,
  type Write,
} from "./blocks.ts";
import { escapeHtml, raw } from "./escape.ts";
import { compileExpression, compileHash, compileHelper, type Get } from "./expression.ts";
import type { HandlebarsTemplate } from "./handlebars-template.ts";
import type { Block, BlockContents, Expression, Output, PartialCall, Program, Step } from "./program.ts";
import { Frame, Scope } from "./scope.ts";
import type { Drawing, Setting, Shared } from "./setting.ts";

/** Makes functions of a template, without generating code: what can be known before is worked out once. */
export function compile({ program, helpers }: HandlebarsTemplate, shared: Shared): Drawing {
  const write = compileProgram(program, { ...shared, helpers });
  return (out, context, data = new Frame(context)) => write(out, new Scope(context, undefined, data, []));
}

function compileProgram(program: Program, setting: Setting): Write {
  const writes = joinTexts(program.map((step) => compileStep(step, setting))).map((step): Write =>
    typeof step === "string" ? (out) => out.write(step) : step,
  );
  const [only] = writes;
  if (only && writes.length === 1) return only;
  return (out, scope) => {
    for (const write of writes) write(out, scope);
  };
}

/** Makes one text of those that follow each other. */
function joinTexts(steps: readonly (string | Write)[]): (string | Write)[] {
  const joined: (string | Write)[] = [];
  for (const step of steps) {
    const before = joined.at(-1);
    if (typeof step === "string" && typeof before === "string") joined[joined.length - 1] = before + step;
    else joined.push(step);
  }
  return joined;
}

/** @returns a text where a step writes always the same */
function compileStep(step: Step, setting: Setting): string | Write {
  if (typeof step === "string") return step;
  switch (step.kind) {
    case "output":
      return compileOutput(step, setting);
    case "partial":
      return compilePartial(step, setting);
    case "section":
      return sectionBlock(compileExpression(step.value, setting), compileParts(step, setting));
    case "block":
      return compileBlock(step, setting);
    default:
      return step satisfies never;
  }
}

function compileOutput({ value, raw: isRaw }: Output, setting: Setting): string | Write {
  const toHtml = isRaw ? raw : escapeHtml;
  if (value.kind === "call") {
    const [first] = value.values;
    if (value.helper === "draw" && first) {
      const view = compileExpression(first, setting);
      return (out, scope) => setting.draw(out, view(scope));
    }
    // A theme's classes stay the same, so that most attributes are text.
    if (value.helper === "css" && first?.kind === "literal") return toHtml(setting.classes(first.value));
  }
  const get = compileExpression(value, setting);
  return (out, scope) => out.write(toHtml(get(scope)));
}

function compilePartial({ name, context, hash }: PartialCall, setting: Setting): Write {
  const find = compileName(name, setting);
  const getContext = compileExpression(context, setting);
  if (hash.length === 0) return (out, scope) => find(scope)(out, getContext(scope), scope.data);
  const getHash = compileHash(hash, setting);
  return (out, scope) => {
    const view: unknown = Object.assign({}, getContext(scope), getHash(scope));
    find(scope)(out, view, scope.data);
  };
}

/** A partial is looked for when it is drawn: it may hold itself. */
function compileName(name: Expression, setting: Setting): (scope: Scope) => Drawing {
  if (name.kind !== "literal") {
    const get = compileExpression(name, setting);
    return (scope) => setting.find(String(get(scope)));
  }
  let drawing: Drawing | undefined;
  return () => (drawing ??= setting.find(String(name.value)));
}

function compileBlock({ call, ...contents }: Block, setting: Setting): Write {
  const parts = compileParts(contents, setting);
  const { body, otherwise } = parts;
  const [first] = call.values;
  const value: Get = first ? compileExpression(first, setting) : () => undefined;
  const [, zero] = call.hash.find(([key]) => key === "includeZero") ?? [];
  const includeZero: Get = zero ? compileExpression(zero, setting) : () => false;
  switch (call.helper) {
    case "if":
      return ifBlock(value, includeZero, parts);
    case "unless":
      return ifBlock(value, includeZero, { ...parts, body: otherwise, otherwise: body });
    case "each":
      return eachBlock(value, parts);
    case "with":
      return withBlock(value, parts);
    default:
      return helperBlock(compileHelper(call, setting), parts);
  }
}

function compileParts({ body, otherwise, names }: BlockContents, setting: Setting): BlockParts {
  return { body: compileProgram(body, setting), otherwise: compileProgram(otherwise, setting), names };
}
