import type { IncomingMessage, ServerResponse } from "node:http";
import { createRequire } from "node:module";
import { clientResources, type Html, type Resource } from "@turnform/form";
import { type Asset, assetFiles } from "./asset-files.ts";
import { assetTags, type WithResources } from "./asset-tags.ts";

const require = createRequire(import.meta.url);

/** Where the files are. */
export interface FormAssetsOptions {
  /** The folder they are below, as browsers see it; it begins with `/`. Default `/assets`. */
  readonly base?: string;
}

/** The files that browsers load for forms: a middleware that serves them, and the tags that load them. */
export interface FormAssets {
  /** Answers what is below its base, or below where it is mounted; passes on what is not there. */
  (req: IncomingMessage, res: ServerResponse, next: (error?: unknown) => void): void;
  /**
   * Writes the `<link>` and `<script>` tags for a page's head, with addresses that change with the content, and its
   * digest.
   *
   *     assets.tags(form)   // {{assets.tags form}} in Handlebars, where app.locals has assets
   *
   * @param forms The forms on the page, filled or not. Without any: what every form loads
   * @returns HTML, which Handlebars does not escape
   */
  readonly tags: (...forms: readonly (WithResources | undefined)[]) => Html;
  /**
   * The same as the middleware for servers of web requests.
   *
   * @returns undefined where the request is for something else
   */
  readonly respond: (request: Request) => Response | undefined;
}

/**
 * Serves the browser's part of forms, a script and a stylesheet, and writes the tags that load them.
 *
 *     const assets = formAssets();   // below /assets
 *     app.use(assets);
 *     `<!doctype html><title>Preset</title>${assets.tags(form)}${form}`
 *
 * - At addresses that change with the content (`/assets/turnform-P5EIIBH5.css`), kept by browsers for ever; and as
 *   `/assets/turnform.css` and `/assets/turnform.js`, for which a browser asks each time whether they changed.
 * - Compressed with brotli or gzip, ahead of time.
 *
 * @returns a middleware for Express, or any server on `node:http`, with `tags` and `respond`
 * @throws TypeError where the base is no path
 */
export function formAssets(options: FormAssetsOptions = {}): FormAssets {
  return assetsFrom((file) => require.resolve(`@turnform/form/client/${file}`), clientResources, options);
}

/**
 * The same from anywhere.
 *
 * @param resolve From a file's name to its path
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
    // Handlebars calls it with one more argument
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

/** The path of a request, and where Express has mounted the middleware, which it takes off `req.url`. */
function pathOf(req: IncomingMessage): { mount: string; path: string } {
  const mount = "baseUrl" in req && typeof req.baseUrl === "string" ? req.baseUrl : "";
  return { mount, path: `${mount}${(req.url ?? "/").split("?", 1)[0]}` };
}

function hasResources(form: unknown): form is WithResources {
  return typeof form === "object" && form !== null && "resources" in form;
}
