import type { IncomingMessage, ServerResponse } from "node:http";
import { createRequire } from "node:module";
import { clientResources, type Html, type Resource } from "@turnform/form";
import { type Asset, assetFiles } from "./asset-files.ts";
import { assetTags, type WithResources } from "./asset-tags.ts";

/** Options of `formAssets()`. */
export interface FormAssetsOptions {
  /** The path of the files' folder, as browsers see it. It begins with `/`. Default: `/assets`. */
  readonly base?: string;
}

/** A middleware for the files that forms load in the browser, with a method for their tags. */
export interface FormAssets {
  /** Serves the files below the base, or below the path where the middleware is mounted. Passes other requests on. */
  (req: IncomingMessage, res: ServerResponse, next: (error?: unknown) => void): void;
  /**
   * Writes the `<link>` and `<script>` tags for a page's head. They contain hashed addresses, and the digests of the files.
   *
   *     assets.tags(form)   // {{assets.tags form}} in Handlebars, if app.locals has assets
   *
   * @param forms The forms on the page, filled or not. If there are none, the tags load the base files
   * @returns HTML, which Handlebars does not escape
   */
  readonly tags: (...forms: readonly (WithResources | undefined)[]) => Html;
  /**
   * Answers a web request, as the middleware does.
   *
   * @returns undefined if the request is for another path
   */
  readonly respond: (request: Request) => Response | undefined;
}

/**
 * Serves the script and the stylesheet of forms, and writes the tags that load them.
 *
 *     const assets = formAssets();   // below /assets
 *     app.use(assets);
 *     `<!doctype html><title>Preset</title>${assets.tags(form)}${form}`
 *
 * - Hashed addresses change with the content (`/assets/turnform-P5EIIBH5.css`), so browsers keep the files for ever.
 *   Plain addresses work too (`/assets/turnform.css`, `/assets/turnform.js`); browsers revalidate them each time.
 * - The files are compressed with brotli and gzip ahead of time.
 *
 * @returns a middleware for Express, or any server on `node:http`, with `tags` and `respond`
 * @throws TypeError if the base is no path
 */
export function formAssets(options: FormAssetsOptions = {}): FormAssets {
  return assetsFrom(pathInPackage, clientResources, options);
}

/** Returns the path of a file for browsers. Bundled for a worker, the module has no address to begin from until then. */
function pathInPackage(file: string): string {
  return createRequire(import.meta.url).resolve(`@turnform/form/client/${file}`);
}

/**
 * Serves the files of any folder, as `formAssets()` serves the files of `@turnform/form`.
 *
 * @param resolve Returns the path of a file by its name
 */
export function assetsFrom(
  resolve: (file: string) => string,
  resources: readonly Resource[],
  options: FormAssetsOptions = {},
): FormAssets {
  const base = (options.base ?? "/assets").replace(/\/$/, "");
  if (!/^(?:\/[\w.~%-]+)*$/.test(base)) {
    throw new TypeError(`formAssets({ base }) takes a path such as "/assets", not ${JSON.stringify(base)}`);
  }
  const assets = assetFiles(resources, resolve);
  const assetAt = (path: string, folder: string): Asset | undefined =>
    path.startsWith(`${folder}/`) ? assets.get(path.slice(folder.length + 1)) : undefined;

  const middleware = (req: IncomingMessage, res: ServerResponse, next: (error?: unknown) => void): void => {
    const { mount, path } = pathOf(req);
    const asset = assetAt(path, base) ?? (mount === "" ? undefined : assetAt(path, mount));
    if (asset === undefined) return next();
    try {
      const header = (name: string): string | undefined => req.headers[name]?.toString();
      const { status, headers, body } = asset({ method: req.method ?? "GET", header });
      res.writeHead(status, headers).end(body);
    } catch (error) {
      next(error);
    }
  };

  return Object.assign(middleware, {
    // Handlebars passes its own options as one more argument
    tags: (...forms: readonly unknown[]) => assetTags(base, forms.filter(hasResources)),
    respond(request: Request): Response | undefined {
      const asset = assetAt(new URL(request.url).pathname, base);
      if (asset === undefined) return undefined;
      const header = (name: string): string | undefined => request.headers.get(name) ?? undefined;
      const { status, headers, body } = asset({ method: request.method, header });
      return new Response(body ?? null, { status, headers });
    },
  });
}

/** Returns the full path of a request, and the path where Express mounted the middleware (missing from `req.url`). */
function pathOf(req: IncomingMessage): { mount: string; path: string } {
  const mount = "baseUrl" in req && typeof req.baseUrl === "string" ? req.baseUrl : "";
  return { mount, path: `${mount}${(req.url ?? "/").split("?", 1)[0]}` };
}

function hasResources(form: unknown): form is WithResources {
  return typeof form === "object" && form !== null && "resources" in form;
}
