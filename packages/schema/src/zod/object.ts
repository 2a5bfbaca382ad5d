import type { z } from "zod";
import { type Compiled, type CompileInner, decodeOrAbsent } from "./compiled.ts";
import { metadataOf } from "./metadata-of.ts";
import { checksOf, gate, rebuild } from "./rebuild.ts";

/** Compiles an object: its own keys alone are read, and built without a prototype. */
export function object(type: z.core.$ZodObject, compile: CompileInner): Compiled {
  const { shape, catchall } = type._zod.def;
  const children = Object.entries(shape).map(([name, child]) => [name, compile(child, name)] as const);
  const known = new Map(children);
  const executable = rebuild(type, {
    shape: Object.fromEntries(children.map(([name, child]) => [name, child.executable])),
    checks: [],
  });
  return {
    kind: "object",
    type,
    meta: metadataOf(type),
    required: true,
    absent: undefined,
    droppable: false,
    constraints: {},
    children,
    executable: gate(executable, checksOf(type)),
    decode(value) {
      if (!isMapping(value)) return value instanceof File ? value.name : value;
      const decoded: Record<string, unknown> = Object.create(null);
      for (const [name, child] of children) {
        const given = decodeOrAbsent(child, Object.hasOwn(value, name) ? value[name] : undefined);
        if (given !== undefined) decoded[name] = given;
      }
      // A strict object refuses unknown keys, a loose one keeps them as they came.
      if (catchall) for (const name of Object.keys(value)) if (!known.has(name)) decoded[name] = value[name];
      return decoded;
    },
    serialize(value) {
      if (typeof value === "string") return value;
      const texts: Record<string, unknown> = Object.create(null);
      for (const [name, child] of children) {
        const text = child.serialize(isMapping(value) ? read(value, name) : undefined);
        if (text !== undefined) texts[name] = text;
      }
      return texts;
    },
  };
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Blob);
}

/** A property of an application's own object, getters included, but nothing that every object inherits. */
function read(value: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(value, name) || !(name in Object.prototype) ? value[name] : undefined;
}
