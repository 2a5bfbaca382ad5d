import { builtInHelpers } from "./built-in-helpers.ts";
import { escapeHtml, raw } from "./escape.ts";
import { isFilled } from "./is-filled.ts";
import { Items } from "./items.ts";
import { own } from "./own.ts";
import type {
  Block,
  Expression,
  Hash,
  Literal,
  Output,
  PartialCall,
  Path,
  Program,
  Step,
} from "./program.ts";
import type { Shared } from "./setting.ts";

/** What is known of a context before it is drawn. */
interface Known {
  /** Properties that it has, the same each time. */
  readonly base: unknown;
  /** Whether that is all there is to it, so that it needs no scope when it is drawn. */
  readonly isWhole: boolean;
}

/** Where a step stands: what is known of the contexts around, innermost first. */
interface Place {
  readonly scopes: readonly (Known | undefined)[];
  /** Names of the partials around, which must not be put into themselves. */
  readonly partials: readonly string[];
  readonly programOf: Shared["program"];
}

/**
 * Works out beforehand what a template writes of a view's base: its properties become text, conditions on them are decided,
 * partials and lists of it are written out. What is left needs only the view's own properties.
 *
 *     specialise(parse("{{label}}: {{value}}"), { label: "Name" }, shared)   // → ["Name: ", {{value}}]
 *
 * @param base Properties that all views have which this will draw, and which none of them has otherwise
 */
export function specialise(
  program: Program,
  base: object,
  { program: programOf }: Pick<Shared, "program">,
): Program {
  return foldProgram(program, { scopes: [{ base, isWhole: false }], partials: [], programOf });
}

function foldProgram(program: Program, place: Place): Program {
  return program.flatMap((step) => foldStep(step, place));
}

function foldStep(step: Step, place: Place): Program {
  if (typeof step === "string") return [step];
  switch (step.kind) {
    case "output":
      return [foldOutput(step, place)];
    case "partial":
      return foldPartial(step, place);
    case "block":
      return foldBlock(step, place);
    case "section":
      return [step];
    default:
      return step satisfies never;
  }
}

function foldOutput(step: Output, { scopes }: Place): Step {
  const value = fold(step.value, scopes);
  if (value.kind !== "literal") return { ...step, value };
  return step.raw ? raw(value.value) : escapeHtml(value.value);
}

/** A partial for the context around is put in its place. */
function foldPartial(step: PartialCall, place: Place): Program {
  const { scopes, partials, programOf } = place;
  const context = fold(step.context, scopes);
  const name = fold(step.name, scopes);
  const left: Program = [{ ...step, context, name, hash: foldHash(step.hash, scopes) }];
  const known = knownOf(context, scopes);
  if (name.kind !== "literal" || !known || step.hash.length > 0) return left;
  const called = String(name.value);
  const program = partials.includes(called) ? undefined : programOf(called);
  if (!program?.every(isMovable)) return left;
  return foldProgram(program, { scopes: [known], partials: [...partials, called], programOf });
}

/** What is known of a partial's context: the whole, or what is known of the one around. */
function knownOf(context: Expression, scopes: Place["scopes"]): Known | undefined {
  if (context.kind === "literal") return { base: context.value, isWhole: true };
  return isContext(context) ? scopes[0] : undefined;
}

function foldBlock(step: Block, place: Place): Program {
  const { scopes } = place;
  const { call, body, otherwise } = step;
  const [first] = call.values;
  if (!first || !builtInHelpers.has(call.helper)) return [step];
  const value = fold(first, scopes);
  const hash = foldHash(call.hash, scopes);
  const folded: Block = { ...step, call: { ...call, values: [value], hash } };
  if (call.helper === "if" || call.helper === "unless") {
    const holds = value.kind === "literal" ? holdsFor(value.value, hash) : undefined;
    if (holds !== undefined) return foldProgram(holds === (call.helper === "if") ? body : otherwise, place);
    return [{ ...folded, body: foldProgram(body, place), otherwise: foldProgram(otherwise, place) }];
  }
  if (value.kind === "literal") return unrolled(folded, value, place) ?? [folded];
  // In a block of the context itself `../` leads past it.
  if (isContext(value)) return [folded];
  const inside = { ...place, scopes: [undefined, ...scopes] };
  return [{ ...folded, body: foldProgram(body, inside), otherwise: foldProgram(otherwise, place) }];
}

/** Whether a condition holds; undefined where that is not known yet. */
function holdsFor(value: unknown, hash: Hash): boolean | undefined {
  if (value !== 0) return isFilled(value);
  const [, zero] = hash.find(([key]) => key === "includeZero") ?? [];
  return zero === undefined || zero.kind === "literal" ? Boolean(zero?.value) : undefined;
}

/** A block of what is known, written out; undefined where something in it asks where it stands. */
function unrolled(
  { call, body, otherwise, names }: Block,
  { value }: Literal,
  place: Place,
): Program | undefined {
  const contexts = call.helper === "each" ? itemsOf(value) : isFilled(value) || value === 0 ? [value] : [];
  if (contexts.length === 0) return foldProgram(otherwise, place);
  if (names > 0) return undefined;
  const program = contexts.flatMap((context) =>
    foldProgram(body, { ...place, scopes: [{ base: context, isWhole: true }, ...place.scopes] }),
  );
  return program.some(asksWhere) ? undefined : program;
}

function itemsOf(value: unknown): readonly unknown[] {
  const items = new Items(value);
  const found: unknown[] = [];
  while (items.advance()) found.push(items.item);
  return found;
}

function fold(expression: Expression, scopes: Place["scopes"]): Expression {
  switch (expression.kind) {
    case "literal":
    case "data":
    case "named":
      return expression;
    case "context":
      return foldPath(expression, scopes);
    case "call": {
      const values = expression.values.map((value) => fold(value, scopes));
      const [from, key] = values;
      if (expression.helper === "lookup" && from?.kind === "literal" && key?.kind === "literal")
        return { kind: "literal", value: from.value ? own(from.value, String(key.value)) : from.value };
      return { ...expression, values, hash: foldHash(expression.hash, scopes) };
    }
    default:
      return expression satisfies never;
  }
}

function foldPath(path: Path, scopes: Place["scopes"]): Expression {
  const { from, parts } = path;
  if (from >= scopes.length) return { kind: "literal" };
  const known = scopes[from];
  const [name] = parts;
  const isKnown =
    known?.isWhole === true || (name !== undefined && known !== undefined && has(known.base, name));
  if (isKnown) return { kind: "literal", value: parts.reduce(own, known.base) };
  // Of the scopes around, only those are there that are not known as a whole.
  return { ...path, from: scopes.slice(0, from).filter((scope) => scope?.isWhole !== true).length };
}

/** Whether something has a property that is always the same. */
function has(base: unknown, name: string): boolean {
  if (typeof base !== "object" || base === null) return false;
  const property = Object.getOwnPropertyDescriptor(base, name);
  return property !== undefined && property.get === undefined;
}

/** Whether an expression is the context itself. */
function isContext({ kind, ...path }: Expression): boolean {
  return kind === "context" && "parts" in path && path.from === 0 && path.parts.length === 0;
}

function foldHash(hash: Hash, scopes: Place["scopes"]): Hash {
  return hash.map(([key, value]) => [key, fold(value, scopes)]);
}

/**
 * Whether a step of a partial means the same in another template: it counts no names from those around it, and what leads out
 * of the partial is seen.
 */
function isMovable(step: Step): boolean {
  if (typeof step === "string" || step.kind === "output" || step.kind === "partial") return true;
  if (step.kind === "section" || step.names > 0 || step.call.values.some(isContext)) return false;
  return [...step.body, ...step.otherwise].every(isMovable);
}

/** Whether a step asks for what stands behind `@`, or may: partials and helpers are given that. */
function asksWhere(step: Step): boolean {
  if (typeof step === "string") return false;
  switch (step.kind) {
    case "output":
      return isWhere(step.value);
    case "partial":
      return true;
    case "section":
      return true;
    case "block":
      return step.names > 0 || isWhere(step.call) || [...step.body, ...step.otherwise].some(asksWhere);
    default:
      return step satisfies never;
  }
}

function isWhere(expression: Expression): boolean {
  if (expression.kind === "data") return true;
  if (expression.kind !== "call") return false;
  return !builtInHelpers.has(expression.helper) || expression.values.some(isWhere);
}
