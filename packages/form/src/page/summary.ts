import type { Invalid } from "@turnform/schema";
import type { Field } from "../field/field.ts";
import { childId } from "../field/ids.ts";
import { messagesOf } from "../field/part-errors.ts";
import type { FormView, SummaryEntryView } from "../field/view.ts";

/** Limit of the listed errors. The summary counts the others; they appear at their fields. */
const MOST_ENTRIES = 50;

/**
 * Returns the summary of a form's errors, each with a link to its field.
 *
 * @param error The tree of errors
 * @param root The form's root field
 * @param formId The root's id
 * @param autofocus True to focus the summary
 */
export function summaryOf(
  error: Invalid,
  root: Field,
  formId: string,
  autofocus: boolean,
): FormView["summary"] {
  const entries: SummaryEntryView[] = [];
  let left = error.omitted;
  const visit = (
    invalid: Invalid,
    field: Field | undefined,
    id: string | undefined,
    titles: readonly string[],
  ): void => {
    const messages = messagesOf(field, invalid);
    const listed = messages.slice(0, MOST_ENTRIES - entries.length);
    left += messages.length - listed.length;
    for (const message of listed)
      entries.push({
        href: id === undefined ? undefined : `#${id}`,
        text: titles.length > 0 ? `${titles.join(", ")}: ${message}` : message,
      });
    if (field?.widget.partName) return;
    for (const [key, child] of invalid.children) {
      const inner = field?.child(key);
      // Counted errors need neither id nor title.
      if (entries.length === MOST_ENTRIES) visit(child, inner, undefined, titles);
      else visit(child, inner, idOf(key, inner, id), titlesOf(invalid, key, inner, titles));
    }
  };
  visit(error, root, formId, []);
  if (left > 0) entries.push({ href: `#${formId}`, text: root.say("moreErrors", { count: left }) });
  return { title: root.say("summaryTitle"), entries, autofocus };
}

/** Returns the id of an inner field, or undefined if it is hidden. */
function idOf(
  key: string | number,
  field: Field | undefined,
  outerId: string | undefined,
): string | undefined {
  const isHidden = field?.widget.options?.hidden === true;
  if (outerId === undefined || isHidden) return undefined;
  return field ? childId(outerId, key) : outerId;
}

/** Returns the titles of a field and the fields around it, outermost first. */
function titlesOf(
  outer: Invalid,
  key: string | number,
  field: Field | undefined,
  titles: readonly string[],
): readonly string[] {
  if (!field) return titles;
  if (!field.isNumbered) return [...titles, field.title];
  // The item's own title names the list, so the list's title is left out.
  const isFirstItem = typeof outer.key === "string" && field.node.meta.title !== undefined;
  return [...(isFirstItem ? titles.slice(0, -1) : titles), `${field.title} ${Number(key) + 1}`];
}
