import type { Data, HelperOptions } from "./helper.ts";
import { own } from "./own.ts";
import type { Call, Expression, Hash, Path } from "./program.ts";
import type { Scope } from "./scope.ts";
import type { Setting } from "./setting.ts";
import { Run } from "./run.ts";

/** Looks a value up. */
export type Get = (scope: Scope) => unknown;

/** Compiles what has a value. */
export function compileExpression(expression: Expression, setting: Setting): Get {
  switch (expression.kind) {
    case "literal": {
      const { value } = expression;
      return () => value;
    }
    case "context":
    case "data":
    case "named":
      return compilePath(expression);
    case "call":
      return compileCall(expression, setting);
    default:
      return expression satisfies never;
  }
}

/**
 * Calls a helper of the application's own.
 *
 * @param block What draws its block
 */
export type CallHelper = (scope: Scope, block?: Pick<HelperOptions, "fn" | "inverse">) => unknown;

/** Compiles the call of a helper that the application has. */
export function compileHelper({ helper: name, values, hash }: Call, setting: Setting): CallHelper {
  const helper = setting.helpers.get(name);
  if (!helper) throw new TypeError(`There is no helper "${name}"`);
  const getValues = values.map((value) => compileExpression(value, setting));
  const getHash = compileHash(hash, setting);
  return (scope, block) => {
    const options: HelperOptions = { name, hash: getHash(scope), data: scope.data, ...block };
    return helper.call(scope.context ?? {}, ...getValues.map((get) => get(scope)), options);
  };
}

/** Compiles values by keys. */
export function compileHash(hash: Hash, setting: Setting): (scope: Scope) => Data {
  const entries = hash.map(([key, value]) => [key, compileExpression(value, setting)] as const);
  return (scope) => Object.fromEntries(entries.map(([key, get]) => [key, get(scope)]));
}

function compilePath({ kind, from, parts }: Path): Get {
  const [first, ...rest] = parts;
  // Nearly all paths are one name of the context.
  if (kind === "context" && from === 0 && first !== undefined) {
    return follow((scope) => own(scope.context, first), rest);
  }
  if (kind === "named") return follow((scope) => scope.named[from], parts);
  if (kind === "context") return follow((scope) => outwards(scope, from)?.context, parts);
  return follow((scope) => dataOf(scope.data, from, first ?? ""), rest);
}

function follow(start: Get, parts: readonly string[]): Get {
  return parts.reduce((get, part) => (scope) => own(get(scope), part), start);
}

function outwards(scope: Scope, steps: number): Scope | undefined {
  let at: Scope | undefined = scope;
  for (let step = 0; step < steps; step++) at = at?.outer;
  return at;
}

/** A value of the data, or of that around, where a block has not given it anew. */
function dataOf(data: unknown, steps: number, name: string): unknown {
  let at = data;
  for (let step = 0; step < steps; step++) at = own(at, "_parent");
  while (at !== undefined && own(at, name) === undefined) at = own(at, "_parent");
  return own(at, name);
}

function compileCall(call: Call, setting: Setting): Get {
  const [first = nothing, second = nothing] = call.values.map((value) => compileExpression(value, setting));
  switch (call.helper) {
    case "lookup":
      return (scope) => {
        const from = first(scope);
        return from ? own(from, String(second(scope))) : from;
      };
    case "css":
      return (scope) => setting.classes(first(scope));
    case "draw":
      return (scope) => {
        const run = new Run();
        setting.draw(run, first(scope));
        const html = run.finish();
        return { toHTML: () => html };
      };
    default: {
      const helper = compileHelper(call, setting);
      return (scope) => helper(scope);
    }
  }
}

const nothing: Get = () => undefined;
