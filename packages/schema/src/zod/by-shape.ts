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
 * Makes a type that parses lists with one type and other values with another. A union would try both and report the
 * errors of both.
 */
export function byShape(list: z.core.$ZodType, other: z.core.$ZodType): z.core.$ZodType {
  return new ByShapeType({ type: "custom", list, other });
}
