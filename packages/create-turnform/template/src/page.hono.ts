/** The HTML around the form. */
import { webAssets } from "@turnform/express-adapter/web";
import type { FilledForm } from "@turnform/form";

/** Serves the stylesheet and the script of forms. */
export const assets = webAssets();

export const page = (form: FilledForm): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>${form.error ? "Error: " : ""}Trip</title>
    ${assets.tags(form)}
  </head>
  <body>
    <main>
      <h1>Trip</h1>
      ${form}
    </main>
  </body>
</html>`;
