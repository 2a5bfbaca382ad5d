import { fileURLToPath } from "node:url";
import { formAssets } from "@turnform/express-adapter";
import express, { type RequestHandler, Router } from "express";
import { methodNotAllowed } from "../http/index.ts";
import { examples } from "./examples.ts";

// These paths hold from src/ and from dist/.
const scripts = fileURLToPath(new URL("../../dist/playground-client", import.meta.url));
const sources = fileURLToPath(new URL("../../src/playground/examples", import.meta.url));

/**
 * Policy of the frame that runs typed code. The frame has no origin, even if it is opened as a page of its own. It loads
 * scripts and styles of this site alone, and connects to nothing.
 */
const FRAME_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; worker-src blob:; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-scripts";

const FRAME = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>The form</title>
<link rel="stylesheet" href="files/playground-frame.css">
</head>
<body>
<script src="files/frame.js"></script>
</body>
</html>
`;

const languages = ["English", "Arabic", "French", "German", "Japanese", "Spanish"].map((title) => ({
  name: title.toLowerCase(),
  title,
}));

/**
 * Creates the routes of the playground: its page, the frame for typed code, and their files. The server gets no typed code.
 *
 * @returns the router; mount it at the root
 */
export function playgroundRoutes(): Router {
  const router = Router();
  router
    .route("/playground")
    .get((_req, res) => res.render("playground", { examples, languages }))
    .all(methodNotAllowed("GET", "HEAD"));
  router
    .route("/playground/frame")
    .get((_req, res) => {
      res.set("Content-Security-Policy", FRAME_POLICY).type("html").send(FRAME);
    })
    .all(methodNotAllowed("GET", "HEAD"));
  router.use("/playground/examples", express.static(sources, { setHeaders: (res) => void res.type("text") }));
  router.use(
    "/playground/files",
    forAnyOrigin,
    express.static(scripts),
    express.static(fileURLToPath(new URL("../../public", import.meta.url)), { index: false }),
    formAssets({ base: "/playground/files" }),
  );
  return router;
}

/** Allows other origins to load a file. The frame has an opaque origin. */
const forAnyOrigin: RequestHandler = (_req, res, next) => {
  res.set({ "Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin" });
  next();
};
