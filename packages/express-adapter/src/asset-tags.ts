import { baseResources, Html, type Resource } from "@turnform/form";

/** A form that lists the files it loads: every `Form` and `FilledForm` of `@turnform/form`. */
export interface WithResources {
  resources(): readonly Resource[];
}

/**
 * Writes the tags that load the files of a page's forms. Stylesheets come first, each file once, in the order of the forms.
 *
 * @param base The address of the folder with the files
 * @param forms The forms on the page. If there are none, the tags load the base files
 */
export function assetTags(base: string, forms: readonly WithResources[]): Html {
  // The base files include the plain theme's stylesheet, which forms of another theme don't load
  const needed = forms.length > 0 ? forms.flatMap((form) => form.resources()) : baseResources;
  const files = [...new Map(needed.map((resource) => [resource.file, resource])).values()];
  const isStyle = ({ file }: Resource): boolean => file.endsWith(".css");
  const ordered = [...files.filter(isStyle), ...files.filter((resource) => !isStyle(resource))];
  return new Html(ordered.map((resource) => tag(base, resource)).join("\n"));
}

function tag(base: string, { file, integrity }: Resource): string {
  const address = `${base}/${file}`;
  return file.endsWith(".css")
    ? `<link rel="stylesheet" href="${address}" integrity="${integrity}">`
    : `<script type="module" src="${address}" integrity="${integrity}"></script>`;
}
