import { z } from "zod";
import type { Containment } from "../containment.ts";
import { areEqual } from "../data/equal-values.ts";
import { leftOut } from "../left-out.ts";
import { type Compiled, type Compile, derive } from "./compiled.ts";
import { definitionOf } from "./definition.ts";
import { rulesOf } from "./field-rules.ts";

/** The posted value of a conditional field that is shown. Without it, the field is hidden. */
export class Shown {
  readonly value: unknown;
  readonly isRequired: boolean;

  constructor(value: unknown, isRequired: boolean) {
    this.value = value;
    this.isRequired = isRequired;
  }
}

/** Stands for a missing value that the type replaces, such as by a default. An absent value would be hidden. */
const MISSING: unique symbol = Symbol("missing");
/** Stands for a missing value that is required. */
const DEMANDED: unique symbol = Symbol("demanded");

/** Returns the decoded value of a conditional field without the marks of this module. */
export function unmarked(decoded: unknown): unknown {
  return decoded === MISSING || decoded === DEMANDED ? undefined : decoded;
}

/** Returns true for the decoded value of a shown field that is missing, and has no error. */
export function isReplaced(decoded: unknown): boolean {
  return decoded === MISSING;
}

interface ConditionalDef extends z.core.$ZodTypeDef {
  /** zod looks into the options of a union, to see whether a type is recursive. */
  readonly type: "union";
  readonly options: readonly z.core.$ZodType[];
  readonly shown: z.core.$ZodType;
  readonly demanded: z.core.$ZodType;
  /** Replaces the value of a hidden field, before the type sees it. */
  readonly absent: "" | null | undefined;
}

interface Conditional extends z.core.$ZodType {
  readonly _zod: z.core.$ZodTypeInternals & { readonly def: ConditionalDef };
}

const ConditionalType: z.core.$constructor<Conditional, ConditionalDef> = z.core.$constructor(
  "Conditional",
  (instance: Conditional, def: ConditionalDef) => {
    z.core.$ZodType.init(instance, def);
    const { shown, demanded, absent } = def;
    instance._zod.optin = "optional";
    z.core.util.defineLazy(instance._zod, "optout", () => shown._zod.optout);
    const refuse = (parsed: z.core.ParsePayload): z.core.ParsePayload => {
      if (parsed.issues.length === 0)
        parsed.issues.push({
          code: "invalid_type",
          expected: "nonoptional",
          input: undefined,
          inst: demanded,
        });
      return parsed;
    };
    // The type can't say that a value is absent: it is that of a missing one, such as null or the default. Nothing is checked.
    const unchecked = (payload: z.core.ParsePayload, parsed: z.core.ParsePayload): z.core.ParsePayload => {
      payload.value = parsed.issues.length > 0 ? absent : parsed.value;
      return payload;
    };
    instance._zod.parse = (payload, context) => {
      const { value } = payload;
      if (value === undefined) {
        if (shown._zod.optout === "optional") return payload;
        const parsed = shown._zod.run({ value: absent, issues: [] }, context);
        return parsed instanceof Promise
          ? parsed.then((done) => unchecked(payload, done))
          : unchecked(payload, parsed);
      }
      payload.value = unmarked(value);
      if (value !== DEMANDED) return shown._zod.run(payload, context);
      const parsed = demanded._zod.run(payload, context);
      return parsed instanceof Promise ? parsed.then(refuse) : refuse(parsed);
    };
  },
);

/**
 * Compiles a field of an object with `showWhen` or `requireWhen`. It reads a value in {@link Shown}; any other is hidden. A hidden field is
 * absent from the data, or has the value of a missing one if its type is not optional.
 *
 * @returns the field itself if it has no condition
 */
export function conditional(field: Compiled, compile: Compile): Compiled {
  const { showWhen, requireWhen } = rulesOf(field.type);
  if (showWhen === undefined && requireWhen === undefined) return field;
  // A type that only a missing value fits, such as z.never().optional(), has no other.
  const demandedType = requireWhen === undefined ? field.type : withoutMissing(field.type);
  const demanded = demandedType === field.type ? field : compile(demandedType, "");
  // shownWhen() requires a field as its type does, and the type of a list may allow an empty one.
  const asksForItems = requireWhen !== undefined && !areEqual(requireWhen, showWhen);
  const made = derive(field, {
    absent: undefined,
    executable: new ConditionalType({
      type: "union",
      options: [field.executable],
      shown: field.executable,
      demanded: demanded.executable,
      get absent() {
        return field.absent;
      },
    }),
    decode(given) {
      if (!(given instanceof Shown)) return unmarked(given) === undefined ? given : undefined;
      const { value, isRequired } = given;
      const decoded = field.decode(value);
      const isMissing = decoded === undefined || value === null || leftOut(value);
      if (isRequired && (isMissing || (asksForItems && isEmptyList(field, decoded)))) return DEMANDED;
      const made = decoded === undefined ? field.absent : decoded;
      return made === undefined && !isLeftAbsent(field.executable) ? MISSING : made;
    },
  });
  plain.set(made, field);
  return made;
}

function isEmptyList({ containment: { name } }: Compiled, decoded: unknown): boolean {
  if (!LISTS.has(name) || typeof decoded !== "object" || decoded === null) return false;
  return (Array.isArray(decoded) ? decoded : Object.keys(decoded)).length === 0;
}

const LISTS: ReadonlySet<Containment["name"]> = new Set(["array", "set", "record", "map"]);

/** Fields without their conditions. */
const plain = new WeakMap<Compiled, Compiled>();

/** Returns a field as it is compiled without its conditions. */
export function withoutConditions(field: Compiled): Compiled {
  return plain.get(field) ?? field;
}

/** Returns true if zod leaves an absent value absent. */
function isLeftAbsent({ _zod: { optin, optout } }: z.core.$ZodType): boolean {
  return optin === "optional" && optout === "optional";
}

/** Removes the outer wrappers that allow a missing value. */
function withoutMissing(type: z.core.$ZodType): z.core.$ZodType {
  const def = definitionOf(type);
  switch (def.type) {
    case "optional":
    case "nullable":
    case "default":
    case "prefault":
    case "catch":
      return withoutMissing(def.innerType);
    default:
      return type;
  }
}
