import { type Invalid, invalidFrom, type SchemaNode, type StructureResult } from "@turnform/schema";
import { childId } from "../field/ids.ts";
import type { Pasted } from "../field/place.ts";
import type { PageState } from "../page/filled-form.ts";
import type { PastedItems } from "../widgets/paste-rows.ts";

/** The texts posted in areas for adding items. */
type PastedTexts = Extract<StructureResult, { readonly ok: true }>["pasted"];

/** Most characters of a cell in a message. */
const MOST_QUOTED = 200;

/** Returns the texts in the areas for adding items, by the list's id. */
export function pastedTexts(idPrefix: string, texts: PastedTexts = []): ReadonlyMap<string, Pasted> {
  return new Map(texts.map(({ path, text }) => [idAt(idPrefix, path), { text }]));
}

/** Returns the id of the field at a path. */
export function idAt(idPrefix: string, path: readonly (string | number)[]): string {
  return path.reduce<string>(childId, idPrefix);
}

/**
 * Returns the focus and the errors of a page with new items: errors about the pasted texts only, because nothing else was sent to be
 * checked. Each message quotes its text, which some controls can't show.
 *
 * @param error All errors of the post
 */
export function pastedPage(
  { first, column, cells }: PastedItems,
  { idPrefix, node, error }: { idPrefix: string; node: SchemaNode; error: Invalid | undefined },
): Pick<PageState, "error" | "focus"> {
  const issues = (error?.flatten() ?? []).flatMap((issue) => {
    const cell = cells.get(JSON.stringify(issue.path));
    if (cell === undefined) return [];
    const { message } = issue;
    const quoted = cell.length > MOST_QUOTED ? `${cell.slice(0, MOST_QUOTED)}…` : cell;
    return { ...issue, message: message.includes(quoted) ? message : `“${quoted}”: ${message}` };
  });
  if (issues.length > 0) return { error: invalidFrom(issues, node) };
  const item = idAt(idPrefix, first);
  return { focus: column.focusId(column.isNumbered ? item : childId(item, column.node.name)) };
}
