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
  Object.defineProperty(object, MAKERS, { value: makers });
  for (const name of Object.keys(makers)) Object.defineProperty(object, name, accessorOf(name));
}

/** Where an object has what makes its properties, out of sight. */
const MAKERS = Symbol("makers");

/**
 * Accessors by name, the same ones for all objects.
 *
 * V8 keeps an accessor of one object's own, and all that the object holds, until old space is collected: right bodies of 10
 * people were then validated at 0.53 of the speed.
 */
const accessors = new Map<string, PropertyDescriptor>();

/** How many there are at most: names may come from schemas that are made of what people say. */
const MOST_ACCESSORS = 1000;

function accessorOf(name: string): PropertyDescriptor {
  const known = accessors.get(name);
  if (known) return known;
  const accessor: PropertyDescriptor & ThisType<object> = {
    enumerable: true,
    configurable: true,
    get() {
      const make: unknown = Reflect.get(Object(Reflect.get(this, MAKERS)), name);
      const value: unknown = typeof make === "function" ? make() : undefined;
      Object.defineProperty(this, name, { enumerable: true, value });
      return value;
    },
  };
  if (accessors.size < MOST_ACCESSORS) accessors.set(name, accessor);
  return accessor;
}
