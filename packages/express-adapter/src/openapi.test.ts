import { Validator } from "@seriousme/openapi-schema-validator";
import { createForm } from "@turnform/form";
import { date, money } from "@turnform/schema";
import { shownWhen, when } from "@turnform/schema/conditions";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import * as exported from "./openapi.ts";
import { openApi, type OpenApi } from "./openapi.ts";

/** Returns the errors of a document with the route, after all references are followed. */
async function errorsOf(...described: readonly OpenApi[]): Promise<unknown> {
  const paths = described.map(({ operation }, index) => [`/${index}`, { post: operation }]);
  const schemas = Object.assign({}, ...described.map((each) => each.schemas));
  const info = { title: "Trips", version: "1" };
  const document = { openapi: "3.1.0", info, paths: Object.fromEntries(paths), components: { schemas } };
  const validator = new Validator();
  const { valid, errors } = await validator.validate(structuredClone(document));
  if (!valid) return errors;
  validator.resolveRefs();
  const refs = JSON.stringify(document).match(/#\/components\/schemas\/[^"]+/g) ?? [];
  return refs.filter((ref) => !(ref.slice("#/components/schemas/".length) in schemas));
}

const Leg = z.object({
  to: z.string().min(1),
  get next() {
    return z.array(Leg).optional();
  },
});
const Trip = z
  .object({
    id: z.int().meta({ widget: { readonly: true } }),
    name: z.string().max(20).meta({ title: "Name" }),
    start: date().optional(),
    price: money().default(5 as never),
    kind: z.enum(["train", "car"]),
    plate: shownWhen(when("kind").is("car"), z.string()),
    label: z.string().meta({ computed: () => "x" }),
    legs: z.array(Leg),
    stops: z.record(
      z.string(),
      z.object({ owner: z.string().meta({ widget: { disabled: true } }), n: z.int() }),
    ),
    by: z.union([z.object({ mail: z.email() }), z.object({ phone: z.e164() })]),
  })
  .meta({ title: "Trip", description: "Where to go" });

describe("openApi", () => {
  it("describes a route in OpenAPI 3.1", async () => {
    const form = createForm(Trip, { formId: "my/trip" });
    const described = openApi(form);
    expect(await errorsOf(described)).toEqual([]);
    const { operation, schemas } = described;
    expect(operation).toMatchObject({
      summary: "Trip",
      description: "Where to go",
      requestBody: {
        content: {
          "application/json": { schema: { $ref: "#/components/schemas/my_trip" } },
          "application/x-www-form-urlencoded": {},
        },
      },
      responses: {
        200: { content: { "application/json": { schema: { $ref: "#/components/schemas/my_trip.Saved" } } } },
        422: {
          content: {
            "application/problem+json": { schema: { $ref: "#/components/schemas/my_trip.Problem" } },
          },
        },
      },
    });
    expect(schemas["my_trip"]).toMatchObject({
      properties: { name: { type: "string", maxLength: 20, title: "Name" }, start: { format: "date" } },
    });
  });

  it("leaves out fields that data can't set", () => {
    const { schemas } = openApi(createForm(Trip, { formId: "trip" }));
    const { properties = {}, required } = Object(schemas["trip"]);
    expect(Object.keys(properties)).toEqual([
      "name",
      "start",
      "price",
      "kind",
      "plate",
      "legs",
      "stops",
      "by",
    ]);
    expect(required).not.toContain("id");
    expect(properties.stops.additionalProperties).toMatchObject({ required: ["n"] });
    expect(properties.stops.additionalProperties.properties).not.toHaveProperty("owner");
  });

  it("describes several forms in one document, also recursive ones", async () => {
    const Tree = z.object({
      name: z.string(),
      get inner() {
        return z.array(Tree);
      },
    });
    const tree = openApi(createForm(Tree, { formId: "tree" }));
    expect(await errorsOf(tree, openApi(createForm(Trip, { formId: "trip" })))).toEqual([]);
    expect(tree.schemas["tree"]).toMatchObject({
      properties: { inner: { items: { $ref: "#/components/schemas/tree" } } },
    });
  });

  it("describes only the post of a form with files", async () => {
    const described = openApi(createForm(z.object({ photo: z.file() }), { formId: "photo" }));
    expect(await errorsOf(described)).toEqual([]);
    expect(described.operation).toMatchObject({ requestBody: { content: { "multipart/form-data": {} } } });
    expect(JSON.stringify(described.operation)).not.toContain("application/json");
  });

  it("is the only function of its entry", () => {
    expect(Object.keys(exported)).toEqual(["openApi"]);
  });
});
