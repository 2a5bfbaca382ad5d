import { setMaxListeners } from "node:events";
import { fileURLToPath } from "node:url";
import { controls, formAssets, HttpError, setSecret } from "@turnform/express-adapter";
import express, { type Express } from "express";
import { closeWhenStopping } from "./http/close-when-stopping.ts";
import { docsRoutes } from "./docs-site/docs-routes.ts";
import { errorPage } from "./http/error-page.ts";
import { type EventStreamOptions, EventStreams } from "./presets/panel/event-streams.ts";
import { exchangeRoutes } from "./presets/exchange-routes.ts";
import { galleryRoutes } from "./gallery/gallery.ts";
import { handlebarsViews } from "./http/handlebars-views.ts";
import { health } from "./health.ts";
import { type Log, silentLog } from "./log.ts";
import { methodNotAllowed } from "./http/method-not-allowed.ts";
import { namesAndTitlesRoutes } from "./gallery/names-and-titles.ts";
import { presetRoutes } from "./presets/preset-routes.ts";
import type { PresetStore } from "./presets/store/preset-store.ts";
import { requestLog } from "./http/request-log.ts";
import { securityHeaders } from "./security-headers.ts";
import type { Turntable } from "./turntable/turntable.ts";
import { turntableRoutes } from "./presets/panel/turntable-routes.ts";

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
  app.use(securityHeaders);
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
