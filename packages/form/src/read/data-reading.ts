import type { Pstruct } from "@turnform/schema";
import type { Field } from "../field/field.ts";
import { nothingFor } from "../field/left-out.ts";
import { Reading } from "./reading.ts";

/**
 * One reading of data from JSON by the widgets of a form. Widgets check and clean the data as they do with a post, except those with
 * a notation of their own: data are in the notation of the schema.
 */
export class DataReading extends Reading {
  override read(field: Field, given: Pstruct | undefined): unknown {
    const value: unknown = given;
    if (value === null) {
      if (field.node.leftOutValues.length > 0) return nothingFor(field, null);
      // Null stands for a missing value. The widget of a group finds its missing fields.
      return field.children.length === 0 ? null : this.read(field, undefined);
    }
    // A number here is no value of the field's type, so the schema refuses it.
    const isTyped = typeof value === "number" || typeof value === "boolean";
    return isTyped || field.widget.encodes === true ? value : super.read(field, given);
  }
}
