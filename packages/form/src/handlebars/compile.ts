import { type BlockParts, eachBlock, helperBlock, ifBlock, sectionBlock, withBlock } from "./blocks.ts";
import { escapeHtml, raw } from "./escape.ts";
import { compileExpression, compileHash, compileHelper, type Get } from "./expression.ts";
import type { HandlebarsTemplate } from "./handlebars-template.ts";
import { baseOf, flat } from "./layers.ts";
import type {
  Block,
  BlockContents,
  Expression,
  Output,
  PartialCall,
  Program,
  Step as ProgramStep,
} from "./program.ts";
import { type Part, Run, type Step } from "./run.ts";
import { Scope } from "./scope.ts";
import type { Drawing, Setting, Shared } from "./setting.ts";
import { specialise } from "./specialise.ts";
import { Hole, Stamps } from "./stamp.ts";

/** How often a template is drawn for views of one base before it is compiled for them. */
const OFTEN = 2;

/** Makes functions of a template, without generating code: what can be known before is worked out once. */
export function compile({ program, helpers }: HandlebarsTemplate, shared: Shared): Drawing {
  const setting = { ...shared, helpers };
  const general = compileProgram(program, setting);
  const counts = new WeakMap<object, number>();
  const special = new WeakMap<object, Part>();

  function partFor(context: unknown): Part {
    const base = baseOf(context);
    if (!base) return general;
    const known = special.get(base);
    if (known) return known;
    const count = (counts.get(base) ?? 0) + 1;
    counts.set(base, count);
    if (count <= OFTEN) return general;
    const part = compileProgram(specialise(program, base, shared), setting);
    special.set(base, part);
    return part;
  }
  const stamps = new Stamps((view) => {
    const run = new Run();
    run.enter(partFor(view), new Scope(view, undefined, undefined));
    return run.finish();
  });
  const drawing: Drawing = (run, context, around) => {
    if (context instanceof Hole) context.draw(run, drawing);
    else if (!shared.isBuiltIn || !stamps.print(run, context))
      run.enter(partFor(context), new Scope(context, undefined, around));
  };
  return drawing;
}

function compileProgram(program: Program, setting: Setting): Part {
  const compiled = program.map((step) => compileStep(step, setting));
  const parts = joinLines(compiled).map((step): Part => (Array.isArray(step) ? compileLine(step) : step));
  return {
    steps: parts.flatMap(({ steps }) => steps),
    isFlat: parts.every(({ isFlat }) => isFlat),
  };
}

/** What is written one after the other: texts, and values that are looked up. */
type Line = (string | Value)[];

/** A value that is written; those with the same key are the same. */
interface Value {
  readonly key: string;
  readonly html: (scope: Scope) => string;
}

/** Makes one line of texts and values that follow each other. */
function joinLines(steps: readonly (string | Value | Part)[]): (Line | Part)[] {
  const joined: (Line | Part)[] = [];
  for (const step of steps) {
    const before = joined.at(-1);
    if (typeof step === "object" && "steps" in step) joined.push(step);
    else if (Array.isArray(before)) before.push(step);
    else joined.push([step]);
  }
  return joined;
}

/** Each value of a line is looked up once, however often it is written. */
function compileLine(line: Line): Part {
  const values = new Map(line.flatMap((each) => (typeof each === "string" ? [] : [[each.key, each.html]])));
  const keys = [...values.keys()];
  const getters = [...values.values()];
  // Texts and positions of values in turns.
  const texts = [""];
  const places: number[] = [];
  for (const each of line) {
    if (typeof each === "string") texts.push(texts.pop() + each);
    else {
      places.push(keys.indexOf(each.key));
      texts.push("");
    }
  }
  const [first = "", ...others] = texts;
  if (getters.length === 0) return flatPart(({ out }) => out.write(first));
  return flatPart(({ out }, scope) => {
    const written = getters.map((html) => html(scope));
    let html = first;
    for (let i = 0; i < places.length; i++) html += `${written[places[i] ?? 0]}${others[i]}`;
    out.write(html);
  });
}

/** A step that takes no others with it. */
function flatPart(step: Step): Part {
  return { steps: [step], isFlat: true };
}

/** @returns a text where a step writes always the same */
function compileStep(step: ProgramStep, setting: Setting): string | Value | Part {
  if (typeof step === "string") return step;
  switch (step.kind) {
    case "output":
      return compileOutput(step, setting);
    case "partial":
      return compilePartial(step, setting);
    case "section": {
      const parts = compileParts(step, setting);
      return blockPart(sectionBlock(compileExpression(step.value, setting), parts), parts);
    }
    case "block":
      return compileBlock(step, setting);
    default:
      return step satisfies never;
  }
}

function compileOutput({ value, raw: isRaw }: Output, setting: Setting): string | Value | Part {
  const toHtml = isRaw ? raw : escapeHtml;
  if (value.kind === "call") {
    const [first] = value.values;
    if (value.helper === "draw" && first) {
      const view = compileExpression(first, setting);
      return { steps: [(run, scope) => setting.draw(run, view(scope))], isFlat: false };
    }
    // A theme's classes stay the same, so that most attributes are text.
    if (value.helper === "css" && first?.kind === "literal") return toHtml(setting.classes(first.value));
  }
  const get = compileExpression(value, setting);
  const html = (scope: Scope): string => toHtml(get(scope));
  if (value.kind === "call") return flatPart(({ out }, scope) => out.write(html(scope)));
  return { key: JSON.stringify([value, isRaw]), html };
}

function compilePartial({ name, context, hash }: PartialCall, setting: Setting): Part {
  const find = compileName(name, setting);
  const getContext = compileExpression(context, setting);
  if (hash.length === 0)
    return { steps: [(run, scope) => find(scope)(run, getContext(scope), scope)], isFlat: false };
  const getHash = compileHash(hash, setting);
  const step: Step = (run, scope) => {
    const view: unknown = Object.assign({}, flat(getContext(scope)), getHash(scope));
    find(scope)(run, view, scope);
  };
  return { steps: [step], isFlat: false };
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

function compileBlock({ call, ...contents }: Block, setting: Setting): Part {
  const parts = compileParts(contents, setting);
  const { body, otherwise } = parts;
  const [first] = call.values;
  const value: Get = first ? compileExpression(first, setting) : () => undefined;
  const [, zero] = call.hash.find(([key]) => key === "includeZero") ?? [];
  const includeZero: Get = zero ? compileExpression(zero, setting) : () => false;
  switch (call.helper) {
    case "if":
      return blockPart(ifBlock(value, includeZero, parts), parts);
    case "unless":
      return blockPart(ifBlock(value, includeZero, { ...parts, body: otherwise, otherwise: body }), parts);
    case "each":
      return blockPart(eachBlock(value, parts), parts);
    case "with":
      return blockPart(withBlock(value, parts), parts);
    default:
      return flatPart(helperBlock(compileHelper(call, setting), parts));
  }
}

function blockPart(step: Step, { body, otherwise }: BlockParts): Part {
  return { steps: [step], isFlat: body.isFlat && otherwise.isFlat };
}

function compileParts({ body, otherwise, names }: BlockContents, setting: Setting): BlockParts {
  return { body: compileProgram(body, setting), otherwise: compileProgram(otherwise, setting), names };
}
