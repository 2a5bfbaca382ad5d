/** The HTML around the form. */
import type { FilledForm, Html } from "@turnform/form";

/** @param tags Tags of the form's stylesheet and script */
export const page = (form: FilledForm, tags: Html): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>${form.error ? "Error: " : ""}Trip</title>
    ${tags}
  </head>
  <body>
    <main>
      <h1>Trip</h1>
      ${form}
    </main>
  </body>
</html>`;
