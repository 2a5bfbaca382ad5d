import { z } from "zod";

type Payload = z.core.ParsePayload;

interface ExclusiveDef extends z.core.$ZodTypeDef {
  /** zod looks into the options of a union, to see whether a type is recursive. */
  readonly type: "union";
  readonly options: readonly z.core.$ZodType[];
  readonly chosen: number;
  readonly xor: z.core.$ZodType;
}

interface Exclusive extends z.core.$ZodType {
  readonly _zod: z.core.$ZodTypeInternals & { readonly def: ExclusiveDef };
}

const ExclusiveType: z.core.$constructor<Exclusive, ExclusiveDef> = z.core.$constructor(
  "Exclusive",
  (instance: Exclusive, def: ExclusiveDef) => {
    z.core.$ZodType.init(instance, def);
    const { options, chosen, xor } = def;
    instance._zod.parse = ({ value, issues }, context) => {
      const judge = (own: Payload, results: readonly Payload[]): Payload => {
        const matches = [...results.keys()].filter((position) => results[position]?.issues.length === 0);
        if (matches.length > 1)
          own.issues.push({
            code: "invalid_union",
            input: value,
            inst: xor,
            errors: [],
            inclusive: false,
            matches,
          });
        return own;
      };
      const proceed = (own: Payload): z.core.util.MaybeAsync<Payload> => {
        if (own.issues.length > 0) return own;
        const results: z.core.util.MaybeAsync<Payload>[] = options.map((option, position) =>
          position === chosen ? own : option._zod.run({ value, issues: [] }, context),
        );
        const finished = results.flatMap((result) => (result instanceof Promise ? [] : [result]));
        if (finished.length === results.length) return judge(own, finished);
        return Promise.all(results.map(async (result) => result)).then((all) => judge(own, all));
      };
      const own = options[chosen]?._zod.run({ value, issues }, context) ?? { value, issues };
      return own instanceof Promise ? own.then(proceed) : proceed(own);
    };
  },
);

/**
 * Makes a type that parses with the chosen option of a `z.xor()`, and refuses a value that another option accepts too. It parses
 * with each option at most once, so each rule runs at most once.
 *
 * @param chosen Position of the option
 * @param xor The type for the issue, because it may have a message of its own
 */
export function exclusive(
  options: readonly z.core.$ZodType[],
  chosen: number,
  xor: z.core.$ZodType,
): z.core.$ZodType {
  return new ExclusiveType({ type: "union", options, chosen, xor });
}
