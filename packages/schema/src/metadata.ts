import type { z } from "zod";
import type { Condition } from "./conditions/condition.ts";
import type { AnyWire } from "./wire/wire.ts";

/** Form metadata, set with zod's `.meta({ … })`. It is found through wrappers such as `.optional()`. */
export interface FormMetadata {
  /** Name of an array's item. Only markers contain it. Default `item`. */
  name?: string;
  /** Reads and writes the leaf's text, instead of the codec of its zod type. */
  wire?: AnyWire;
  /**
   * Value that an empty form shows instead of the default; null shows nothing. An appstruct's own value wins. A missing
   * value never becomes `initial`: use `.default()` for that.
   */
  initial?: unknown;
  /** Keeps `""` as a value. By default, an empty text counts as missing. */
  allowEmpty?: boolean;
  /** Message for a missing value, instead of "Required". May use `${title}` and `${name}`. */
  requiredMessage?: string;
  /** Kind by which widgets are chosen, instead of the type's own. */
  kind?: string;
  /** Accepts a single value as a list of one. */
  acceptScalar?: boolean;
  /**
   * Returns another type when the schema is bound, with more checks, other choices or other fields:
   * `(type, bindings) => type`. The new type must have the same output.
   */
  onBind?: (type: never, bindings: never) => unknown;
  /** Text shown inside an empty control. */
  placeholder?: string;
  /** Lets a person reorder the array's items. */
  orderable?: boolean;
  /** Shows the field of an object only if the condition holds. A hidden field is not checked, and has the value of a missing one. */
  showWhen?: Condition;
  /** Makes a missing value an error if the condition holds. */
  requireWhen?: Condition;
  /**
   * Computes the field from its siblings: `(siblings) => value`. Siblings without a valid value, and hidden ones, are undefined. The post is
   * never read. A function that throws makes no value.
   */
  computed?: (siblings: never, facts: never) => unknown;
}

declare module "zod" {
  interface GlobalMeta extends FormMetadata {}
}

/** All entries of `.meta()`: form metadata, zod's own entries and the application's. */
export type Metadata = Readonly<z.core.$replace<z.core.GlobalMeta, z.core.$ZodType>>;
