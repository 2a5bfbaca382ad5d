/** A value with an order of its own, such as a decimal. */
interface Comparable {
  compareTo(other: unknown): number;
}

/** Values that `atLeast` and `atMost` can compare, with `<` or with a `compareTo` method. */
export type Ordered = string | number | bigint | Date | { compareTo(other: never): number };

/** The general type of a bound or choice: `string` for `"d"`. */
export type Widened<T> = T extends string
  ? string
  : T extends number
    ? number
    : T extends bigint
      ? bigint
      : T extends boolean
        ? boolean
        : T;

/**
 * Orders two values of one type.
 *
 * @returns a negative number, 0 or a positive number, as for `sort`; NaN if the values have no order
 */
export function compare(a: unknown, b: unknown): number {
  if (isComparable(a) && isComparable(b)) return a.compareTo(b);
  const [left, right] = [primitiveOf(a), primitiveOf(b)];
  if (left < right) return -1;
  if (left > right) return 1;
  return left === right ? 0 : NaN;
}

/**
 * Returns a function that tells if a value is in a list. Decimals and dates are compared by their value.
 *
 *     includes([Decimal("1.10")])(Decimal("1.1"))   // true
 */
export function includes(values: Iterable<unknown>): (value: unknown) => boolean {
  const all = new Set(values);
  const objects = [...all].filter((value) => value instanceof Date || isComparable(value));
  return (value) => all.has(value) || objects.some((object) => compare(object, value) === 0);
}

function isComparable(value: unknown): value is Comparable {
  return (
    typeof value === "object" &&
    value !== null &&
    "compareTo" in value &&
    typeof value.compareTo === "function"
  );
}

function primitiveOf(value: unknown): string | number | bigint {
  if (value instanceof Date) return value.getTime();
  return typeof value === "string" || typeof value === "number" || typeof value === "bigint" ? value : NaN;
}
