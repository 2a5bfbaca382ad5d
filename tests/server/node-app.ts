import type { RequestListener } from "node:http";
import { controlsFromMessage, formAssets, HttpError } from "@turnform/express-adapter";
import { createForm, type FilledForm } from "@turnform/form";
import { z } from "zod";

const Preset = z.object({ name: z.string(), angles: z.array(z.number().max(180)) });
const form = createForm(Preset, { formId: "preset", buttons: ["save"] });
let preset = { name: "Half turn", angles: [90, 180] };

const assets = formAssets();
const page = (form: FilledForm) => `<!doctype html><title>Preset</title>${assets.tags(form)}${form}`;

/** For `createServer(listener)`. */
export const listener: RequestListener = (req, res) => {
  const show = (form: FilledForm) =>
    res.writeHead(form.status, { "Content-Type": "text/html; charset=utf-8" }).end(page(form));
  const answer = async () => {
    if (req.method !== "POST") return show(form.render(preset));
    const result = form.validate(await controlsFromMessage(req));
    if (result.kind !== "valid") return show(result.form);
    preset = result.value;
    return res.writeHead(303, { Location: "/" }).end();
  };
  const fail = (error: unknown) =>
    res.writeHead(error instanceof HttpError ? error.status : 500).end(String(error));
  assets(req, res, (error) => (error === undefined ? answer().catch(fail) : fail(error)));
};
