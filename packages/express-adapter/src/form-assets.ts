import { createRequire } from "node:module";
import type { RequestHandler } from "express";
import { sendProblem } from "./problem.ts";

const ASSETS: ReadonlySet<string> = new Set(["turnform.js", "turnform.css"]);
const require = createRequire(import.meta.url);

/**
 * Makes a middleware that serves the browser's part of a form: `turnform.js` and `turnform.css`.
 *
 *     app.use("/assets", formAssets()); // /assets/turnform.js, /assets/turnform.css
 *
 * A browser asks each time whether they changed (`Cache-Control: no-cache`, an ETag).
 *
 * @returns the middleware; other paths are passed on
 */
export function formAssets(): RequestHandler {
  return assetsFrom((name) => require.resolve(`@turnform/form/client/${name}`));
}

/**
 * The same from anywhere.
 *
 * @param resolve From an asset's name to its path, called for each request: the package can be imported before its
 *   assets are built
 * @returns the middleware
 */
export function assetsFrom(resolve: (name: string) => string): RequestHandler {
  return (req, res, next) => {
    const name = req.path.slice(1);
    if (!ASSETS.has(name)) {
      next();
    } else if (req.method !== "GET" && req.method !== "HEAD") {
      res.set("Allow", "GET, HEAD");
      sendProblem(req, res, 405, `${name} takes GET and HEAD, not ${req.method}`);
    } else {
      res.sendFile(built(name, resolve), {
        dotfiles: "allow", // package managers install below dot directories (node_modules/.pnpm)
        cacheControl: false,
        headers: { "Cache-Control": "no-cache" },
      });
    }
  };
}

function built(name: string, resolve: (name: string) => string): string {
  try {
    return resolve(name);
  } catch (cause) {
    throw new Error(`@turnform/form/client/${name} is not built: run "npm run build" in the checkout`, {
      cause,
    });
  }
}
