/**
 * Defines a property whose value is made on its first use. It can be assigned to, like any other.
 *
 * @param make Where it throws, each use throws
 */
export function lazy(target: object, key: string, make: () => unknown): void {
  const settle = (value: unknown): void => {
    Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true });
  };
  Object.defineProperty(target, key, {
    configurable: true,
    get(): unknown {
      const value = make();
      settle(value);
      return value;
    },
    set: settle,
  });
}
