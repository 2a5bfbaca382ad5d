import { z } from "zod";

interface ByShapeDef extends z.core.$ZodTypeDef {
  readonly type: "custom";
  readonly list: z.core.$ZodType;
  readonly other: z.core.$ZodType;
}

interface ByShape extends z.core.$ZodType {
  readonly _zod: z.core.$ZodTypeInternals & { readonly def: ByShapeDef };
}

const ByShapeType: z.core.$constructor<ByShape, ByShapeDef> = z.core.$constructor(
  "ByShape",
  (instance: ByShape, def: ByShapeDef) => {
    z.core.$ZodType.init(instance, def);
    instance._zod.parse = (payload, context) =>
      (Array.isArray(payload.value) ? def.list : def.other)._zod.run(payload, context);
  },
);

/**
 * Parses lists by one type and all else by another. A union would try both, and say of each why it does not fit.
 *
 * @param list For lists
 * @param other For whatever is no list
 */
export function byShape(list: z.core.$ZodType, other: z.core.$ZodType): z.core.$ZodType {
  return new ByShapeType({ type: "custom", list, other });
}
