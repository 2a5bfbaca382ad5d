import { z } from "zod";

interface ChosenByDef extends z.core.$ZodTypeDef {
  /** zod looks into the options of a union, to see whether a type is recursive. */
  readonly type: "union";
  readonly options: readonly z.core.$ZodType[];
  readonly choose: (value: unknown) => z.core.$ZodType;
  readonly forMissing: z.core.$ZodType | undefined;
}

interface ChosenBy extends z.core.$ZodType {
  readonly _zod: z.core.$ZodTypeInternals & { readonly def: ChosenByDef };
}

const ChosenByType: z.core.$constructor<ChosenBy, ChosenByDef> = z.core.$constructor(
  "ChosenBy",
  (instance: ChosenBy, def: ChosenByDef) => {
    z.core.$ZodType.init(instance, def);
    const { choose, forMissing } = def;
    // Objects read from these whether a name may be absent.
    if (forMissing) {
      Object.defineProperty(instance._zod, "optin", { get: () => forMissing._zod.optin });
      Object.defineProperty(instance._zod, "optout", { get: () => forMissing._zod.optout });
    }
    instance._zod.parse = (payload, context) => choose(payload.value)._zod.run(payload, context);
  },
);

/**
 * Makes a type that parses each value with one of several types. A union would try all and report the errors of all.
 *
 * @param options All types
 * @param choose Returns the type for a value
 * @param forMissing The type that decides about an absent value. Default: it is an error
 */
export function chosenBy(
  options: readonly z.core.$ZodType[],
  choose: (value: unknown) => z.core.$ZodType,
  forMissing?: z.core.$ZodType,
): z.core.$ZodType {
  return new ChosenByType({ type: "union", options, choose, forMissing });
}
