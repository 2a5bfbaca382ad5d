import { z } from "zod";
import { type Compiled, type CompileInner, decodeOrAbsent } from "./compiled.ts";
import { constraintsOf } from "./constraints.ts";
import { keepPositions } from "./positions.ts";
import { metadataOf } from "./metadata-of.ts";
import { type Check, checksOf, gate, rebuild } from "./rebuild.ts";

/** Compiles an array: too many items are refused before any is parsed, its other checks run when all items passed. */
export function array(type: z.core.$ZodArray, compile: CompileInner): Compiled {
  const item = compile(type._zod.def.element, "*");
  const meta = metadataOf(type);
  const constraints = constraintsOf(type);
  const { maxLength = Infinity } = constraints;
  const items = rebuild(type, { element: item.executable, checks: [] });
  const ofAnything = rebuild<z.core.$ZodType>(type, { element: z.unknown(), checks: [] } as object);
  const limits = checksOf(type).filter(limitsSize);
  const others = checksOf(type).filter((check) => !limitsSize(check));
  return {
    kind: "array",
    type,
    meta,
    required: true,
    absent: undefined,
    droppable: false,
    constraints,
    children: [[item.meta.name ?? "item", item]],
    executable: gate(limits.length > 0 ? z.pipe(gate(ofAnything, limits), items) : items, others),
    decode(value) {
      if (!Array.isArray(value) || value.length > maxLength) return value;
      const decoded: unknown[] = [];
      const positions: number[] = [];
      value.forEach((given: unknown, position) => {
        const present = decodeOrAbsent(item, given);
        if (present === undefined && item.droppable) return;
        decoded.push(present);
        positions.push(position);
      });
      if (decoded.length < value.length) keepPositions(decoded, positions);
      return decoded;
    },
    serialize(value) {
      const shown = value ?? meta.initial;
      if (Array.isArray(shown)) return shown.map((each: unknown) => item.serialize(each) ?? "");
      return typeof shown === "string" ? shown : undefined;
    },
  };
}

function limitsSize(check: Check): boolean {
  return check._zod.def.check === "max_length" || check._zod.def.check === "length_equals";
}
