import type { z } from "zod";
import type { WidgetOptions } from "../field/widget.ts";

/** Options that every widget takes alike. */
export type SampleOptions = Omit<WidgetOptions, "template" | "readonlyTemplate">;

/** A field that shows a widget, with values that it takes. */
export interface WidgetSample {
  readonly name: string;
  /** The field's type, its widget made with the given options. */
  type(options: SampleOptions): z.ZodType;
  /** Values that come back as they are when the form is posted unchanged; the first one is not empty. */
  readonly values: readonly unknown[];
}

/** A sample of one of a few type and some values. */
export const sample = (
  name: string,
  type: (options: SampleOptions) => z.ZodType,
  ...values: unknown[]
): WidgetSample => ({ name, type, values });
