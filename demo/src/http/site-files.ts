import { fileURLToPath } from "node:url";
import { formAssets } from "@turnform/express-adapter";
import express, { type Express } from "express";
import { handlebarsViews } from "./views.ts";

// These paths hold from src/ and from dist/.
const views = fileURLToPath(new URL("../../views", import.meta.url));
const publicFiles = fileURLToPath(new URL("../../public", import.meta.url));

/** Gives an application the views of the site, and serves the stylesheets, scripts and pictures that they load. */
export function useSiteFiles(app: Express): void {
  app.engine("hbs", handlebarsViews(views));
  app.set("views", views);
  app.set("view engine", "hbs");
  app.use(express.static(publicFiles));
  const assets = formAssets();
  app.locals["assets"] = assets; // for {{assets.tags form}} in the views
  app.use(assets);
}
