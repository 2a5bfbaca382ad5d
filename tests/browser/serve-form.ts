import { controls, formAssets, formErrors, formRoute, memoryStore } from "@turnform/express-adapter";
import type { BoundForm, FormTurnOptions, Save, WithResources } from "@turnform/express-adapter";
import express, { type Express } from "express";
import { listening } from "../server/listen.ts";

type Params = Record<string, string>;

/** Options of {@link serveForm}. */
interface ServeFormOptions<F extends BoundForm> extends Pick<FormTurnOptions<F, unknown, Params>, "load"> {
  /** Express's pattern for the form's address. Default: `/`. */
  readonly path?: string;
  /** Address after saving: the form again, or `/saved`, a page with a title only. Default: `/`. */
  readonly redirect?: "/" | "/saved";
  /** Additional HTML for the page's head. */
  readonly head?: string;
  /** Adds the test's routes. */
  readonly routes?: (app: Express) => void;
}

/**
 * Serves a form and all its files while the tests of a file run, with a strict policy. Uploads are kept in memory.
 *
 * @returns a function that returns the server's address
 */
export function serveForm<F extends BoundForm & WithResources>(
  form: F,
  save: Save<F, unknown, Params>,
  { path = "/", redirect = "/", head = "", routes, load }: ServeFormOptions<F>,
): () => string {
  const app = express();
  const assets = formAssets();
  app.use(assets, controls({ uploads: memoryStore() }));
  app.use((_req, res, next) => {
    res.set("Content-Security-Policy", "default-src 'self'");
    next();
  });
  app.get("/favicon.ico", (_req, res) => res.status(204).end());
  app.get("/saved", (_req, res) => res.send("<!doctype html><title>Saved</title>"));
  routes?.(app);
  app.route(path).all(
    formRoute(form, save, {
      ...(load && { load }),
      redirect,
      view: (page) =>
        `<!doctype html><html lang="en"><title>Form</title>${head}${assets.tags(form)}<main><h1>Form</h1>${page}</main></html>`,
    }),
  );
  app.use(formErrors());
  return listening(app);
}
