import { controls, memoryStore } from "@turnform/express-adapter";
import type { FilledForm, ValidationResult } from "@turnform/form";
import type { Control } from "@turnform/schema";
import { Router, type Request } from "express";
import type { z } from "zod";
import { type Docs, docsLinks, type LivePage } from "../docs-site/index.ts";
import { methodNotAllowed, renderView } from "../http/index.ts";
import { playgroundLink } from "../playground/index.ts";
import { printData } from "../print-data.ts";
import { type Example, findExamples } from "./example.ts";
import { type Feature, type FeaturePage, findFeatures } from "./feature.ts";
import { menuOf } from "./menu.ts";
import { playableCode, shownCode } from "./shown-code.ts";

const [examples, features] = await Promise.all([findExamples(), findFeatures()]);
const pages = [...features, ...examples];

/** The docs link to these pages. */
export const livePages: readonly LivePage[] = pages.map(({ name, title, docs }) => ({
  title,
  address: `/gallery/${name}`,
  docs,
}));

/** Views of a form with their labels, by the `view` in the address. */
const VIEWS = [
  ["", "Blank"],
  ["filled", "Filled in"],
  ["readonly", "Read only"],
] as const;

const bytes = new Intl.NumberFormat("en", { style: "unit", unit: "byte", unitDisplay: "long" });

/**
 * Creates the routes of the gallery. Each example has a page that shows posted controls and the result. Nothing is saved.
 *
 * Uploads stay in memory for 15 minutes, so that a form with an error still has them.
 *
 * @param docs The documentation. Pages link to it
 * @returns the router; mount it at the root, before the application's `controls()`
 */
export function galleryRoutes(docs: Docs): Router {
  const router = Router();
  const uploads = memoryStore({ maxTotal: "32mb", ttl: "15min" });
  router.use("/gallery", controls({ uploads, maxFileSize: "8mb", maxUploadSize: "16mb" }));

  router
    .route("/gallery")
    .get((_req, res) => res.render("gallery", { groups: menuOf(pages) }))
    .all(methodNotAllowed("GET", "HEAD", "POST"));

  for (const example of examples) {
    const address = `/gallery/${example.name}`;
    if (example.routes) router.use(address, example.routes);
    router
      .route(address)
      .get(async (req, res) => {
        const form = await renderForm(example, viewOf(req));
        res.render("gallery-example", pageOf(example, docs, req, form));
      })
      .post(async (req, res) => {
        const current = viewOf(req) === "" ? undefined : example.filled;
        const result = await example.form.validateAsync(req.controls, current);
        res.status(result.form.status).render("gallery-example", {
          ...pageOf(example, docs, req, result.form),
          [result.kind]: outcomeOf(result),
          posted: req.controls.map(pairOf),
        });
      })
      .all(methodNotAllowed("GET", "HEAD", "POST"));
  }
  for (const feature of features) {
    const address = `/gallery/${feature.name}`;
    router.use(address, feature.routes(pageFor(feature, docs)));
    router.route(address).all(methodNotAllowed("GET", "HEAD", "POST"));
  }
  return router;
}

function pageFor({ name, title, about, docs: addresses, sources }: Feature, docs: Docs): FeaturePage {
  const shownSources = sources.map(({ file, code }) => ({ file, code: shownCode(file, code) }));
  return (req, { forms, stage = forms.join(""), data, view = "gallery-feature", ...content }) => {
    const { heading = forms.length > 1 ? "The forms" : "The form", locals: further } = content;
    const [form] = forms.toSorted((a, b) => b.status - a.status);
    const page = {
      title,
      subtitle: content.heading,
      about,
      docs: docsLinks(docs, addresses),
      sources: shownSources,
      heading,
      stage,
      form,
      forms,
      groups: menuOf(pages, name),
    };
    const posted = req.method === "POST" ? req.controls.map(pairOf) : undefined;
    const locals = { ...page, posted, data: data === undefined ? undefined : printData(data), ...further };
    return renderView(req, view, locals);
  };
}

/** Returns the view in the address; `""` is the blank one. */
function viewOf({ query }: Request): string {
  return VIEWS.find(([view]) => view === query["view"])?.[0] ?? "";
}

function renderForm({ form, filled }: Example, view: string): Promise<FilledForm> {
  return view === "" ? form.renderAsync() : form.renderAsync(filled, { readonly: view === "readonly" });
}

function pageOf(example: Example, docs: Docs, req: Request, form: FilledForm): object {
  const { name, title, about, source } = example;
  const shown = viewOf(req);
  const views = VIEWS.map(([view, label]) => ({
    label,
    href: view === "" ? `/gallery/${name}` : `?view=${view}`,
    current: view === shown,
  }));
  return {
    title,
    about,
    docs: docsLinks(docs, example.docs),
    form,
    views,
    name,
    source: shownCode(`${name}.ts`, source),
    playground: playgroundLink(playableCode(source)),
    groups: menuOf(pages, name),
  };
}

/** Returns the result of a post for the view: the data or the errors. */
function outcomeOf(result: ValidationResult<z.ZodObject>): object {
  switch (result.kind) {
    case "valid":
      return { data: printData(result.value), button: result.button };
    case "invalid":
      return { errors: Object.entries(result.error.asDict()).map(([path, message]) => ({ path, message })) };
    case "edited":
      return {};
    case "malformed":
      return { message: result.error.message };
    default:
      return result satisfies never;
  }
}

function pairOf([name, value]: Control): object {
  if (typeof value === "string") return { name, value };
  return { name, file: { name: value.name, size: bytes.format(value.size) } };
}
