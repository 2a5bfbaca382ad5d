import { z } from "zod";
import type { Bindings } from "../deferred.ts";
import { textWire } from "../wire/scalars.ts";
import { array, map, set } from "./array.ts";
import { bindType } from "./bind.ts";
import { checkIsType } from "./definition.ts";
import { type Choice, type Compiled, type Compile, metadataOf } from "./compiled.ts";
import { intersection } from "./intersection.ts";
import { leaf } from "./leaf.ts";
import { anything, bigint, boolean, choice, date, file, nothing, number, string } from "./leaves.ts";
import { object } from "./object.ts";
import { pipe } from "./pipe.ts";
import { record } from "./record.ts";
import { tuple } from "./tuple.ts";
import { plainUnion } from "./plain-union.ts";
import { unsupported } from "./unsupported.ts";
import { discriminatedUnion } from "./union.ts";
import { caught, defaulted, lazy, nonOptional, nullable, optional, wrapper } from "./wrappers.ts";
import { hasFields } from "../has-fields.ts";

type Name = z.core.$ZodTypeDef["type"];
type TypeNamed<K extends Name> = Extract<z.core.$ZodTypes, { _zod: { def: { type: K } } }>;

/** Compilers by zod type. A form can't hold any other type. */
const compilers: { [K in Name]?: (type: TypeNamed<K>, compile: Compile) => Compiled | undefined } = {
  string,
  number,
  bigint,
  boolean,
  date,
  enum: choice,
  literal: choice,
  template_literal: string,
  null: nothing,
  undefined: nothing,
  void: nothing,
  file,
  any: anything,
  unknown: anything,
  object,
  array,
  tuple,
  set,
  record,
  map,
  union: (type, compile) =>
    isDiscriminated(type) ? discriminatedUnion(type, compile) : plainUnion(type, compile),
  intersection,
  optional,
  nullable,
  default: defaulted,
  prefault: defaulted,
  catch: caught,
  nonoptional: nonOptional,
  readonly: wrapper,
  pipe,
  lazy,
};

function isDiscriminated(type: z.core.$ZodUnion): type is z.core.$ZodDiscriminatedUnion {
  return "discriminator" in type._zod.def;
}

/** Compiled types of a schema, kept for binding it. */
interface Cache {
  readonly compiled: Map<z.core.$ZodType, Compiled | "compiling">;
  /** Types with deferred parts and recursive types. Binding must compile them again. */
  readonly deferred: Set<z.core.$ZodType>;
}

/** A compiled schema, with its deferred parts. */
export interface CompiledSchema {
  readonly root: Compiled;
  /** Paths of unbound deferred parts. */
  readonly waiting: readonly string[];
  /** Compiles the types that depend on bindings again. All others are shared. */
  bind(bindings: Bindings): CompiledSchema;
}

/**
 * Compiles a zod type and all its parts.
 *
 * @returns the compiled type, for use with every post and every page
 * @throws UnsupportedTypeError for a type that a form can't hold
 */
export function compile(type: z.core.$ZodType): CompiledSchema {
  return compileWith(type, undefined, new Map());
}

function compileWith(
  type: z.core.$ZodType,
  bindings: Bindings | undefined,
  shared: Cache["compiled"],
): CompiledSchema {
  const compiler = new Compiler(bindings, shared);
  const root = compiler.compile(type, []);
  const { compiled, deferred } = compiler.cache;
  const reusable = new Map([...compiled].filter(([key]) => !deferred.has(key)));
  return { root, waiting: compiler.waiting, bind: (next) => compileWith(type, next, reusable) };
}

class Compiler {
  readonly cache: Cache;
  readonly waiting: string[] = [];
  readonly #bindings: Bindings | undefined;

  constructor(bindings: Bindings | undefined, shared: Cache["compiled"]) {
    this.#bindings = bindings;
    this.cache = { compiled: new Map(shared), deferred: new Set() };
  }

  compile(type: z.core.$ZodType, path: readonly string[]): Compiled {
    checkIsType(type, path.join("."));
    const { compiled, deferred } = this.cache;
    const found = compiled.get(type);
    if (found === "compiling") {
      deferred.add(type);
      return recursive(type, compiled);
    }
    if (found) return found;
    compiled.set(type, "compiling");
    const inner: Compile = (child, key) => {
      const its = this.compile(child, key === "" ? path : [...path, key]);
      if (deferred.has(child)) deferred.add(type);
      return its;
    };
    const bound = bindType(type, this.#bindings);
    if (bound.isDeferred) deferred.add(type);
    this.waiting.push(...bound.waiting.map((name) => [...path, name].join(".")));
    try {
      const made = compileNew(bound.type, path, inner);
      compiled.set(type, made);
      return made;
    } catch (error) {
      // A pipe goes on without an output that no form can hold.
      compiled.delete(type);
      throw error;
    }
  }
}

/** Types with parts. One with a `wire` in its metadata is written as one text. */
const WITH_PARTS: ReadonlySet<Name> = new Set<Name>([
  "object",
  "array",
  "tuple",
  "set",
  "record",
  "map",
  "union",
  "intersection",
  "lazy",
]);

function compileNew(type: z.core.$ZodType, path: readonly string[], inner: Compile): Compiled {
  const { type: name } = type._zod.def;
  const { wire, choices } = metadataOf(type);
  const hasParts = WITH_PARTS.has(name);
  if (wire && name === "pipe") throw misplacedWire(path.join("."));
  const made = wire && hasParts ? undefined : compilerOf(name)?.(type, inner);
  if (made) return made;
  // A form can hold any type with a `wire` in its metadata.
  if (wire) {
    return leaf(type, {
      kind: hasParts ? "custom" : name,
      wire: textWire,
      ...(areChoices(choices) && { choices }),
      accepts: (value) => z.core.safeParse(type, value).success,
    });
  }
  throw unsupported(type, path.join("."));
}

function misplacedWire(path: string): TypeError {
  return new TypeError(
    `${path ? `Field "${path}"` : "The schema"} has a wire on a transform, which no text reaches. Set the wire on the type that the transform reads`,
  );
}

function areChoices(given: unknown): given is readonly Choice[] {
  return (
    Array.isArray(given) &&
    given.every((choice: unknown) => hasFields(choice) && typeof choice["text"] === "string")
  );
}

type AnyCompiler = (type: z.core.$ZodType, compile: Compile) => Compiled | undefined;

function compilerOf(name: Name): AnyCompiler | undefined {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each compiler stands under the name of its own type
  return compilers[name] as AnyCompiler | undefined;
}

/** Stands for a recursive type inside itself. Delegates everything to the compiled type, once that is complete. */
function recursive(type: z.core.$ZodType, cache: Cache["compiled"]): Compiled {
  const target = (): Compiled => {
    const compiled = cache.get(type);
    if (compiled === undefined || compiled === "compiling")
      throw new TypeError("A recursive type was used before it was compiled");
    return compiled;
  };
  return {
    // The same type object as at its first place, so that the two can be compared. A lazy type differs from its inner type.
    get type() {
      const compiled = cache.get(type);
      return typeof compiled === "object" ? compiled.type : type;
    },
    isLeaf: false,
    executable: new z.core.$ZodLazy({ type: "lazy", getter: () => target().executable }),
    get kind() {
      return target().kind;
    },
    get meta() {
      return target().meta;
    },
    get required() {
      return target().required;
    },
    get absent() {
      return target().absent;
    },
    get droppable() {
      return target().droppable;
    },
    get leftOutValues() {
      return target().leftOutValues;
    },
    get constraints() {
      return target().constraints;
    },
    get choices() {
      return target().choices;
    },
    get isLoose() {
      return target().isLoose;
    },
    get discriminator() {
      return target().discriminator;
    },
    get containment() {
      return target().containment;
    },
    get children() {
      return target().children;
    },
    get entry() {
      return target().entry;
    },
    decode: (value) => target().decode(value),
    serialize: (value, faults) => target().serialize(value, faults),
    fresh: () => target().fresh(),
    accepts: (value) => target().accepts(value),
  };
}
