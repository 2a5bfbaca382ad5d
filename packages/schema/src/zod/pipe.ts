import { z } from "zod";
import { type Compiled, type CompileInner, derive, metadataOf } from "./compiled.ts";
import { checksOf, gate, rebuild } from "./rebuild.ts";
import { decodingInside } from "./union.ts";

/**
 * Compiles what two types in a row make: a pipe, a transform, a codec or a preprocess.
 *
 * What is posted is read by the first; where both are written as one text, a widget is chosen by the second.
 */
export function pipe(type: z.core.$ZodPipe, compile: CompileInner): Compiled {
  const { in: first, out: second } = type._zod.def;
  if (first._zod.def.type === "transform") return preprocess(type, compile(second, ""));
  const inner = compile(first, "");
  const after = second._zod.def.type === "transform" ? undefined : compile(second, "");
  const shown = inner.isLeaf && after?.isLeaf ? after : inner;
  const executable = rebuild<z.core.$ZodType>(type, {
    in: inner.executable,
    out: after && !after.isLeaf ? after.executable : second,
    checks: [],
  } as object);
  return derive(inner, {
    type,
    get kind() {
      return shown.kind;
    },
    get constraints() {
      return shown.constraints;
    },
    get choices() {
      return shown.choices;
    },
    get meta() {
      return metadataOf(type, { ...inner.meta, ...after?.meta });
    },
    executable: gate(executable, checksOf(type)),
    serialize: (value, faults) =>
      inner.serialize(
        isCodec(type) && value !== undefined && value !== null ? encode(type, value) : value,
        faults,
      ),
    accepts: (value) => (after ?? inner).accepts(value),
  });
}

/** A function that sees the texts first: what it makes of them is decoded after it. */
function preprocess(type: z.core.$ZodPipe, after: Compiled): Compiled {
  const executable = rebuild<z.core.$ZodType>(type, { out: decodingInside(after), checks: [] } as object);
  return derive(after, {
    type,
    get meta() {
      return metadataOf(type, after.meta);
    },
    absent: undefined,
    droppable: false,
    executable: gate(executable, checksOf(type)),
    decode: (value) => value,
  });
}

function isCodec(type: z.core.$ZodPipe): type is z.core.$ZodCodec {
  return "reverseTransform" in type._zod.def;
}

/** The codec's own way back; a value that it does not take is shown as it is. */
function encode(type: z.core.$ZodCodec, value: unknown): unknown {
  const result = z.core.safeEncode(type, value);
  return result.success ? result.data : value;
}
