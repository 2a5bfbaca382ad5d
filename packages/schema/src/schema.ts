import { z } from "zod";
import { type Invalid, invalidFrom } from "./invalid.ts";
import type { Issue } from "./issue.ts";
import { type Catalogue, englishMessages, fillSlots } from "./messages.ts";
import { SchemaNode } from "./node.ts";
import { decodeOrAbsent } from "./zod/compiled.ts";
import { compile } from "./zod/compile.ts";
import { describeIssue } from "./zod/describe-issue.ts";
import { pathInPage } from "./zod/positions.ts";

/** How one call of `deserialize` goes about it. */
export interface DeserializeOptions {
  /** Messages by identifier, over the English ones. */
  readonly messages?: Catalogue;
}

/** Typed data, or what is wrong with it. */
export type DeserializeResult<T> =
  | { readonly ok: true; readonly value: T }
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
 */
export function schema<T extends z.ZodType>(type: T): Schema<T> {
  const compiled = compile(type);
  const node = new SchemaNode("", compiled);
  const executable = executableOf<T>(compiled.executable);
  const prepare = (cstruct: unknown): unknown => decodeOrAbsent(compiled, cstruct);

  function finish(
    result: z.core.util.SafeParseResult<z.output<T>>,
    decoded: unknown,
    messages: Catalogue = {},
  ): DeserializeResult<z.output<T>> {
    if (result.success) return { ok: true, value: result.data };
    const issues = result.error.issues.map((issue) => toIssue(issue, decoded, node, messages));
    return { ok: false, error: invalidFrom(issues, node) };
  }

  return {
    node,
    deserialize(cstruct, options) {
      const decoded = prepare(cstruct);
      return finish(z.core.safeParse(executable, decoded, PARSE_OPTIONS), decoded, options?.messages);
    },
    async deserializeAsync(cstruct, options) {
      const decoded = prepare(cstruct);
      return finish(
        await z.core.safeParseAsync(executable, decoded, PARSE_OPTIONS),
        decoded,
        options?.messages,
      );
    },
    serialize: (appstruct) => compiled.serialize(appstruct),
  };
}

const defaults: Catalogue = Object.assign(Object.create(null), englishMessages);

/** Stands for a message that no one has set, so that the catalogue gives it, with the node at hand. */
const UNSET = "\u0000unset";
const PARSE_OPTIONS: z.core.ParseContext<z.core.$ZodIssue> = { error: () => UNSET, reportInput: true };

function toIssue(issue: z.core.$ZodIssue, decoded: unknown, root: SchemaNode, messages: Catalogue): Issue {
  const path = pathInPage(issue.path, decoded);
  const description = describeIssue(issue);
  const code = description?.code ?? issue.code;
  const node = path.reduce<SchemaNode | undefined>((at, key) => at?.child(key), root);
  const values = { ...description?.values, title: node?.title ?? "", name: node?.name ?? "" };
  const own = issue.message === UNSET ? undefined : issue.message;
  const template =
    (code === "required" ? node?.meta.requiredMessage : undefined) ?? messages[code] ?? defaults[code];
  return {
    code,
    values,
    path,
    message: own ?? (template === undefined ? zodMessage(issue) : fillSlots(template, values)),
    zod: issue,
  };
}

/** zod's own text for an issue, by the locale that is set. */
function zodMessage(issue: z.core.$ZodIssue): string {
  const { localeError } = z.core.config();
  // A finished issue is a raw one with less: locales read no more of it than is there.
  const message = localeError?.(issue as z.core.$ZodRawIssue);
  return (typeof message === "string" ? message : message?.message) ?? englishMessages.invalid;
}

/** The executable accepts decoded strings, but puts out just what the user's type does. */
function executableOf<T extends z.ZodType>(type: z.core.$ZodType): z.core.$ZodType<z.output<T>> {
  return type as z.core.$ZodType<z.output<T>>;
}
