import { clientFiles } from "./client-files.ts";
import { BREADCRUMB_FILES, nestsDeeply } from "../field/breadcrumb.ts";
import type { Dependence } from "../field/dependence.ts";
import type { Field } from "../field/field.ts";
import { containerOf } from "../read/container.ts";
import type { Theme } from "../themes/theme.ts";

/** A file of a form's page, in `@turnform/form/client/`. */
export interface Resource {
  /** Name, such as `turnform.js`. */
  readonly name: string;
  /** Name of the same file that changes with its content, so that browsers may cache it for ever. */
  readonly file: string;
  /** Digest for the `integrity` attribute. */
  readonly integrity: string;
  /** Version of its package, Turnform or Bootstrap. */
  readonly version: string;
}

/** All possible files of a form. */
export const clientResources: readonly Resource[] = Object.entries(clientFiles).map(([name, rest]) => ({
  name,
  ...rest,
}));

/** The files of a plain form. */
export const baseResources: readonly Resource[] = ["turnform.css", "turnform.js"].map(resourceNamed);

/** The files of a form with an optional group. */
const BOX_FILES = ["turnform-optional.css", "turnform-optional.js"];

/** The files of a form with fields that depend on others: a stylesheet, the script of conditions, and that of choices and computed values. */
const DEPENDENCE_STYLES = ["turnform-conditions.css"];
const CONDITIONS_SCRIPT = "turnform-conditions.js";
const REFRESH_SCRIPT = "turnform-refresh.js";

/** The files of a form with blocks, and the script of tabs. */
const BLOCK_FILES = ["turnform-blocks.css"];
const TABS_SCRIPT = "turnform-tabs.js";

/** The script of a form with items to drag. */
const DRAG_SCRIPT = "turnform-drag.js";

/** Settings of a form that select its files. */
interface LoadOptions {
  readonly theme: Theme;
  readonly layout: string;
  readonly enhance: boolean | "live";
  readonly warnUnsaved: boolean;
}

/**
 * Returns the files of a form, in loading order: those of its theme, then those of the form and its widgets.
 *
 * @param fields All fields of the form, the root first
 * @returns each file once
 * @throws TypeError if a widget or theme names a file that is not in `@turnform/form/client/`
 */
export function resourcesOf(
  fields: readonly Field[],
  { theme, layout, enhance, warnUnsaved }: LoadOptions,
): readonly Resource[] {
  const names = new Set([
    ...theme.resources,
    ...(layout === "stacked" ? [] : ["turnform-layouts.css"]),
    "turnform.js",
    ...(enhance ? ["turnform-post.js"] : []),
    ...(enhance === "live" ? ["turnform-live.js"] : []),
    ...(warnUnsaved ? ["turnform-unsaved.js"] : []),
    ...(fields.some(({ leftOutBy }) => leftOutBy === "box") ? BOX_FILES : []),
    ...(fields.some(({ dependence }) => dependence) ? DEPENDENCE_STYLES : []),
    ...(fields.some(({ dependence }) => isConditional(dependence)) ? [CONDITIONS_SCRIPT] : []),
    ...(fields.some(({ dependence }) => dependence?.follows) ? [REFRESH_SCRIPT] : []),
    ...(fields.some(({ arranged }) => arranged) ? BLOCK_FILES : []),
    ...(fields.some(({ arranged }) => arranged?.kinds.has("tabs")) ? [TABS_SCRIPT] : []),
    ...fields.flatMap(({ widget }) => widget.resources ?? []),
    ...(fields.some((field) => containerOf(field)?.canMove?.(field)) ? [DRAG_SCRIPT] : []),
    ...(fields.slice(0, 1).some(nestsDeeply) ? BREADCRUMB_FILES : []),
  ]);
  return [...names].map(resourceNamed);
}

/** Returns true for a field with a condition, and for one that a condition reads. */
function isConditional(dependence: Dependence | undefined): boolean {
  return (
    dependence !== undefined && (dependence.isRead || (dependence.show ?? dependence.require) !== undefined)
  );
}

function resourceNamed(name: string): Resource {
  const resource = clientResources.find((candidate) => candidate.name === name);
  if (!resource) throw new TypeError(`A form loads "${name}", which is no file of @turnform/form/client/`);
  return resource;
}
