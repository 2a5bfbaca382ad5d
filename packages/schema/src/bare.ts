/**
 * An object without a prototype, in which every name is like any other.
 *
 * What `Object.create(null)` makes is a slow table in V8, some times as large and as long to list.
 */
export function bare<T>(): Record<string, T> {
  return Object.setPrototypeOf({}, null);
}
