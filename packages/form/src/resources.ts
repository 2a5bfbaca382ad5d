import { clientFiles } from "./client-files.ts";
import { type Field, walkFields } from "./field.ts";

/** A file that a page loads for its forms, in `@turnform/form/client/`. */
export interface Resource {
  /** What it is called, such as `turnform.js`. */
  readonly name: string;
  /** The same file under a name that changes with its content, so that browsers may keep it for ever. */
  readonly file: string;
  /** Its digest, for the `integrity` attribute. */
  readonly integrity: string;
}

/** What every form loads, by name. */
const BASE: readonly string[] = ["turnform.css", "turnform.js"];

/** Every file that some form may load. */
export const clientResources: readonly Resource[] = Object.entries(clientFiles).map(([name, rest]) => ({
  name,
  ...rest,
}));

/** The files that every form loads. */
export const baseResources: readonly Resource[] = BASE.map(resourceNamed);

/**
 * Lists what a page with a form loads: what every form does, then what its widgets ask for.
 *
 * @param root The root of the form
 * @param enhance Whether it posts by fetch
 * @returns each file once
 * @throws TypeError where a widget asks for a file that is not in `@turnform/form/client/`
 */
export function resourcesOf(root: Field, enhance: boolean): readonly Resource[] {
  const names = new Set(enhance ? [...BASE, "turnform-post.js"] : BASE);
  for (const { widget } of walkFields(root)) for (const name of widget.resources ?? []) names.add(name);
  return [...names].map(resourceNamed);
}

function resourceNamed(name: string): Resource {
  const resource = clientResources.find((each) => each.name === name);
  if (!resource) throw new TypeError(`A widget loads "${name}", which is no file of @turnform/form/client/`);
  return resource;
}
