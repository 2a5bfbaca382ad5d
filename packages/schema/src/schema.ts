import { z } from "zod";
import type { Bindings } from "./deferred.ts";
import { isDeeperThan } from "./depth.ts";
import { type Invalid, invalidFrom } from "./invalid.ts";
import { englishMessages, fillSlots } from "./messages.ts";
import { SchemaNode } from "./node.ts";
import { type MessageOptions, toIssues } from "./to-issues.ts";
import { UnboundError } from "./unbound-error.ts";
import { type CompiledSchema, compile } from "./zod/compile.ts";
import type { Faults } from "./zod/faults.ts";
import { decodeOrAbsent } from "./zod/compiled.ts";
import { isType } from "./zod/definition.ts";
import { type FoundIssue, type Outcome, run, runAsync } from "./zod/run.ts";
import { withLazy } from "./lazy.ts";

/** How one call of `deserialize` goes about it. */
export interface DeserializeOptions extends MessageOptions {
  /** Levels of nesting of the data, default 100; deeper data is an error. */
  readonly maxDepth?: number;
  /** Issues that an error holds, default 1,000, the first of those there are; `error.omitted` counts the others. */
  readonly maxIssues?: number;
}

/** Typed data, or what is wrong with it, which is put into words when `error` is asked for. */
export type DeserializeResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Invalid };

/** Nested strings, or what is wrong with the data they were to be made of. */
type SerializeResult =
  | { readonly ok: true; readonly cstruct: unknown }
  | { readonly ok: false; readonly error: Invalid };

/** A zod schema compiled once for turning strings into data and back. Immutable. */
export interface Schema<T extends z.ZodType> {
  /** The root of the schema as widgets and renderers see it. */
  readonly node: SchemaNode;
  /**
   * Turns nested strings into validated data.
   *
   * @param cstruct Strings in arrays and mappings; a missing text is `""` or absent. Values that are typed already pass
   * @returns the schema's output, or the tree of errors; never throws on bad data
   * @throws where the schema has asynchronous refinements: use `deserializeAsync`
   */
  deserialize(cstruct: unknown, options?: DeserializeOptions): DeserializeResult<z.output<T>>;
  /** `deserialize` for schemas with asynchronous refinements or transforms. */
  deserializeAsync(cstruct: unknown, options?: DeserializeOptions): Promise<DeserializeResult<z.output<T>>>;
  /**
   * Turns data into the nested strings that a form shows.
   *
   * @param appstruct The schema's output, or any part of it: invalid and missing values are shown as they are
   */
  serialize(appstruct?: unknown): unknown;
  /**
   * `serialize` that refuses a value of another type than the schema puts out; what the checks say is not asked.
   *
   * @returns the strings, or the tree of errors
   */
  trySerialize(appstruct: unknown, options?: MessageOptions): SerializeResult;
  /**
   * The schema with its deferred parts made, for one request; nothing is changed, and what is not deferred is shared.
   *
   * @param bindings What the deferred parts are made of
   */
  bind(bindings: Bindings): Schema<T>;
}

/**
 * Compiles a zod type.
 *
 *     const Person = schema(z.object({ name: z.string(), age: z.int() }));
 *     Person.deserialize({ name: "Ann", age: "42" })   // { ok: true, value: { name: "Ann", age: 42 } }
 *
 * A missing value becomes what `.optional()`, `.nullable()` or `.default()` say, else it is «Required».
 * A parent's refinement is skipped when something below it failed, so results can differ from the type's own `safeParse`.
 *
 * @param type Any zod type that can stand in a form; it is left unchanged
 * @returns the compiled schema
 * @throws UnsupportedTypeError for a type that no string can become, by name
 * @throws TypeError for what is no type of zod 4
 */
export function schema<T extends z.ZodType>(type: T): Schema<T> {
  // A user without types passes the fields of an object, or a schema of zod 3.
  if (!isType(type)) throw new TypeError("A schema is made of a type of zod 4, such as z.object({ … })");
  return schemaOf(compile(type));
}

function schemaOf<T extends z.ZodType>(compiled: CompiledSchema): Schema<T> {
  const { root, waiting } = compiled;
  const node = new SchemaNode(root.meta.name ?? "", root);

  /** What zod is to parse, or why it can't. */
  function prepare(
    cstruct: unknown,
    { maxDepth = 100, messages = {} }: DeserializeOptions,
  ): { decoded: unknown } | { error: Invalid } {
    if (waiting.length > 0) throw new UnboundError(waiting);
    if (!isDeeperThan(cstruct, maxDepth)) return { decoded: decodeOrAbsent(root, cstruct) };
    const values = { max: maxDepth };
    return {
      error: invalidFrom(
        [
          {
            code: "tooDeep",
            values,
            path: [],
            message: fillSlots(messages["tooDeep"] ?? englishMessages.tooDeep, values),
          },
        ],
        node,
      ),
    };
  }

  function errorFrom(
    found: readonly FoundIssue[],
    decoded: unknown,
    options: DeserializeOptions = {},
  ): Invalid {
    const { issues, omitted } = toIssues(found, decoded, node, options);
    return invalidFrom(issues, node, omitted);
  }

  function finish(
    { value, issues }: Outcome,
    decoded: unknown,
    options: DeserializeOptions,
  ): DeserializeResult<z.output<T>> {
    if (issues.length === 0) return { ok: true, value: outputOf<T>(value) };
    return withLazy({ ok: false as const }, { error: () => errorFrom(issues, decoded, options) });
  }

  return {
    node,
    deserialize(cstruct, options = {}) {
      const prepared = prepare(cstruct, options);
      if ("error" in prepared) return { ok: false, error: prepared.error };
      const { decoded } = prepared;
      return finish(run(root.executable, decoded), decoded, options);
    },
    async deserializeAsync(cstruct, options = {}) {
      const prepared = prepare(cstruct, options);
      if ("error" in prepared) return { ok: false, error: prepared.error };
      const { decoded } = prepared;
      return finish(await runAsync(root.executable, decoded), decoded, options);
    },
    serialize(appstruct) {
      if (waiting.length > 0) throw new UnboundError(waiting);
      return root.serialize(appstruct);
    },
    trySerialize(appstruct, options) {
      if (waiting.length > 0) throw new UnboundError(waiting);
      const faults: Faults = { path: [], issues: [] };
      const cstruct = root.serialize(appstruct, faults);
      if (faults.issues.length === 0) return { ok: true, cstruct };
      return { ok: false, error: errorFrom(faults.issues, appstruct, options) };
    },
    bind: (bindings) => schemaOf(compiled.bind(bindings)),
  };
}

/** Types what the executable puts out. */
function outputOf<T extends z.ZodType>(value: unknown): z.output<T> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the executable is a clone of the type, with the same output
  return value as z.output<T>;
}
