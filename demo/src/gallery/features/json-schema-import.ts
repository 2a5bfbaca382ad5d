import { randomUUID } from "node:crypto";
import { FieldErrors, formRoute } from "@turnform/express-adapter";
import { createForm, type Form, textArea } from "@turnform/form";
import { schema } from "@turnform/schema";
import { fromJSONSchema, walk } from "@turnform/schema/tools";
import { Router } from "express";
import { z } from "zod";
import { BoundedMap } from "../bounded-map.ts";
import type { FeaturePage } from "../feature.ts";

export const title = "Form from a JSON Schema";
export const about = "Paste a JSON Schema to get its form. The server validates posts against the schema.";
export const group = "Schemas";
export const docs = ["/docs/packages/schema#schemas-as-trees"];

const sample = {
  title: "Workshop",
  type: "object",
  properties: {
    name: { type: "string", maxLength: 40, placeholder: "Turning tables" },
    day: { type: "string", format: "date", title: "On", placeholder: "2027-05-01" },
    level: { enum: ["beginners", "advanced"] },
    seats: { type: "integer", minimum: 1, maximum: 30, default: 12 },
    talks: {
      type: "array",
      items: {
        title: "Talk",
        type: "object",
        properties: { by: { type: "string" }, minutes: { type: "number", exclusiveMinimum: 0 } },
        required: ["by"],
      },
      maxItems: 5,
    },
  },
  required: ["name", "level", "seats", "talks"],
};

const importer = createForm(
  z.object({
    schema: z
      .string()
      .max(4000)
      .meta({
        title: "JSON Schema",
        description: "An object with at most 200 fields. “pattern” and “minItems” are ignored.",
        widget: textArea({ rows: 16, attributes: { spellcheck: "false" } }),
      }),
  }),
  { formId: "import", buttons: ["draw"], action: "/gallery/json-schema-import" },
);

/** An imported form and its JSON Schema. */
interface Drawn {
  readonly text: string;
  readonly form: Form<z.ZodObject>;
}

/** @throws {FieldErrors} if the text is not JSON, or not a supported JSON Schema */
function draw(text: string): Drawn {
  try {
    const json = JSON.parse(text, withoutCostly);
    const type = json?.type === "object" ? fromJSONSchema(json) : undefined;
    if (!(type instanceof z.ZodObject))
      throw new TypeError("Paste a schema of the type “object”, with “properties”");
    let fields = 0;
    for (const _ of walk(schema(type).node))
      if (++fields > 200) throw new RangeError("Paste a schema with at most 200 fields");
    return { text, form: createForm(type, { formId: "drawn" }) };
  } catch (error) {
    throw error instanceof Error ? new FieldErrors({ schema: error.message }) : error;
  }
}

/** Leaves out keywords that could keep the server busy: a slow pattern, or a list of many items. */
function withoutCostly(key: string, value: unknown): unknown {
  const isCostly = key === "pattern" || key === "patternProperties" || key === "minItems";
  return isCostly ? undefined : value;
}

export function routes(page: FeaturePage): Router {
  const drawn = new BoundedMap<string, Drawn>(100);
  return Router()
    .all(
      "/",
      formRoute(
        importer,
        (imported) => {
          const key = randomUUID();
          drawn.set(key, draw(imported.schema));
          return key;
        },
        {
          load: () => ({ schema: JSON.stringify(sample, null, 2) }),
          redirect: (key, req) => `${req.baseUrl}/${key}`,
          view: (form, req) => page(req, { forms: [form] }),
        },
      ),
    )
    .all("/:key", async (req, res) => {
      const { form, text } = drawn.get(req.params.key) ?? {};
      if (!form) return res.redirect(303, req.baseUrl);
      const result = req.method === "POST" ? form.validate(req.controls) : undefined;
      const shown = result?.form ?? form.render();
      const data = result?.kind === "valid" ? result.value : undefined;
      const forms = [shown, importer.render({ schema: text })];
      res.status(shown.status).send(await page(req, { forms, data }));
    });
}
