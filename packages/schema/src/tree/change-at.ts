import { z } from "zod";
import { type Edge, INSIDE } from "../paths/edge.ts";
import { PathError } from "../paths/path-error.ts";
import { Pattern, type State } from "../paths/pattern.ts";
import { mapParts } from "../zod/type-parts.ts";
import { ready } from "./rewrite.ts";
import { followed, type TypeAt, type WithTypeAt } from "./type-at.ts";

/**
 * Makes a type in which what stands at a path is another.
 *
 *     const Slow = changeAt(Preset, "cycles.*.*.angle", (angle) => angle.max(90))
 *     const Titled = changeAt(Preset, "name", (name) => name.meta({ title: "Preset" }))
 *
 * `*` stands for any field, item or value, `**` for any number of levels. Wrappers on the way are passed through and kept,
 * and so are checks, error messages and metadata (but for `id`). What the change gets is the type as it was written,
 * wrappers included; `changeInside` reaches what they wrap.
 *
 * @param type Left unchanged
 * @param path Names joined by dots; a position stands for all items of an array
 * @param change Makes the new type; called once for each type that stands there
 * @returns the changed type; recursion is kept, so a recursive type changed by `**` is changed at each of its levels
 * @throws PathError where nothing stands at the path
 */
export function changeAt<T extends z.ZodType, const P extends string, N extends z.ZodType>(
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

/** One change of a type and all it is made of; a type that stands in several places is changed once. */
class Changes {
  areAny = false;
  readonly #pattern: Pattern;
  readonly #change: ChangeType;
  readonly #known: Map<z.core.$ZodType, Map<string, z.core.$ZodType | undefined>> = new Map();

  constructor(pattern: Pattern, change: ChangeType) {
    this.#pattern = pattern;
    this.#change = change;
  }

  /** @param edge How the type was reached: what is inside a wrapper has no place of its own */
  at(type: z.core.$ZodType, state: State, edge: Edge): z.core.$ZodType {
    if (state.length === 0) return type;
    const isPlace = edge !== INSIDE;
    const known = this.#known.get(type) ?? new Map<string, z.core.$ZodType | undefined>();
    this.#known.set(type, known);
    const key = `${isPlace} ${state.join()}`;
    const found = known.get(key);
    if (found) return found;
    if (known.has(key)) return new z.ZodLazy({ type: "lazy", getter: () => ready(known.get(key)) });
    known.set(key, undefined);
    const inner = mapParts(type, (part, edge) => this.at(part, this.#pattern.next(state, edge), edge));
    const isWanted = isPlace && this.#pattern.accepts(state);
    this.areAny ||= isWanted;
    const changed = isWanted ? this.#change(inner) : inner;
    known.set(key, changed);
    return changed;
  }
}
