import { controlsFromRequest, formAssets, HttpError } from "@turnform/express-adapter";
import { createForm, type FilledForm } from "@turnform/form";
import { Hono } from "hono";
import { z } from "zod";

const Preset = z.object({ name: z.string(), angles: z.array(z.number().max(180)) });
const form = createForm(Preset, { formId: "preset", buttons: ["save"] });
let preset = { name: "Half turn", angles: [90, 180] };

const assets = formAssets();
const page = (form: FilledForm) =>
  new Response(`<!doctype html><title>Preset</title>${assets.tags(form)}${form}`, {
    status: form.status,
    headers: { "Content-Type": "text/html; charset=utf-8" },
  });

export const app = new Hono();
app.get("/assets/*", (c) => assets.respond(c.req.raw) ?? c.notFound());
app.get("/", () => page(form.render(preset)));
app.post("/", async (c) => {
  const result = form.validate(await controlsFromRequest(c.req.raw));
  if (result.kind !== "valid") return page(result.form);
  preset = result.value;
  return c.redirect("/", 303);
});
app.onError((error) => {
  if (!(error instanceof HttpError)) throw error;
  return new Response(error.message, { status: error.status });
});
