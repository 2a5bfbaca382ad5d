import type { z } from "zod";
import {
  type Compiled,
  compiled,
  type CompileInner,
  decodeOrAbsent,
  isMapping,
  metadataOf,
  misfit,
} from "./compiled.ts";
import { inside, refuse } from "./faults.ts";
import { checksOf, gate, rebuild } from "./rebuild.ts";

/** Compiles a record: a mapping whose names are data. zod itself reads names that are numbers. */
export function record(type: z.core.$ZodRecord, compile: CompileInner): Compiled {
  const { keyType, valueType } = type._zod.def;
  const value = compile(valueType, "*");
  const meta = metadataOf(type);
  const executable: z.core.$ZodType = rebuild<z.core.$ZodType>(type, {
    keyType,
    valueType: value.executable,
    checks: [],
  } as object);
  return compiled({
    kind: "record",
    type,
    meta,
    children: [["*", value]],
    executable: gate(executable, checksOf(type)),
    decode(given) {
      if (!isMapping(given)) return misfit(given);
      const decoded: Record<string, unknown> = Object.create(null);
      for (const name of Object.keys(given)) decoded[name] = decodeOrAbsent(value, given[name]);
      return decoded;
    },
    serialize(given, faults) {
      const shown = given ?? meta.initial;
      if (!isMapping(shown)) {
        refuse(faults, "object", shown);
        return typeof shown === "string" ? shown : undefined;
      }
      const texts: Record<string, unknown> = Object.create(null);
      for (const [name, each] of Object.entries(shown)) {
        texts[name] = inside(faults, name, () => value.serialize(each, faults)) ?? "";
      }
      return texts;
    },
    accepts: (given) =>
      isMapping(given) && (!value.isLeaf || Object.values(given).every((each) => value.accepts(each))),
  });
}
