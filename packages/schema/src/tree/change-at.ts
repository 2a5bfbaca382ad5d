import { z } from "zod";
import { type Edge, INSIDE } from "../paths/edge.ts";
import { PathError } from "../paths/path-error.ts";
import { Pattern, type State } from "../paths/pattern.ts";
import { mapParts } from "../zod/type-parts.ts";
import { ready } from "./rewrite.ts";
import { followed, type TypeAt, type WithTypeAt } from "./type-at.ts";

/**
 * Replaces the type at a path. Returns a changed copy.
 *
 *     const Slow = changeAt(Preset, "cycles.*.*.angle", (angle) => angle.max(90))
 *     const Titled = changeAt(Preset, "name", (name) => name.meta({ title: "Preset" }))
 *
 * `*` matches any field, item or value, `**` any number of levels. Wrappers on the path are kept, and so are checks, error
 * messages and metadata (except `id`). The callback gets the type with its wrappers; `changeInside` reaches the type
 * within.
 *
 * @param type Left unchanged
 * @param path Names joined by dots; a position stands for all items of an array
 * @param change Makes the new type; called once for each type at the path
 * @returns the changed type. Recursive types stay recursive: `**` changes them at every level
 * @throws PathError if the type has nothing at the path
 */
export function changeAt<T extends z.core.$ZodType, const P extends string, N extends z.core.$ZodType>(
  type: T,
  path: P & ([TypeAt<T, P>] extends [never] ? never : unknown),
  change: (type: TypeAt<T, P>) => N,
): WithTypeAt<T, P, N> {
  const pattern = new Pattern(path);
  const changes = new Changes(pattern, followed(change));
  const changed = changes.at(type, pattern.start, "");
  if (!changes.areAny) throw new PathError(path, `No "${path}" in the type`);
  return followed(changed);
}

type ChangeType = (type: z.core.$ZodType) => z.core.$ZodType;

/** Changes a type and its parts. A type used in several places is changed once. */
class Changes {
  areAny = false;
  readonly #pattern: Pattern;
  readonly #change: ChangeType;
  readonly #results: Map<z.core.$ZodType, Map<string, z.core.$ZodType | undefined>> = new Map();

  constructor(pattern: Pattern, change: ChangeType) {
    this.#pattern = pattern;
    this.#change = change;
  }

  /** @param edge The edge that led to the type: a type inside a wrapper has no place of its own */
  at(type: z.core.$ZodType, state: State, edge: Edge): z.core.$ZodType {
    if (state.length === 0) return type;
    const isPlace = edge !== INSIDE;
    const byState = this.#results.get(type) ?? new Map<string, z.core.$ZodType | undefined>();
    this.#results.set(type, byState);
    const key = `${isPlace} ${state.join()}`;
    const found = byState.get(key);
    if (found) return found;
    if (byState.has(key)) return new z.ZodLazy({ type: "lazy", getter: () => ready(byState.get(key)) });
    byState.set(key, undefined);
    const inner = mapParts(type, (part, edge) => this.at(part, this.#pattern.next(state, edge), edge));
    const isWanted = isPlace && this.#pattern.accepts(state);
    this.areAny ||= isWanted;
    const changed = isWanted ? this.#change(inner) : inner;
    byState.set(key, changed);
    return changed;
  }
}
