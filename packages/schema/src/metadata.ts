import type { z } from "zod";
import type { AnyWire } from "./wire/wire.ts";

/** What a schema says about a form, by zod's own `.meta({ … })`. Metadata is found through wrappers such as `.optional()`. */
export interface FormMetadata {
  /** Name of an array's item, where a schema gives it none; shows up in markers only. Default `item`. */
  name?: string;
  /** How the leaf is written as text, in place of the codec that follows from its zod type. */
  wire?: AnyWire;
  /**
   * What an empty form shows, in place of the default; null shows nothing. An appstruct's own value wins, and it is not what a
   * missing value becomes: that is `.default()`.
   */
  initial?: unknown;
  /** Keeps `""` as a value; by default an empty text counts as missing. */
  allowEmpty?: boolean;
  /** Message for a missing value, in place of «Required». May use `${title}` and `${name}`. */
  requiredMessage?: string;
  /** A word of the application's own for widgets to choose by. */
  kind?: string;
  /** A list that takes a single value for a list of one. */
  acceptScalar?: boolean;
  /**
   * Makes the type that stands here once the schema is bound: `(type, bindings) => type`, with more checks, other choices,
   * other fields. What it gives must put out what the type itself does.
   */
  onBind?: (type: never, bindings: never) => unknown;
  /** Shown inside an empty control. */
  placeholder?: string;
  /** An array whose items a person may reorder. */
  orderable?: boolean;
}

declare module "zod" {
  interface GlobalMeta extends FormMetadata {}
}

/** All that `.meta()` may hold: form metadata, zod's own entries, and entries of the application. */
export type Metadata = Readonly<z.core.GlobalMeta>;
