import type { Bindings } from "../deferred.ts";

/** The facts about a request for a function of other fields. */
export interface RequestFacts<B = Bindings> {
  /** The values that the form was bound to. Empty for a form that is not bound. */
  readonly bindings: B;
}

/** A function of some fields of the same object, with their names. */
export type Dependent<Made = unknown> = ((siblings: never, facts: never) => Made) & {
  /** Names of the fields that it reads. */
  readonly names: readonly string[];
};

/**
 * Names the fields that a function reads. The page then has an Update button beside them, and follows their changes.
 *
 *     dependsOn(["country"], ({ country }: { country?: Country }) => citiesOf(country))
 *
 * The function gets these fields only. Fields that are hidden, missing or invalid are undefined, so declare each as optional.
 *
 * @param names Fields of the object that holds the dependent field
 * @throws TypeError if the names are no list of texts, or nothing is a function
 */
export function dependsOn<
  Siblings extends object = Readonly<Record<string, unknown>>,
  Made = unknown,
  B = Bindings,
>(
  names: readonly (keyof NoInfer<Siblings> & string)[],
  make: (siblings: Siblings, facts: RequestFacts<B>) => Made,
): Dependent<Made> {
  const given: unknown = names;
  if (!Array.isArray(given) || given.some((name) => typeof name !== "string") || typeof make !== "function")
    throw new TypeError(
      'dependsOn() needs the names of the fields, and a function of them: dependsOn(["country"], ({ country }) => …)',
    );
  const read = (siblings: Siblings, facts: RequestFacts<B>): Made => make(only(names, siblings), facts);
  return Object.freeze(Object.assign(read, { names: Object.freeze([...names]) }));
}

/** Returns an object with some of the fields. Each is read when it is needed. */
function only<Siblings extends object>(
  names: readonly (keyof Siblings & string)[],
  siblings: Siblings,
): Siblings {
  const made: Siblings = Object.create(null);
  for (const name of names)
    Object.defineProperty(made, name, { enumerable: true, get: () => siblings[name] });
  return made;
}

/** Returns true for a function made by {@link dependsOn}. */
export function isDependent(make: unknown): make is Dependent {
  return typeof make === "function" && "names" in make && Array.isArray(make.names);
}
