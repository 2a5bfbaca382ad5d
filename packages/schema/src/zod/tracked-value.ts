import type { z } from "zod";
import { UNMADE } from "./chain.ts";

/** The wrong parts of a value, by the keys of the paths to its issues. */
export interface WrongParts {
  /** True if an issue is about this very part. */
  isWrong: boolean;
  readonly below: Map<PropertyKey, WrongParts>;
}

/** Arranges the paths of issues as a tree. */
export function wrongParts(issues: readonly z.core.$ZodRawIssue[]): WrongParts {
  const root: WrongParts = { isWrong: false, below: new Map() };
  for (const issue of issues) {
    let at = root;
    for (const key of placeOf(issue)) {
      const name = typeof key === "number" ? String(key) : key;
      let part = at.below.get(name);
      if (!part) at.below.set(name, (part = { isWrong: false, below: new Map() }));
      at = part;
    }
    at.isWrong = true;
  }
  return root;
}

/** Returns the path to the wrong value of an issue. The value around an unknown tag was not parsed. */
function placeOf({ code, path = [], ...issue }: z.core.$ZodRawIssue): readonly PropertyKey[] {
  return code === "invalid_union" && "discriminator" in issue ? path.slice(0, -1) : path;
}

/** Returns true for a value whose parts can be tracked. */
export function isTrackable(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  if (Array.isArray(value)) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

/** Stops a rule at a part that it must not read. A single error, because a stack trace takes time. */
const STOP = new Error("This part of the value is wrong, or cannot be tracked");

/**
 * Shows a partly valid value to one rule, and stops the rule where it would read a wrong part.
 *
 * The rule reads a proxy. Valid parts are given out themselves, so only lists and mappings around wrong parts are
 * proxies. The rule is also stopped if it lists keys or changes the value, since then nobody knows its result for the
 * valid value.
 */
export class TrackedValue {
  /** The value for the rule. */
  readonly view: object;
  /** True after the rule was stopped. It may have caught the error. */
  wasStopped = false;
  /** True after the rule tried to change the value. */
  wasChanged = false;
  #isOpen = true;
  readonly #views = new Map<object, object>();
  readonly #originals = new WeakMap<object, object>();

  constructor(value: object, wrong: WrongParts) {
    this.view = this.#viewOf(value, wrong);
  }

  /** Ends the tracking. A proxy that the rule has kept then shows everything. */
  close(): void {
    this.#isOpen = false;
  }

  /** Returns the original of a proxy. Other values stay unchanged. */
  original(given: unknown): unknown {
    return (typeof given === "object" && given !== null && this.#originals.get(given)) || given;
  }

  #stop(): void {
    if (!this.#isOpen) return;
    this.wasStopped = true;
    throw STOP;
  }

  #viewOf(value: object, wrong: WrongParts): object {
    const known = this.#views.get(value);
    if (known) return known;
    const read = (key: PropertyKey): unknown => {
      const part = wrong.below.get(key);
      const own: unknown = Reflect.get(value, key);
      // `__proto__` has another name while zod runs.
      if (own === UNMADE || key === "__proto__") this.#stop();
      if (!part) return own;
      if (!part.isWrong && isTrackable(own)) return this.#viewOf(own, part);
      this.#stop();
      return own;
    };
    const refuse = (): false => {
      this.wasChanged = true;
      this.#stop();
      return false;
    };
    // The target is not the value itself: a proxy of a frozen object may not show other values, such as proxies.
    const target: object = Array.isArray(value) ? [] : Object.create(Object.getPrototypeOf(value));
    const view = new Proxy(target, {
      get: (_, key) => read(key),
      has(_, key) {
        read(key);
        return Reflect.has(value, key);
      },
      getOwnPropertyDescriptor(_, key) {
        const own = read(key);
        return Object.hasOwn(value, key)
          ? { value: own, writable: true, enumerable: true, configurable: true }
          : undefined;
      },
      ownKeys: () => {
        this.#stop();
        return Reflect.ownKeys(value);
      },
      isExtensible: () => {
        this.#stop();
        return true;
      },
      preventExtensions: refuse,
      setPrototypeOf: refuse,
      defineProperty: refuse,
      deleteProperty: refuse,
    });
    this.#views.set(value, view);
    this.#originals.set(view, value);
    return view;
  }
}
