import { clientFiles } from "./client-files.ts";
import type { Field } from "../field/field.ts";
import type { Theme } from "../themes/theme.ts";

/** A file that a page loads for its forms, in `@turnform/form/client/`. */
export interface Resource {
  /** What it is called, such as `turnform.js`. */
  readonly name: string;
  /** The same file under a name that changes with its content, so that browsers may keep it for ever. */
  readonly file: string;
  /** Its digest, for the `integrity` attribute. */
  readonly integrity: string;
  /** The version of the package that it comes from: this one, or Bootstrap. */
  readonly version: string;
}

/** Every file that some form may load. */
export const clientResources: readonly Resource[] = Object.entries(clientFiles).map(([name, rest]) => ({
  name,
  ...rest,
}));

/** The files that a plain form loads. */
export const baseResources: readonly Resource[] = ["turnform.css", "turnform.js"].map(resourceNamed);

/** What a form's pages load depends on. */
interface LoadOptions {
  readonly theme: Theme;
  readonly layout: string;
  readonly enhance: boolean;
}

/**
 * Lists what a page with a form loads, in this order: what its theme does, then what the form and its widgets ask for.
 *
 * @param fields All fields of the form
 * @returns each file once
 * @throws TypeError where one is asked for that is not in `@turnform/form/client/`
 */
export function resourcesOf(
  fields: readonly Field[],
  { theme, layout, enhance }: LoadOptions,
): readonly Resource[] {
  const names = new Set([
    ...theme.resources,
    ...(layout === "stacked" ? [] : ["turnform-layouts.css"]),
    "turnform.js",
    ...(enhance ? ["turnform-post.js"] : []),
    ...fields.flatMap(({ widget }) => widget.resources ?? []),
  ]);
  return [...names].map(resourceNamed);
}

function resourceNamed(name: string): Resource {
  const resource = clientResources.find((each) => each.name === name);
  if (!resource) throw new TypeError(`A form loads "${name}", which is no file of @turnform/form/client/`);
  return resource;
}
