import type { Widget } from "@turnform/form";
import { boolean, date, datetime, decimal, enumOf, integer, money, strip, time } from "@turnform/schema";
import { z } from "zod";
import type { NeutralSchema, NeutralValidator } from "./recorded.ts";
import { checkOf } from "./validators.ts";
import { canonical, isDrop, valueOf } from "./values.ts";

/** Returns the widget of a recorded schema, or undefined for the default one. */
type WidgetFor = (schema: NeutralSchema) => Pick<Widget, "template"> | undefined;

const types: Readonly<Record<string, (schema: NeutralSchema, widgetFor: WidgetFor) => z.ZodType>> = {
  string: ({ opts = {} }) => z.string().meta({ allowEmpty: opts.allowEmpty ?? false }),
  integer: ({ opts = {} }) => integer({ strict: opts.strict ?? false }),
  float: () => z.number(),
  decimal: ({ opts: { quant, rounding, normalize = false } = {} }) =>
    decimal({ normalize, ...(quant !== undefined && { quantum: quant }), ...(rounding && { rounding }) }),
  money: () => money(),
  boolean: ({ opts: { trueChoices, falseChoices, trueVal, falseVal } = {} }) =>
    boolean({
      ...(trueChoices && { trueChoices }),
      ...(falseChoices && { falseChoices }),
      ...(trueVal !== undefined && { trueValue: trueVal }),
      ...(falseVal !== undefined && { falseValue: falseVal }),
    }),
  date: ({ opts: { format } = {} }) => date(format === undefined ? {} : { format }),
  datetime: ({ opts: { format, tz } = {} }) =>
    datetime({ ...(format !== undefined && { format }), ...(tz !== undefined && { defaultZone: tz }) }),
  time: () => time(),
  enum: ({ opts: { name = "", members = {}, attr, valueType } = {} }) =>
    attr === "value" && valueType === "integer"
      ? integer().check(
          z.refine((value) => Object.values(members).includes(value), {
            params: { id: "notMember", cls: name },
          }),
        )
      : enumOf(name, members, { by: attr ?? "name" }),
  set: () => z.set(z.unknown()),
  // Without a widget, the message for a list has its own wording.
  list: ({ widget }) => (widget ? z.array(z.unknown()) : z.array(z.unknown()).meta({ kind: "list" })),
  file: () => z.file(),
  tuple: ({ children = [] }, widgetFor) =>
    z.tuple(children.map((child) => zodOf(child, widgetFor)) as unknown as []),
  sequence: ({ children = [], opts = {}, widget, validate }, widgetFor) => {
    const [item] = children;
    const list = z.array(item ? zodOf(item, widgetFor) : z.unknown());
    // A widget's limits apply to the list, unless the schema has its own.
    const { minLen = 0, maxLen = Infinity } = validate ? {} : (widget ?? {});
    const least = minLen > 0 ? list.min(minLen) : list;
    return (maxLen < Infinity ? least.max(maxLen) : least).meta({ acceptScalar: opts.acceptScalar ?? false });
  },
  mapping: ({ children = [], opts = {} }, widgetFor) => {
    const shape: Record<string, z.ZodType> = Object.create(null);
    for (const child of children) shape[child.name ?? ""] = zodOf(child, widgetFor);
    const kinds = { ignore: z.object, raise: z.strictObject, preserve: z.looseObject };
    return kinds[opts.unknown ?? "ignore"](shape);
  },
};

/**
 * Makes a zod schema from a recorded one.
 *
 * @param widgetFor Returns the widgets of a form. Default: none
 */
export function zodOf(schema: NeutralSchema, widgetFor: WidgetFor = () => undefined): z.ZodType {
  const make = types[schema.type];
  if (!make) throw new TypeError(`No type is called ${schema.type}`);
  const prepared = prepare(make(schema, widgetFor), schema);
  const { missing, default: shown, missingMsg, title, description, name } = schema;
  const checked = [schema.validate ?? []].flat().reduce<z.ZodType>(withCheck, prepared);
  const widget = widgetFor(schema);
  // The value of a missing field doesn't show in an empty form here, but a default does.
  const initial = (shown !== undefined || missing !== undefined) && {
    initial: isDrop(shown) ? null : (valueOf(shown, schema) ?? null),
  };
  return withMissing(initial ? checked.meta(initial) : checked, schema, missing).meta({
    ...initial,
    ...(missingMsg !== undefined && { requiredMessage: missingMsg }),
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    ...(name !== undefined && { name }),
    ...(widget && { widget }),
  });
}

/** Adds a recorded validator to the type that it was recorded with. */
export function withCheck(type: z.ZodType, validator: NeutralValidator): z.ZodType {
  return type.check(checkOf(validator) as z.core.$ZodCheck<unknown>);
}

function withMissing(type: z.ZodType, schema: NeutralSchema, missing: unknown): z.ZodType {
  if (missing === undefined) return type;
  if (isDrop(missing)) return type.optional();
  const value = valueOf(missing, schema) ?? null;
  return value === null ? type.nullable().default(null) : type.default(value);
}

const preparers: Readonly<Record<string, (value: unknown) => unknown>> = {
  strip: (value) => (typeof value === "string" ? strip(value) : value),
  lower: (value) => (typeof value === "string" ? value.toLowerCase() : value),
  upper: (value) => (typeof value === "string" ? value.toUpperCase() : value),
  emptyToNull: (value) => (value === "" ? undefined : value),
  nullToDefault: (value) => value ?? "fallback",
  double: (value) => (typeof value === "number" ? value * 2 : value),
  dedupe: (value) =>
    Array.isArray(value)
      ? value.filter((each, i) => value.findIndex((other) => canonical(other) === canonical(each)) === i)
      : value,
};

/** Prepares texts before reading them, because a preparer also gets a missing value. Other values are prepared afterwards. */
function prepare(type: z.ZodType, { prepare: names = [], type: name, opts = {} }: NeutralSchema): z.ZodType {
  const run = (value: unknown): unknown =>
    [names].flat().reduce((given, each) => preparers[each]?.(given), value);
  if ([names].flat().length === 0) return type;
  if (name !== "string") return type.overwrite(run);
  return z.preprocess(
    (value) => run(value === "" && opts.allowEmpty !== true ? undefined : value),
    type.meta({ allowEmpty: true }),
  );
}
