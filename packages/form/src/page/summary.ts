import type { Invalid } from "@turnform/schema";
import { chosenCase } from "../field/cases.ts";
import type { Field } from "../field/field.ts";
import { messagesOf } from "../field/part-errors.ts";
import type { Place } from "../field/place.ts";
import type { FormView, SummaryEntryView } from "../field/view.ts";
import { placeOnPage } from "./filled-field.ts";

/** Limit of the listed errors. The summary counts the others; they appear at their fields. */
const MOST_ENTRIES = 50;

/**
 * Returns the summary of a form's errors in the order of the page, each with a link to its field. An error of a field that is not on the
 * page links to the field around it.
 *
 * @param error The tree of errors
 * @param form The place of the form's root
 * @param autofocus True to focus the summary
 */
export function summaryOf(error: Invalid, form: Place, autofocus: boolean): FormView["summary"] {
  const entries: SummaryEntryView[] = [];
  let left = error.omitted;
  const visit = (
    invalid: Invalid,
    field: Field | undefined,
    place: Place | undefined,
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
    for (const [key, child] of inPageOrder(invalid, field, place?.value)) {
      // Counted errors need neither a place nor titles.
      const isCounted = entries.length === MOST_ENTRIES;
      const at = isCounted ? undefined : place && placeOnPage(place, key);
      const inner = at?.field ?? field?.child(key);
      const isHidden = inner?.widget.options?.hidden === true;
      const innerId = id === undefined || isHidden ? undefined : (at?.id ?? id);
      visit(child, inner, at, innerId, isCounted ? titles : titlesOf(invalid, key, inner, titles));
    }
  };
  const { field: root, id: formId } = form;
  visit(error, root, form, formId, []);
  if (left > 0) entries.push({ href: `#${formId}`, text: root.say("moreErrors", { count: left }) });
  return { title: root.say("summaryTitle"), entries, autofocus };
}

/** Returns the errors inside a field in the order of its arrangement. Otherwise they are in the schema's order. */
function inPageOrder(
  { children }: Invalid,
  field: Field | undefined,
  value: unknown,
): Iterable<readonly [string | number, Invalid]> {
  const holder = (field && chosenCase(field, value)?.field) ?? field;
  if (!holder?.arranged) return children;
  const rank = (key: string | number): number =>
    // A union draws its tag before the fields of the case.
    key === field?.node.discriminator
      ? -1
      : Math.min(holder.inside.positionOf(String(key)), Number.MAX_SAFE_INTEGER);
  return [...children].sort(([a], [b]) => rank(a) - rank(b));
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
