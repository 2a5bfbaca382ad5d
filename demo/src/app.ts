import { setMaxListeners } from "node:events";
import { controls, HttpError, setSecret } from "@turnform/express-adapter";
import express, { type Express, type RequestHandler } from "express";
import { docsRoutes, readDocs, repository } from "./docs-site/index.ts";
import { galleryRoutes, livePages, namesAndTitlesRoutes } from "./gallery/index.ts";
import { health } from "./health.ts";
import {
  allowedHosts,
  closeWhenStopping,
  errorPage,
  methodNotAllowed,
  requestLog,
  useSiteFiles,
} from "./http/index.ts";
import { landingRoutes } from "./landing/index.ts";
import { type Log, silentLog } from "./log.ts";
import { playgroundRoutes } from "./playground/index.ts";
import {
  type EventStreamOptions,
  EventStreams,
  exchangeRoutes,
  presetRoutes,
  type PresetStore,
  turntableRoutes,
} from "./presets/index.ts";
import type { Turntable } from "./turntable/index.ts";

/** Parts of the application. The caller opens and closes them. */
export interface AppParts {
  readonly store: PresetStore;
  readonly turntable: Turntable;
  /** Default: {@link silentLog}. */
  readonly log?: Log;
  /** Host names served besides IP addresses and `localhost`. Default: none. */
  readonly allowedHosts?: readonly string[];
  /** Options of the turntable's event streams. */
  readonly streams?: EventStreamOptions;
}

/**
 * Creates the demo's application.
 *
 * @returns the Express application, not yet listening
 * @throws {Error} if a file of the documentation can't become a page
 */
export function createApp(parts: AppParts): Express {
  const { store, turntable, log = silentLog, streams = {} } = parts;
  const app = express();
  app.disable("x-powered-by");
  setSecret(app, store.secret);

  app.use(requestLog(log));
  app.use(setSecurityHeaders);
  app.use(allowedHosts(parts.allowedHosts ?? []));
  if (streams.stopping) {
    // Every open request adds a listener.
    setMaxListeners(0, streams.stopping);
    app.use(closeWhenStopping(streams.stopping));
  }
  useSiteFiles(app);
  app.route("/health").get(health(store, turntable)).all(methodNotAllowed("GET", "HEAD"));
  app.use(landingRoutes());
  app.use(playgroundRoutes());
  const docs = readDocs(repository);
  app.use(docsRoutes(docs, livePages));
  app.use(galleryRoutes(docs));
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
  // Commands read the Referer to lead back to the page of their button.
  "Referrer-Policy": "same-origin",
  "X-Content-Type-Options": "nosniff",
};

/** Sets the security headers. The policy forbids inline code and anything from other origins. */
const setSecurityHeaders: RequestHandler = (_req, res, next) => {
  res.set(securityHeaders);
  next();
};
