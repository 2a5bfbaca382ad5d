import { z } from "zod";

interface DecoderDef extends z.core.$ZodTypeDef {
  readonly type: "transform";
  readonly decode: (value: unknown) => unknown;
}

interface DecoderType extends z.core.$ZodType {
  readonly _zod: z.core.$ZodTypeInternals & { readonly def: DecoderDef };
}

/**
 * A zod type that decodes a value. One run decodes a list or mapping once.
 *
 * zod recognizes a parsed list or mapping by identity, within one run. With a new copy for each option of a union, a recursive union
 * would try its options twice at each level.
 */
export const Decoder: z.core.$constructor<DecoderType, DecoderDef> = z.core.$constructor(
  "Decoder",
  (instance: DecoderType, def: DecoderDef) => {
    z.core.$ZodType.init(instance, def);
    const runs = new WeakMap<object, WeakMap<object, unknown>>();
    instance._zod.parse = (payload, context) => {
      const { value } = payload;
      if (typeof value !== "object" || value === null) {
        payload.value = def.decode(value);
        return payload;
      }
      const decoded = runs.get(context) ?? new WeakMap<object, unknown>();
      runs.set(context, decoded);
      if (!decoded.has(value)) decoded.set(value, def.decode(value));
      payload.value = decoded.get(value);
      return payload;
    };
  },
);
