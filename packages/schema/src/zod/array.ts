import { z } from "zod";
import {
  type Compiled,
  compiled,
  type CompileInner,
  decodeOrAbsent,
  derive,
  metadataOf,
  misfit,
} from "./compiled.ts";
import { constraintsOf } from "./constraints.ts";
import { inside, refuse } from "./faults.ts";
import { keepPositions } from "./positions.ts";
import { type Check, checksOf, gate, rebuild } from "./rebuild.ts";

/** Compiles an array: too many items are refused before any is parsed, its other checks run when all items passed. */
export function array(type: z.core.$ZodArray, compile: CompileInner): Compiled {
  const item = compile(type._zod.def.element, "*");
  const { maxLength = Infinity } = constraintsOf(type);
  const ofAnything = rebuild<z.core.$ZodType>(type, { element: z.unknown(), checks: [] } as object);
  const items = rebuild(type, { element: item.executable, checks: [] });
  const limits = checksOf(type).filter(limitsSize);
  const others = checksOf(type).filter((check) => !limitsSize(check));
  const executable = gate(limits.length > 0 ? z.pipe(gate(ofAnything, limits), items) : items, others);
  return list(type, item, executable, {
    kind: "array",
    toItems: (value) => (Array.isArray(value) && value.length <= maxLength ? value : undefined),
  });
}

/** Compiles a set: posted as a list, whose items' errors keep their places. */
export function set(type: z.core.$ZodSet, compile: CompileInner): Compiled {
  const item = compile(type._zod.def.valueType, "*");
  const items = z.pipe(
    z.array(item.executable as z.ZodType),
    z.transform((values) => new Set(values)),
  );
  const executable = gate(items, checksOf(type));
  return list(type, item, executable, {
    kind: "set",
    toItems: (value) => (value instanceof Set ? [...value] : Array.isArray(value) ? value : undefined),
  });
}

interface ListOptions {
  readonly kind: "array" | "set";
  /** Items that can be decoded; undefined leaves it to zod to say what is wrong. */
  readonly toItems: (value: unknown) => readonly unknown[] | undefined;
}

function list(
  type: z.core.$ZodType,
  item: Compiled,
  executable: z.core.$ZodType,
  { kind, toItems }: ListOptions,
): Compiled {
  const meta = metadataOf(type);
  const base = compiled({
    kind: meta.kind ?? kind,
    type,
    meta,
    constraints: constraintsOf(type),
    executable,
    decode(value) {
      const given = toItems(meta.acceptScalar && isScalar(value) ? [value] : value);
      if (!given) return misfit(value);
      const decoded: unknown[] = [];
      const positions: number[] = [];
      given.forEach((each, position) => {
        const present = decodeOrAbsent(item, each);
        if (present === undefined && item.droppable) return;
        decoded.push(present);
        positions.push(position);
      });
      if (decoded.length < given.length) keepPositions(decoded, positions);
      return decoded;
    },
    serialize(value, faults) {
      const shown = value ?? meta.initial;
      if (Array.isArray(shown) || shown instanceof Set) {
        return Array.from(
          shown,
          (each: unknown, i) => inside(faults, i, () => item.serialize(each, faults)) ?? null,
        );
      }
      if (meta.acceptScalar && (isScalar(shown) || value === null))
        return [inside(faults, 0, () => item.serialize(shown, faults))];
      refuse(faults, "array", shown);
      return typeof shown === "string" ? shown : undefined;
    },
    accepts: (value) =>
      kind === "set"
        ? value instanceof Set
        : Array.isArray(value) && value.every((each) => item.accepts(each)),
  });
  // Asked for later: the item may be the whole that is being compiled.
  return derive(base, {
    get children() {
      return [[item.meta.name ?? "item", item] as const];
    },
    get choices() {
      return item.choices;
    },
  });
}

/** What stands for a list of itself. */
function isScalar(value: unknown): boolean {
  return (
    value !== undefined && value !== null && value !== "" && !Array.isArray(value) && !(value instanceof Set)
  );
}

function limitsSize(check: Check): boolean {
  return check._zod.def.check === "max_length" || check._zod.def.check === "length_equals";
}
