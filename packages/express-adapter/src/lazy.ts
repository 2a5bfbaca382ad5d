/**
 * Makes what defines a property whose value is made on its first use. It can be assigned to, like any other.
 *
 * All targets have the same accessor: one of a target's own would keep it, and the whole request, until memory is collected
 * as a whole.
 *
 * @returns a function of the target and of what makes the value; where that throws, each use throws
 */
export function lazyProperty(key: string): (target: object, make: () => unknown) => void {
  const MAKE = Symbol(key);
  function settle(this: object, value: unknown): void {
    Object.defineProperty(this, key, { value, writable: true, enumerable: true, configurable: true });
  }
  const accessor: PropertyDescriptor & ThisType<object> = {
    configurable: true,
    get() {
      const make: unknown = Reflect.get(this, MAKE);
      const value: unknown = typeof make === "function" ? make() : undefined;
      settle.call(this, value);
      return value;
    },
    set: settle,
  };
  return (target: { [MAKE]?: () => unknown }, make) => {
    target[MAKE] = make;
    Object.defineProperty(target, key, accessor);
  };
}
