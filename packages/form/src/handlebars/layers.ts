/** Where a view keeps its base, so that a copy of it has it too. */
const BASE = Symbol("base");

/**
 * Makes a view in two layers: its own properties over a base, one object for all views of the same field. It reads as if it
 * had the properties of both, and what templates write of the base is worked out once.
 *
 * @param base It is not to be changed. Its accessors are asked for each view
 * @param own Properties that the base has not
 */
export function layered<Base extends object, Own extends object>(base: Base, own: Own): Base & Own {
  return Object.assign(over<Base>(base), own);
}

/** A view over a base that has no properties of its own yet; to set them one by one is faster than {@link layered}. */
export function over<View extends object>(base: object): View {
  const view: View & Partial<Layered> = Object.create(base);
  view[BASE] = base;
  return view;
}

interface Layered {
  [BASE]: object;
}

/** The base of a view, where all that it does not have itself is as the base has it: a copy may have been changed. */
export function baseOf(view: unknown): object | undefined {
  if (!isLayered(view)) return undefined;
  const base = view[BASE];
  return Object.getPrototypeOf(view) === base ? base : undefined;
}

/** The property of a view's base, also where the view is a copy. */
export function baseProperty(view: object, name: string): unknown {
  if (!isLayered(view)) return undefined;
  const base = view[BASE];
  return Object.hasOwn(base, name) ? Reflect.get(base, name, view) : undefined;
}

/** A view in one layer, for who looks at nothing that is inherited. */
export function flat<View>(view: View): View;
export function flat(view: unknown): unknown {
  if (!isLayered(view)) return view;
  const { [BASE]: base, ...own } = view;
  const common = Object.keys(base).map((name) => [name, Reflect.get(base, name, view)]);
  return { ...Object.fromEntries(common), ...own };
}

function isLayered(value: unknown): value is Layered {
  return typeof value === "object" && value !== null && BASE in value;
}
