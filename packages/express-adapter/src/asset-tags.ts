import { baseResources, Html, type Resource } from "@turnform/form";

/** What says which files it loads: every `Form` and `FilledForm` of `@turnform/form`. */
export interface WithResources {
  resources(): readonly Resource[];
}

/**
 * Writes the tags by which a page loads what its forms need: stylesheets first, each file once.
 *
 * @param base The address of the folder that the files are in
 * @param forms Without any, the page loads what every form needs
 */
export function assetTags(base: string, forms: readonly WithResources[]): Html {
  const needed = [baseResources, ...forms.map((form) => form.resources())].flat();
  const files = [...new Map(needed.map((resource) => [resource.file, resource])).values()];
  const tags = files.map((resource) => tag(base, resource));
  return new Html(tags.toSorted().join("\n")); // <link> is before <script> in the alphabet
}

function tag(base: string, { file, integrity }: Resource): string {
  const address = `${base}/${file}`;
  return file.endsWith(".css")
    ? `<link rel="stylesheet" href="${address}" integrity="${integrity}">`
    : `<script type="module" src="${address}" integrity="${integrity}"></script>`;
}
