/**
 * Adds properties to an object, each computed on its first use and kept.
 *
 *     withLazy({ ok: false }, { error: () => describe(issues) })
 */
export function withLazy<A extends object, T extends object>(object: A, makers: Makers<T>): A & T {
  defineLazy<T>(object, makers);
  return object;
}

/**
 * Defines properties that are computed on their first use and kept. They are enumerable and can be assigned to. A maker
 * that throws is called again on the next use.
 *
 * @param makers One function for each property
 */
export function defineLazy<T extends object>(object: object, makers: Makers<T>): asserts object is T {
  const earlier: unknown = Reflect.get(object, MAKERS);
  const value = earlier === undefined ? makers : Object.assign(Object.create(null), earlier, makers);
  Object.defineProperty(object, MAKERS, { configurable: true, value });
  for (const name of Object.keys(makers)) Object.defineProperty(object, name, accessorOf(name));
}

type Makers<T> = { readonly [Name in keyof T]: () => T[Name] };

/** The key of an object's makers. */
const MAKERS = Symbol("makers");

/**
 * Accessors by name, shared by all objects.
 *
 * V8 frees an accessor of a single object, and everything that object holds, only when it collects old space. With one accessor per
 * object, a body with 10 people was validated at 0.53 of the speed, and `controls()` read it at 0.42.
 */
const accessors = new Map<string, PropertyDescriptor>();

/** Limit of kept accessors: an application may build schemas, and so property names, from user input. */
const MOST_ACCESSORS = 1000;

function accessorOf(name: string): PropertyDescriptor {
  const existing = accessors.get(name);
  if (existing) return existing;
  function settle(this: object, value: unknown): void {
    Object.defineProperty(this, name, { value, writable: true, enumerable: true, configurable: true });
  }
  const accessor: PropertyDescriptor & ThisType<object> = {
    enumerable: true,
    configurable: true,
    get() {
      const make: unknown = Reflect.get(Object(Reflect.get(this, MAKERS)), name);
      const value: unknown = typeof make === "function" ? make() : undefined;
      settle.call(this, value);
      return value;
    },
    set: settle,
  };
  if (accessors.size < MOST_ACCESSORS) accessors.set(name, accessor);
  return accessor;
}
