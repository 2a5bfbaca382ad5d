/** An object with more properties, which are made when they are asked for the first time, and kept. */
export function withLazy<A extends object, T extends object>(
  object: A,
  makers: { readonly [Name in keyof T]: () => T[Name] },
): A & T {
  defineLazy<T>(object, makers);
  return object;
}

/**
 * Gives an object properties of its own that are made when they are asked for the first time, and kept.
 *
 * @param object What gets them
 * @param makers What makes each, by name
 */
export function defineLazy<T extends object>(
  object: object,
  makers: { readonly [Name in keyof T]: () => T[Name] },
): asserts object is T {
  for (const name of Object.keys(makers)) {
    const make: unknown = Reflect.get(makers, name);
    Object.defineProperty(object, name, {
      enumerable: true,
      configurable: true,
      get() {
        const value: unknown = typeof make === "function" ? make() : undefined;
        Object.defineProperty(object, name, { enumerable: true, value });
        return value;
      },
    });
  }
}
