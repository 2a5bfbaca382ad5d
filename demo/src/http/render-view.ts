import type { Request } from "express";

/**
 * Renders a view for a request.
 *
 * @param view Its name
 * @param data What it shows
 * @returns its HTML
 */
export function renderView<Params>({ app }: Request<Params>, view: string, data: object): Promise<string> {
  return new Promise((resolve, reject) => {
    app.render(view, data, (error: Error | null, html: string) => (error ? reject(error) : resolve(html)));
  });
}
