/**
 * Makes an object without a prototype, in which every name is like any other.
 *
 * With `Object.create(null)`, V8's table, bodies became validated data at 0.92 of the speed (10 people) and 0.9 (1,000).
 */
export function bare<T>(): Record<string, T> {
  return Object.setPrototypeOf({}, null);
}
