import { z } from "zod";
import { hasFields } from "../has-fields.ts";
import { type Compiled, derive } from "./compiled.ts";
import { Shown } from "./conditional.ts";
import { type FieldRules, rulesOf } from "./field-rules.ts";
import { print } from "../print.ts";
import { safeKey } from "./safe-key.ts";
import { keepComputed, Siblings } from "./siblings.ts";

/**
 * Computes the fields of an object with `computed`, after its other fields were decoded. Their posted values are dropped.
 *
 * @returns the object itself if it has no such field
 * @throws TypeError if computed fields read each other
 */
export function withComputed(object: Compiled): Compiled {
  const computed = object.children.flatMap(([name, child]) => {
    const { computed: compute, ...rules } = rulesOf(child.type);
    return compute ? [{ name, key: safeKey(name), compute, isHidden: hidden(rules) }] : [];
  });
  if (computed.length === 0) return object;
  const computes = new Map(computed.map(({ name, compute }) => [name, compute]));
  refuseCircles(new Siblings(object, {}, computes), computes.keys());
  const names = new Set(computed.map(({ key }) => key));
  return derive(object, {
    executable: withoutNoise(object.executable, names),
    decode(value) {
      const decoded = object.decode(value);
      if (!hasFields(value) || !hasFields(decoded)) return decoded;
      const shown = computed.filter(({ name, isHidden }) => !isHidden(value[name]));
      const siblings = new Siblings(
        object,
        decoded,
        new Map(shown.map(({ name, compute }) => [name, compute])),
      );
      const made: Record<string, unknown> = Object.assign(Object.create(null), decoded);
      const values: Record<string, unknown> = Object.create(null);
      for (const { key } of computed) Reflect.deleteProperty(made, key);
      for (const { name, key } of shown) {
        const result = siblings.compute(name);
        values[name] = result;
        if (result !== undefined) made[key] = result;
      }
      keepComputed(value, values);
      if (siblings.failures.size > 0) failuresIn.set(made, siblings.failures);
      return made;
    },
  });
}

/** Failures of the functions by name, by the decoded object. */
const failuresIn = new WeakMap<object, ReadonlyMap<string, unknown>>();

/** Computes all fields of an empty object once, because fields that read each other would fail only with the first post. */
function refuseCircles(siblings: Siblings, names: Iterable<string>): void {
  for (const name of names) siblings.compute(name);
}

/** Returns a function that tells from the given value of a field whether it is hidden. */
function hidden({ showWhen, requireWhen }: FieldRules): (given: unknown) => boolean {
  const isConditional = showWhen !== undefined || requireWhen !== undefined;
  return (given) => isConditional && !(given instanceof Shown);
}

interface QuietDef extends z.core.$ZodPipeDef {
  readonly names: ReadonlySet<PropertyKey>;
}

interface Quiet extends z.core.$ZodPipe {
  readonly _zod: z.core.$ZodPipeInternals & { readonly def: QuietDef };
}

const QuietType: z.core.$constructor<Quiet, QuietDef> = z.core.$constructor(
  "Quiet",
  (instance: Quiet, def: QuietDef) => {
    z.core.$ZodPipe.init(instance, def);
    const { in: object, names } = def;
    const isNoise = ({ path = [], input }: z.core.$ZodRawIssue): boolean => {
      const [name] = path;
      return path.length === 1 && name !== undefined && names.has(name) && input === undefined;
    };
    const quieten = (parsed: z.core.ParsePayload, failures: readonly Failure[]): z.core.ParsePayload => {
      const others = parsed.issues.filter((issue) => !isNoise(issue));
      if (others.length > 0) parsed.issues = others;
      else if (failures.length > 0) parsed.issues = failures.map((failure) => issueOf(failure, instance));
      return parsed;
    };
    instance._zod.parse = (payload, context) => {
      const { value } = payload;
      const failures = [...((hasFields(value) && failuresIn.get(value)) || [])];
      const parsed = object._zod.run(payload, context);
      return parsed instanceof Promise
        ? parsed.then((done) => quieten(done, failures))
        : quieten(parsed, failures);
    };
  },
);

type Failure = readonly [name: string, error: unknown];

function issueOf([name, error]: Failure, inst: z.core.$ZodType): z.core.$ZodRawIssue {
  const reason = error instanceof Error ? error.message : print(error);
  return {
    code: "custom",
    path: [safeKey(name)],
    input: undefined,
    inst,
    params: { id: "notComputed", reason },
  };
}

/** Makes a type that reports a missing or failed computed value only if nothing else is wrong. The other error is mostly its cause. */
function withoutNoise(object: z.core.$ZodType, names: ReadonlySet<PropertyKey>): z.core.$ZodType {
  return new QuietType({ type: "pipe", in: object, out: object, names });
}
