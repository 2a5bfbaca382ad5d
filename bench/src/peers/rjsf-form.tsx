/** The names-and-titles form with react-jsonschema-form, which draws labels, inputs, names, values, errors and buttons. */
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
 * The HTML of the form.
 *
 * @param errors What is wrong with the data, found elsewhere
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

/** Both types are JSON Schema, each with names of its own. */
function toRjsf(schema: z.core.JSONSchema.BaseSchema): RJSFSchema {
  return schema as RJSFSchema;
}
