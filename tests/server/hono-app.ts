import { formHandler, webAssets } from "@turnform/express-adapter/web";
import { createForm } from "@turnform/form";
import { Hono } from "hono";
import { z } from "zod";

const Preset = z.object({ name: z.string(), angles: z.array(z.number().max(180)) });
const form = createForm(Preset, { formId: "preset", buttons: ["save"] });
let preset = { name: "Half turn", angles: [90, 180] };

const assets = webAssets();
const handle = formHandler(form, (saved) => void (preset = saved), {
  load: () => preset,
  view: (form) => `<!doctype html><title>Preset</title>${assets.tags(form)}${form}`,
  redirect: "/",
});

export const app = new Hono();
app.get("/assets/*", (c) => assets(c.req.raw));
app.all("/", (c) => handle(c.req.raw));
