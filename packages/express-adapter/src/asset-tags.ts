import { baseResources, Html, type Resource } from "@turnform/form";

/** What says which files it loads: every `Form` and `FilledForm` of `@turnform/form`. */
export interface WithResources {
  resources(): readonly Resource[];
}

/**
 * Writes the tags by which a page loads what its forms need: stylesheets first, each file once, in the order in which forms list them.
 *
 * @param base The address of the folder that the files are in
 * @param forms Without any, the page loads what every form needs
 */
export function assetTags(base: string, forms: readonly WithResources[]): Html {
  // The base has the plain theme's stylesheet, which forms of another theme go without
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
