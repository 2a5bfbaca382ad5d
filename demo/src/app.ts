import { STATUS_CODES } from "node:http";
import { fileURLToPath } from "node:url";
import { controls, formAssets, HttpError } from "@turnform/express-adapter";
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from "express";
import { galleryRoutes } from "./gallery/gallery.ts";
import { handlebarsViews } from "./handlebars-views.ts";
import { namesAndTitlesRoutes } from "./names-and-titles.ts";
import { presetRoutes } from "./preset-routes.ts";
import type { PresetStore } from "./preset-store.ts";

// From src/ and from dist/ alike.
const views = fileURLToPath(new URL("../views", import.meta.url));
const publicFiles = fileURLToPath(new URL("../public", import.meta.url));

/**
 * Makes the demo's application.
 *
 * @param options `store`: where the presets are kept; its owner closes it
 * @returns the Express application, not yet listening
 */
export function createApp(options: { store: PresetStore }): Express {
  const app = express();
  app.disable("x-powered-by");
  app.engine("hbs", handlebarsViews(views));
  app.set("views", views);
  app.set("view engine", "hbs");

  app.use(securityHeaders);
  app.use(express.static(publicFiles));
  const assets = formAssets();
  app.locals["assets"] = assets; // for the views' {{assets.tags form}}
  app.use(assets);
  app.use(galleryRoutes());
  app.use(controls());
  app.use(presetRoutes(options.store));
  app.use(namesAndTitlesRoutes());
  app.use(() => {
    throw new HttpError(404, "There is no page at this address.");
  });
  app.use(errorPage);
  return app;
}

const securityHeaders: RequestHandler = (_req, res, next) => {
  res.set({
    "Content-Security-Policy":
      "default-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
  });
  next();
};

// Express knows an error handler by its four parameters.
const errorPage: ErrorRequestHandler = (error: unknown, _req, res, next) => {
  if (res.headersSent) {
    next(error);
    return;
  }
  const { status, message } = describeError(error);
  if (status >= 500) console.error(error);
  res.status(status).render("error", { title: STATUS_CODES[status], message });
};

/** @returns the status that an error asks for, else 500, and a message fit for a stranger */
function describeError(error: unknown): { status: number; message: string } {
  if (error instanceof Error) {
    const asked = "status" in error ? Number(error.status) : 500;
    const status = asked >= 400 && asked < 600 ? asked : 500;
    const expose = "expose" in error ? error.expose === true : status < 500;
    if (expose) return { status, message: error.message };
    if (status < 500) return { status, message: "The request could not be understood." };
  }
  return { status: 500, message: "Something went wrong on this side. Please try again later." };
}
