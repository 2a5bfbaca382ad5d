import { z } from "zod";
import type { Bindings } from "../deferred.ts";
import { UnsupportedTypeError } from "../unsupported-type-error.ts";
import { textWire } from "../wire/scalars.ts";
import { array, map, set } from "./array.ts";
import { bindType } from "./bind.ts";
import { type Choice, type Compiled, type CompileInner, metadataOf } from "./compiled.ts";
import { leaf } from "./leaf.ts";
import { anything, bigint, boolean, choice, date, file, nothing, number, string } from "./leaves.ts";
import { object } from "./object.ts";
import { pipe } from "./pipe.ts";
import { record } from "./record.ts";
import { tuple } from "./tuple.ts";
import { discriminatedUnion, union } from "./union.ts";
import { caught, defaulted, nonOptional, nullable, optional, wrapper } from "./wrappers.ts";
import { hasFields } from "../has-fields.ts";

type Name = z.core.$ZodTypeDef["type"];
type TypeNamed<K extends Name> = Extract<z.core.$ZodTypes, { _zod: { def: { type: K } } }>;

/** How each zod type is compiled; a type that is not here can't stand in a form. */
const compilers: { [K in Name]?: (type: TypeNamed<K>, compile: CompileInner) => Compiled } = {
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
    isDiscriminated(type) ? discriminatedUnion(type, compile) : union(type, compile),
  optional,
  nullable,
  default: defaulted,
  prefault: defaulted,
  catch: caught,
  nonoptional: nonOptional,
  readonly: wrapper,
  pipe,
  lazy: (type, compile) => compile(type._zod.innerType, ""),
};

function isDiscriminated(type: z.core.$ZodUnion): type is z.core.$ZodDiscriminatedUnion {
  return "discriminator" in type._zod.def;
}

/** What is known of the types of a schema while it is compiled, and kept for binding it. */
interface Known {
  readonly compiled: Map<z.core.$ZodType, Compiled | "compiling">;
  /** Types with deferred parts, or recursive ones, which must be compiled again when the schema is bound. */
  readonly deferred: Set<z.core.$ZodType>;
}

/** A compiled schema, with what it waits for. */
export interface CompiledSchema {
  readonly root: Compiled;
  /** Places of deferred parts that have not been bound. */
  readonly waiting: readonly string[];
  /** Compiles what depends on bindings again, the rest being shared. */
  bind(bindings: Bindings): CompiledSchema;
}

/**
 * Compiles a zod type and all it is made of.
 *
 * @param type Any type that can stand in a form
 * @returns the compiled type, to be used for every post and every page
 * @throws UnsupportedTypeError for a type that can't stand in a form, by name and place
 */
export function compile(type: z.core.$ZodType): CompiledSchema {
  return compileWith(type, undefined, new Map());
}

function compileWith(
  type: z.core.$ZodType,
  bindings: Bindings | undefined,
  shared: Known["compiled"],
): CompiledSchema {
  const compiler = new Compiler(bindings, shared);
  const root = compiler.compile(type, []);
  const { compiled, deferred } = compiler.known;
  const kept = new Map([...compiled].filter(([each]) => !deferred.has(each)));
  return { root, waiting: compiler.waiting, bind: (next) => compileWith(type, next, kept) };
}

class Compiler {
  readonly known: Known;
  readonly waiting: string[] = [];
  readonly #bindings: Bindings | undefined;

  constructor(bindings: Bindings | undefined, shared: Known["compiled"]) {
    this.#bindings = bindings;
    this.known = { compiled: new Map(shared), deferred: new Set() };
  }

  compile(type: z.core.$ZodType, path: readonly string[]): Compiled {
    const { compiled, deferred } = this.known;
    const found = compiled.get(type);
    if (found === "compiling") {
      deferred.add(type);
      return recursive(type, compiled);
    }
    if (found) return found;
    compiled.set(type, "compiling");
    const inner: CompileInner = (child, key) => {
      const its = this.compile(child, key === "" ? path : [...path, key]);
      if (deferred.has(child)) deferred.add(type);
      return its;
    };
    const bound = bindType(type, this.#bindings);
    if (bound.isDeferred) deferred.add(type);
    this.waiting.push(...bound.waiting.map((name) => [...path, name].join(".")));
    const made = compileNew(bound.type, path, inner);
    compiled.set(type, made);
    return made;
  }
}

function compileNew(type: z.core.$ZodType, path: readonly string[], inner: CompileInner): Compiled {
  const { type: name } = type._zod.def;
  const compiler = compilerOf(name);
  if (compiler) return compiler(type, inner);
  const { wire, choices } = metadataOf(type);
  // A type that only its author knows can stand in a form where its metadata says how it is written.
  if (wire) {
    return leaf(type, {
      kind: name,
      wire: textWire,
      ...(areChoices(choices) && { choices }),
      accepts: (value) => z.core.safeParse(type, value).success,
    });
  }
  throw new UnsupportedTypeError(name, path.join("."));
}

function areChoices(given: unknown): given is readonly Choice[] {
  return (
    Array.isArray(given) &&
    given.every((each: unknown) => hasFields(each) && typeof each["text"] === "string")
  );
}

function compilerOf(name: Name): ((type: z.core.$ZodType, compile: CompileInner) => Compiled) | undefined {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each compiler stands under the name of its own type
  return compilers[name] as ((type: z.core.$ZodType, compile: CompileInner) => Compiled) | undefined;
}

/** Stands for a type inside itself: whatever is asked of it is asked of the whole, once that is compiled. */
function recursive(type: z.core.$ZodType, known: Known["compiled"]): Compiled {
  const whole = (): Compiled => {
    const compiled = known.get(type);
    if (compiled === undefined || compiled === "compiling")
      throw new TypeError("A recursive type was looked into while it was compiled");
    return compiled;
  };
  return {
    // The same as where it stands first, so that one is known by the other; a lazy type is not what it gives.
    get type() {
      const compiled = known.get(type);
      return typeof compiled === "object" ? compiled.type : type;
    },
    isLeaf: false,
    executable: new z.core.$ZodLazy({ type: "lazy", getter: () => whole().executable }),
    get kind() {
      return whole().kind;
    },
    get meta() {
      return whole().meta;
    },
    get required() {
      return whole().required;
    },
    get absent() {
      return whole().absent;
    },
    get droppable() {
      return whole().droppable;
    },
    get constraints() {
      return whole().constraints;
    },
    get choices() {
      return whole().choices;
    },
    get isLoose() {
      return whole().isLoose;
    },
    get discriminator() {
      return whole().discriminator;
    },
    get containment() {
      return whole().containment;
    },
    get children() {
      return whole().children;
    },
    get entry() {
      return whole().entry;
    },
    decode: (value) => whole().decode(value),
    serialize: (value, faults) => whole().serialize(value, faults),
    accepts: (value) => whole().accepts(value),
  };
}
