import { readFileSync } from "node:fs";
import { controls, HttpError } from "@turnform/express-adapter";
import { Router } from "express";
import { highlight, methodNotAllowed } from "../http/index.ts";
import { readBars } from "./bars.ts";
import { listsOfLists } from "../playground/index.ts";

// These paths hold from src/ and from dist/.
const example = new URL("../../src/playground/examples/lists-of-lists.ts", import.meta.url);
const { data: start, form } = listsOfLists;
const source = readFileSync(example, "utf8").trim();
const benchmarks = readFileSync(new URL("../../../docs/benchmarks.md", import.meta.url), "utf8");

const content = {
  code: highlight(source, "typescript"),
  bars: readBars(benchmarks, "Render a form, streamed", [
    "Conform with React",
    "Conform's `future` API with React",
    "rjsf",
  ]),
};

/**
 * Creates the routes of the first page: a schema, the form that it makes, and the data of the form. Nothing is saved.
 *
 * A post that asks for JSON gets the data as JSON, or a 422 with the errors. The page's script posts so after each change.
 *
 * @returns the router; mount it at the root
 */
export function landingRoutes(): Router {
  const router = Router();
  router
    .route("/")
    .get((_req, res) => {
      res.render("landing", { ...content, form: form.render(start), data: print(start) });
    })
    .post(controls(), (req, res) => {
      const result = form.validate(req.controls);
      if (result.kind === "malformed") throw new HttpError(result.form.status, result.error.message);
      const data = result.kind === "valid" ? print(result.value) : undefined;
      const errors = result.kind === "invalid" ? Object.entries(result.error.asDict()) : [];
      res.status(result.form.status).set("Cache-Control", "no-store");
      if (req.accepts(["html", "json"]) === "json") res.json({ data, errors });
      else res.render("landing", { ...content, form: result.form, data, errors });
    })
    .all(methodNotAllowed("GET", "HEAD", "POST"));
  return router;
}

/** Formats the data as JSON, one person a line. */
function print(data: object): string {
  return JSON.stringify(data, null, 2).replaceAll(
    /\{\s+("name"[^}]*?)\s+\}/g,
    (_, fields: string) => `{ ${fields.replaceAll(/\s*\n\s*/g, " ")} }`,
  );
}
