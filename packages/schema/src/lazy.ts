/**
 * Returns an object with more properties, each made on its first use and kept.
 *
 *     withLazy({ ok: false }, { error: () => describe(issues) })
 */
export function withLazy<A extends object, T extends object>(object: A, makers: Makers<T>): A & T {
  defineLazy<T>(object, makers);
  return object;
}

/**
 * Gives an object properties that are made on their first use and kept. They are enumerable, and can be assigned to. A maker that
 * throws is called again on the next use.
 *
 * @param makers Makes each property, by its name
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
 * V8 keeps an accessor that belongs to one object, and everything the object holds, until it collects old space. Valid bodies of 10 people
 * were then validated at 0.53 of the speed, and `controls()` read them at 0.42.
 */
const accessors = new Map<string, PropertyDescriptor>();

/** The number of accessors that are kept: names may come from schemas that an application makes of user input. */
const MOST_ACCESSORS = 1000;

function accessorOf(name: string): PropertyDescriptor {
  const known = accessors.get(name);
  if (known) return known;
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
