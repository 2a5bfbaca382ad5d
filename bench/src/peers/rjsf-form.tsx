/** The names-and-titles form with react-jsonschema-form: the same labels, inputs, names, values, errors and buttons. */
import Form from "@rjsf/core";
import type { ErrorSchema, RJSFSchema, UiSchema } from "@rjsf/utils";
import validator from "@rjsf/validator-ajv8";
import { renderToString } from "react-dom/server";
import { z } from "zod";
import { NamesAndTitles, type People } from "../names-and-titles.ts";

const schema: RJSFSchema = toRjsf(z.toJSONSchema(NamesAndTitles));

/** Items can be added and removed, as on the other sides, but not moved. */
const uiSchema: UiSchema = { "ui:globalOptions": { orderable: false } };

/**
 * Returns the HTML of the form.
 *
 * @param errors Errors of the data, found by another validator
 */
export const rjsfPage = (data: People, errors?: ErrorSchema): string =>
  renderToString(
    <Form
      id="names"
      schema={schema}
      uiSchema={uiSchema}
      formData={data}
      validator={validator}
      {...(errors && { extraErrors: errors })}
    />,
  );

/** Converts zod's type of a JSON Schema to rjsf's. Both describe the same objects. */
function toRjsf(schema: z.core.JSONSchema.BaseSchema): RJSFSchema {
  return schema as RJSFSchema;
}
