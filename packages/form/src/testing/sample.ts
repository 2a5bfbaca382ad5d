import type { z } from "zod";
import type { WidgetOptions } from "../field/widget.ts";

/** Options that all widgets have. */
export type SampleOptions = Omit<WidgetOptions, "template" | "readonlyTemplate">;

/** A field with a widget, and valid values for it. */
export interface WidgetSample {
  readonly name: string;
  /** Returns the field's type; its widget has the given options. */
  type(options: SampleOptions): z.ZodType;
  /** Values that an unchanged form posts back. The first one is not empty. */
  readonly values: readonly unknown[];
}

/** Returns a sample. */
export const sample = (
  name: string,
  type: (options: SampleOptions) => z.ZodType,
  ...values: unknown[]
): WidgetSample => ({ name, type, values });
