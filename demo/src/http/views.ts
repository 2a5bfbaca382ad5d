import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { FormAssets, WithResources } from "@turnform/express-adapter";
import type { Request } from "express";
import Handlebars from "handlebars";

/** A view engine of Express. */
type ViewEngine = (path: string, options: object, callback: (error: unknown, html?: string) => void) => void;

/**
 * Creates a view engine with Handlebars. It reads each template once, so a change shows after a restart.
 *
 * @param folder Folder of the views; each `.hbs` file in its `partials/` becomes a partial of the same name
 * @returns the engine for `app.engine("hbs", …)`
 * @throws the file system's error if `partials/` can't be read
 */
export function handlebarsViews(folder: string): ViewEngine {
  const handlebars = Handlebars.create();
  handlebars.registerHelper("assetTags", (assets: FormAssets, forms: readonly WithResources[]) =>
    assets.tags(...forms),
  );
  const partials = join(folder, "partials");
  for (const file of readdirSync(partials)) {
    handlebars.registerPartial(basename(file, ".hbs"), readFileSync(join(partials, file), "utf8"));
  }
  const templates = new Map<string, Handlebars.TemplateDelegate>();

  function render(path: string, context: object): string {
    let template = templates.get(path);
    if (!template) {
      // Indented partials would change the text of a textarea.
      template = handlebars.compile(readFileSync(path, "utf8"), { preventIndent: true });
      templates.set(path, template);
    }
    return template(context);
  }

  return (path, context, callback) => {
    let html: string;
    try {
      html = render(path, context);
    } catch (error) {
      callback(error);
      return;
    }
    callback(null, html);
  };
}

export function renderView<Params>({ app }: Request<Params>, view: string, data: object): Promise<string> {
  return new Promise((resolve, reject) => {
    app.render(view, data, (error: Error | null, html: string) => (error ? reject(error) : resolve(html)));
  });
}
