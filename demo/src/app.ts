import { setMaxListeners } from "node:events";
import { fileURLToPath } from "node:url";
import { controls, formAssets, HttpError, setSecret } from "@turnform/express-adapter";
import express, { type Express, type RequestHandler } from "express";
import { docsRoutes } from "./docs-site/index.ts";
import { galleryRoutes, namesAndTitlesRoutes } from "./gallery/index.ts";
import { health } from "./health.ts";
import { closeWhenStopping, errorPage, handlebarsViews, methodNotAllowed, requestLog } from "./http/index.ts";
import { type Log, silentLog } from "./log.ts";
import {
  type EventStreamOptions,
  EventStreams,
  exchangeRoutes,
  presetRoutes,
  type PresetStore,
  turntableRoutes,
} from "./presets/index.ts";
import type { Turntable } from "./turntable/index.ts";

// From src/ and from dist/ alike.
const views = fileURLToPath(new URL("../views", import.meta.url));
const publicFiles = fileURLToPath(new URL("../public", import.meta.url));

/** What the application is made of; who made it, closes it. */
export interface AppParts {
  /** Where the presets are kept. */
  readonly store: PresetStore;
  readonly turntable: Turntable;
  /** Default one that says nothing. */
  readonly log?: Log;
  /** The streams of the turntable's states. */
  readonly streams?: EventStreamOptions;
}

/**
 * Makes the demo's application.
 *
 * @returns the Express application, not yet listening
 */
export function createApp({ store, turntable, log = silentLog, streams = {} }: AppParts): Express {
  const app = express();
  app.disable("x-powered-by");
  setSecret(app, store.secret);
  app.engine("hbs", handlebarsViews(views));
  app.set("views", views);
  app.set("view engine", "hbs");

  app.use(requestLog(log));
  app.use(setSecurityHeaders);
  if (streams.stopping) {
    // As many as there are requests.
    setMaxListeners(0, streams.stopping);
    app.use(closeWhenStopping(streams.stopping));
  }
  app.use(express.static(publicFiles));
  const assets = formAssets();
  app.locals["assets"] = assets; // for the views' {{assets.tags form}}
  app.use(assets);
  app.route("/health").get(health(store, turntable)).all(methodNotAllowed("GET", "HEAD"));
  app.use(docsRoutes());
  app.use(galleryRoutes());
  app.use(exchangeRoutes(store));
  app.use(controls());
  app.use("/turntable", turntableRoutes(turntable, new EventStreams(turntable, streams)));
  app.use(presetRoutes(store, turntable));
  app.use(namesAndTitlesRoutes());
  app.use(() => {
    throw new HttpError(404, "There is no page at this address.");
  });
  app.use(errorPage(log));
  return app;
}

const securityHeaders = {
  "Content-Security-Policy":
    "default-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
  // Of our own pages we are told, so that buttons lead back to where they were pressed.
  "Referrer-Policy": "same-origin",
  "X-Content-Type-Options": "nosniff",
};

/** Forbids pages whatever is inline or from elsewhere. */
const setSecurityHeaders: RequestHandler = (_req, res, next) => {
  res.set(securityHeaders);
  next();
};
