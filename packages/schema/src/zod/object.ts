import type { z } from "zod";
import { objectContainment } from "../containment.ts";
import { bare } from "../bare.ts";
import { type Compiled, compiled, type Compile, decodeOrAbsent, metadataOf } from "./compiled.ts";
import { misfit } from "./misfit.ts";
import { withComputed } from "./computed.ts";
import { conditional } from "./conditional.ts";
import { refuse, refuseKeys, serializePart } from "./faults.ts";
import { cloneWith } from "./clone.ts";
import { hasFields, readField } from "../has-fields.ts";
import { checksOf, gate } from "./gate.ts";
import { safeKey, withProto } from "./safe-key.ts";

/** Compiles an object. Reads own properties only, and builds the result without a prototype. */
export function object(type: z.core.$ZodObject, compile: Compile): Compiled {
  const { shape, catchall } = type._zod.def;
  const children = Object.entries(shape).map(
    ([name, child]) => [name, conditional(compile(child, name), compile)] as const,
  );
  const fields = children.map(([name, child]) => ({ name, key: safeKey(name), child }));
  const known = new Set(children.map(([name]) => name));
  const rest = catchall && acceptsMore(catchall) ? compile(catchall, "*") : undefined;
  const isKept = catchall === undefined && !known.has("__proto__");
  const isLoose = catchall !== undefined && catchall._zod.def.type !== "never";
  const meta = metadataOf(type);
  const executable = cloneWith(type, {
    shape: Object.fromEntries(children.map(([name, child]) => [safeKey(name), child.executable])),
    ...(rest && { catchall: rest.executable }),
    checks: [],
  });
  const made = compiled({
    kind: "object",
    containment: objectContainment,
    type,
    meta,
    children,
    isLoose,
    executable: gate(known.has("__proto__") || isLoose ? withProto(executable) : executable, checksOf(type)),
    decode(value) {
      if (!hasFields(value)) return misfit(value);
      // An object that decoding doesn't change is parsed without a copy.
      let decoded: Record<string, unknown> | undefined = isKept ? undefined : Object.create(NOTHING);
      for (const field of fields) {
        const { name, key, child } = field;
        const given = Object.hasOwn(value, name) ? value[name] : undefined;
        const its = decodeOrAbsent(child, given);
        if (!decoded && (its !== given || its === undefined))
          decoded = copyOf(value, fields.slice(0, fields.indexOf(field)));
        if (decoded && its !== undefined) decoded[key] = its;
      }
      if (!decoded) return value;
      // A strict object refuses unknown keys, a loose one keeps them.
      if (catchall) {
        for (const name of Object.keys(value)) {
          if (!known.has(name))
            decoded[isLoose ? safeKey(name) : name] = rest ? rest.decode(value[name]) : value[name];
        }
      }
      return decoded;
    },
    serialize(value, faults) {
      const shown = value ?? meta.initial;
      const mapping = hasFields(shown) ? shown : undefined;
      if (!mapping) refuse(faults, "object", shown);
      if (typeof shown === "string") return shown;
      const texts = bare<unknown>();
      const show = (name: string, child: Compiled): void => {
        const text = serializePart(child, mapping && readField(mapping, name), name, faults);
        if (text !== undefined) texts[name] = text;
      };
      for (const { name, child } of fields) show(name, child);
      if (catchall && mapping) {
        const others = Object.keys(mapping).filter((name) => !known.has(name));
        if (!isLoose) refuseKeys(faults, others, mapping);
        for (const name of others) {
          if (rest) show(name, rest);
          else texts[name] = mapping[name];
        }
      }
      return texts;
    },
    accepts: (value) =>
      hasFields(value) &&
      children.every(([name, child]) => {
        const given = readField(value, name);
        return given === undefined ? !child.required : !child.isLeaf || child.accepts(given);
      }),
  });
  return withComputed(made);
}

function copyOf(
  value: Readonly<Record<string, unknown>>,
  fields: readonly { readonly name: string }[],
): Record<string, unknown> {
  const copy: Record<string, unknown> = Object.create(NOTHING);
  for (const { name } of fields) copy[name] = value[name];
  return copy;
}

/**
 * The empty prototype of decoded objects.
 *
 * With `bare()` instead, bodies of points with two numbers were read at 0.91 of the speed (10 points) and 0.93 (1,000).
 */
const NOTHING: object = Object.freeze(Object.create(null));

/** Returns true if the catchall has a type for unknown keys, instead of refusing or keeping them. */
function acceptsMore(catchall: z.core.$ZodType): boolean {
  const { type } = catchall._zod.def;
  return type !== "never" && type !== "unknown" && type !== "any";
}
