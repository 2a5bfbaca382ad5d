import { type FormAssets, formAssets, type FormAssetsOptions } from "./form-assets.ts";

/** A handler for the files that forms load in the browser, with a method for their tags. */
export interface WebAssets extends Pick<FormAssets, "tags" | "respond"> {
  /** Answers a request for a file, or with 404 for any other address. */
  (request: Request): Response;
}

/**
 * Returns a handler for the script and the stylesheets of forms, for servers with web requests. `respond` returns undefined for
 * other addresses, for servers without routes.
 *
 *     const assets = webAssets(); // below /assets
 *     app.get("/assets/*", (c) => assets(c.req.raw));
 *     `<!doctype html><title>Preset</title>${assets.tags(form)}${form}`
 *
 * @throws TypeError if the base is no path
 */
export function webAssets(options: FormAssetsOptions = {}): WebAssets {
  const { tags, respond } = formAssets(options);
  const handle = (request: Request): Response =>
    respond(request) ?? new Response("Not Found", { status: 404, headers: { "Content-Type": "text/plain" } });
  return Object.assign(handle, { tags, respond });
}
