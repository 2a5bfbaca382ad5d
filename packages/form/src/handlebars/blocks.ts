import { raw } from "./escape.ts";
import type { CallHelper, Get } from "./expression.ts";
import type { DrawBlock } from "./helper.ts";
import { own } from "./own.ts";
import { Frame, type Scope } from "./scope.ts";
import { Writer } from "./writer.ts";

/** Writes a part of a template. */
export type Write = (out: Writer, scope: Scope) => void;

/** What stands in a block, and how many names it gives. */
export interface BlockParts {
  readonly body: Write;
  readonly otherwise: Write;
  readonly names: number;
}

/** `{{#if value}}` */
export function ifBlock(value: Get, includeZero: Get, { body, otherwise }: BlockParts): Write {
  return (out, scope) => {
    const is = value(scope);
    const holds = isFilled(is) || (is === 0 && Boolean(includeZero(scope)));
    return holds ? body(out, scope) : otherwise(out, scope);
  };
}

/** `{{#with value}}` */
export function withBlock(value: Get, { body, otherwise, names }: BlockParts): Write {
  return (out, scope) => {
    const context = value(scope);
    if (!isFilled(context) && context !== 0) return otherwise(out, scope);
    return body(out, scope.inside(context, scope.data, names, [context]));
  };
}

/** `{{#each value}}`: the items of what can be iterated, or the values of an object. */
export function eachBlock(value: Get, { body, otherwise, names }: BlockParts): Write {
  return (out, scope) => {
    const { items, keys } = entriesOf(value(scope));
    if (items.length === 0) return otherwise(out, scope);
    return items.forEach((item, index) => {
      const key = keys ? keys[index] : index;
      const data = new Frame(scope.data["root"], scope.data, key, index, index === items.length - 1);
      body(out, scope.inside(item, data, names, [item, key]));
    });
  };
}

/** `{{#value}}`: like `each` for a list, else like `with`; a value that is true stays in the context around. */
export function sectionBlock(value: Get, parts: BlockParts): Write {
  const { body, otherwise, names } = parts;
  const each = eachBlock(value, parts);
  return (out, scope) => {
    const is = value(scope);
    if (is === undefined || is === null || is === false) return otherwise(out, scope);
    if (Array.isArray(is)) return each(out, scope);
    return body(out, scope.inside(is === true ? scope.context : is, scope.data, names, []));
  };
}

/** A block of a helper that the application has. */
export function helperBlock(helper: CallHelper, { body, otherwise, names }: BlockParts): Write {
  return (out, scope) => {
    const draw =
      (write: Write, names: number): DrawBlock =>
      (context, { data = scope.data, blockParams = [] } = {}) => {
        const part = new Writer();
        write(part, scope.inside(context, data, names, blockParams));
        return part.html;
      };
    out.write(raw(helper(scope, { fn: draw(body, names), inverse: draw(otherwise, 0) })));
  };
}

/** Whether a value is there for `if`: an empty list isn't. */
function isFilled(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

interface Entries {
  readonly items: readonly unknown[];
  /** Of an object; else the keys are the positions. */
  readonly keys?: readonly string[];
}

function entriesOf(value: unknown): Entries {
  if (Array.isArray(value)) return { items: value };
  if (typeof value !== "object" || value === null) return { items: [] };
  if (isIterable(value)) return { items: [...value] };
  const keys = Object.keys(value);
  return { items: keys.map((key) => own(value, key)), keys };
}

function isIterable(value: object): value is Iterable<unknown> {
  return Symbol.iterator in value;
}
