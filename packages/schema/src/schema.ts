import { z } from "zod";
import { Conditions } from "./conditions/conditions.ts";
import type { Bindings } from "./deferred.ts";
import { isDeeperThan } from "./depth.ts";
import { type Invalid, invalidFrom } from "./invalid.ts";
import { withLazy } from "./lazy.ts";
import { englishMessages, fillSlots } from "./messages.ts";
import { SchemaNode } from "./node.ts";
import { type MessageOptions, toIssues } from "./to-issues.ts";
import { UnboundError } from "./unbound-error.ts";
import { type CompiledSchema, compile } from "./zod/compile.ts";
import type { Faults } from "./zod/faults.ts";
import { decodeOrAbsent } from "./zod/compiled.ts";
import { checkIsType } from "./zod/definition.ts";
import { type FoundIssue, type Outcome, run, runAsync } from "./zod/run.ts";

/** Options of one call of `deserialize`. */
export interface DeserializeOptions extends MessageOptions {
  /** Limit of nesting, in levels. Default 100. Deeper data is an error. `Infinity` for data of a limited depth. */
  readonly maxDepth?: number;
  /** Limit of issues in an error. Default 1,000. `error.omitted` counts the others. */
  readonly maxIssues?: number;
}

/** Typed data, or the errors. Their messages are worded on the first use of `error`. */
export type DeserializeResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Invalid };

/** Nested strings, or the errors of the data. */
type SerializeResult =
  | { readonly ok: true; readonly cstruct: unknown }
  | { readonly ok: false; readonly error: Invalid };

/** A zod schema compiled to turn strings into data and back. Immutable. */
export interface Schema<T extends z.core.$ZodType> {
  /** Root of the schema as widgets and renderers see it. */
  readonly node: SchemaNode;
  /** The conditions and computed fields. Undefined if no field depends on others. */
  readonly conditions: Conditions | undefined;
  /**
   * Turns nested strings into validated data.
   *
   * @param cstruct Strings in arrays and mappings. A missing text is `""` or absent. Typed values are kept
   * @returns the schema's output or the error tree; bad data never throws
   * @throws TypeError if the schema has asynchronous refinements: use `deserializeAsync`
   */
  deserialize(cstruct: unknown, options?: DeserializeOptions): DeserializeResult<z.output<T>>;
  /** Works like `deserialize`, for schemas with asynchronous refinements or transforms. */
  deserializeAsync(cstruct: unknown, options?: DeserializeOptions): Promise<DeserializeResult<z.output<T>>>;
  /**
   * Turns data into the nested strings that a form shows.
   *
   * @param appstruct The schema's output or any part of it. Invalid and missing values are shown unchanged
   */
  serialize(appstruct?: unknown): unknown;
  /**
   * Works like `serialize`, but refuses values of the wrong type. Checks are not run.
   *
   * @returns the strings, or the error tree
   */
  trySerialize(appstruct: unknown, options?: MessageOptions): SerializeResult;
  /**
   * Returns a schema with its deferred parts computed, for one request. The original stays unchanged; both share all
   * other parts.
   *
   * @param bindings Passed to each deferred part
   */
  bind(bindings: Bindings): Schema<T>;
}

/**
 * Compiles a zod type.
 *
 *     const Person = schema(z.object({ name: z.string(), age: z.int() }));
 *     Person.deserialize({ name: "Ann", age: "42" })   // { ok: true, value: { name: "Ann", age: 42 } }
 *
 * `.optional()`, `.nullable()` and `.default()` decide about a missing value. Without them the error is "Required".
 * A refinement counts only if every value that it reads is valid, so results can differ from the type's own `safeParse`.
 *
 * @param type Any zod type that a form can hold; left unchanged
 * @throws UnsupportedTypeError for a type that a form can't hold
 * @throws TypeError if `type` is not a zod 4 type, or a condition of a field makes no sense
 */
export function schema<T extends z.core.$ZodType>(type: T): Schema<T> {
  // Without type checks, a user may pass the fields of an object, or a zod 3 schema.
  checkIsType(type);
  return schemaOf(compile(type));
}

/** Facts about the conditions of the unbound schema, which binding does not change. */
interface UnboundConditions {
  readonly mayExist: boolean;
  readonly areChecked: boolean;
}

function schemaOf<T extends z.core.$ZodType>(
  compiled: CompiledSchema,
  { mayExist, areChecked }: UnboundConditions = { mayExist: true, areChecked: false },
): Schema<T> {
  const { root, waiting } = compiled;
  const node = new SchemaNode(root.meta.name ?? "", root);
  const conditions = mayExist ? Conditions.of(root) : undefined;
  // Binding may still add conditions, or the fields that they read.
  const isOpen = waiting.some((place) => /(?:^|\.)(?:onBind|showWhen|requireWhen)$/.test(place));
  if (!isOpen && !areChecked) conditions?.check();

  /** Decodes the strings for zod, or returns the error if they nest too deep. */
  function prepare(
    cstruct: unknown,
    { maxDepth = 100, messages = {} }: DeserializeOptions,
  ): { decoded: unknown } | { error: Invalid } {
    if (waiting.length > 0) throw new UnboundError(waiting);
    if (maxDepth === Infinity || !isDeeperThan(cstruct, maxDepth))
      return { decoded: decodeOrAbsent(root, conditions ? conditions.evaluate(cstruct).marked : cstruct) };
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
    cstruct?: unknown,
  ): Invalid {
    const { issues, omitted } = toIssues(found, decoded, node, options, cstruct);
    return invalidFrom(issues, node, omitted);
  }

  function finish(
    { value, issues }: Outcome,
    { decoded, cstruct }: { readonly decoded: unknown; readonly cstruct: unknown },
    options: DeserializeOptions,
  ): DeserializeResult<z.output<T>> {
    if (issues.length === 0) return { ok: true, value: outputOf<T>(value) };
    return withLazy({ ok: false as const }, { error: () => errorFrom(issues, decoded, options, cstruct) });
  }

  return {
    node,
    conditions,
    deserialize(cstruct, options = {}) {
      const prepared = prepare(cstruct, options);
      if ("error" in prepared) return { ok: false, error: prepared.error };
      const { decoded } = prepared;
      return finish(run(root.executable, decoded), { decoded, cstruct }, options);
    },
    async deserializeAsync(cstruct, options = {}) {
      const prepared = prepare(cstruct, options);
      if ("error" in prepared) return { ok: false, error: prepared.error };
      const { decoded } = prepared;
      return finish(await runAsync(root.executable, decoded), { decoded, cstruct }, options);
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
    bind: (bindings) =>
      schemaOf(compiled.bind(bindings), {
        mayExist: isOpen || conditions !== undefined,
        areChecked: !isOpen,
      }),
  };
}

/** Types the output of the executable. */
function outputOf<T extends z.core.$ZodType>(value: unknown): z.output<T> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the executable is a clone of the type, with the same output
  return value as z.output<T>;
}
