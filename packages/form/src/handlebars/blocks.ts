import { raw } from "./escape.ts";
import type { CallHelper, Get } from "./expression.ts";
import type { DrawBlock } from "./helper.ts";
import { isFilled } from "./is-filled.ts";
import { Items } from "./items.ts";
import { type Course, type Part, Run, type Step } from "./run.ts";
import type { Scope } from "./scope.ts";

/** What stands in a block, and how many names it gives. */
export interface BlockParts {
  readonly body: Part;
  readonly otherwise: Part;
  readonly names: number;
}

/** `{{#if value}}` */
export function ifBlock(value: Get, includeZero: Get, { body, otherwise }: BlockParts): Step {
  return (run, scope) => {
    const is = value(scope);
    const holds = isFilled(is) || (is === 0 && Boolean(includeZero(scope)));
    run.enter(holds ? body : otherwise, scope);
  };
}

/** `{{#with value}}` */
export function withBlock(value: Get, { body, otherwise, names }: BlockParts): Step {
  return (run, scope) => {
    const context = value(scope);
    if (!isFilled(context) && context !== 0) return run.enter(otherwise, scope);
    return run.enter(body, scope.inside(context, names, [context]));
  };
}

/** `{{#each value}}`: the items of what can be iterated, or the values of an object. */
export function eachBlock(value: Get, { body, otherwise, names }: BlockParts): Step {
  return (run, scope) => {
    const items = new Items(value(scope));
    if (items.isLast) return run.enter(otherwise, scope);
    const each = new Each(items, body, names, scope);
    if (!body.isFlat) return run.begin(each);
    while (each.advance(run));
    return undefined;
  };
}

class Each implements Course {
  readonly #items: Items;
  readonly #body: Part;
  readonly #names: number;
  readonly #scope: Scope;

  constructor(items: Items, body: Part, names: number, scope: Scope) {
    this.#items = items;
    this.#body = body;
    this.#names = names;
    this.#scope = scope;
  }

  advance(run: Run): boolean {
    const { depth } = run;
    const items = this.#items;
    while (items.advance()) {
      const { item } = items;
      const values = this.#names === 0 ? NONE : [item, items.key];
      run.enter(this.#body, this.#scope.inside(item, this.#names, values, this.#scope, items));
      if (run.mustPause(depth)) return true;
    }
    return false;
  }
}

const NONE: readonly unknown[] = [];

/** `{{#value}}`: like `each` for a list, else like `with`; a value that is true stays in the context around. */
export function sectionBlock(value: Get, parts: BlockParts): Step {
  const { body, otherwise, names } = parts;
  const each = eachBlock(value, parts);
  return (run, scope) => {
    const is = value(scope);
    if (is === undefined || is === null || is === false) return run.enter(otherwise, scope);
    if (Array.isArray(is)) return each(run, scope);
    return run.enter(body, scope.inside(is === true ? scope.context : is, names, []));
  };
}

/** A block of a helper that the application has. */
export function helperBlock(helper: CallHelper, { body, otherwise, names }: BlockParts): Step {
  return (run, scope) => {
    const draw =
      (part: Part, names: number): DrawBlock =>
      (context, { data, blockParams = [] } = {}) => {
        const inner = new Run();
        inner.enter(part, scope.inside(context, names, blockParams, data));
        return inner.finish();
      };
    run.out.write(raw(helper(scope, { fn: draw(body, names), inverse: draw(otherwise, 0) })));
  };
}
