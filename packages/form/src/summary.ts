import type { Invalid } from "@turnform/schema";
import type { Field } from "./field.ts";
import { childId } from "./ids.ts";
import type { FormView, SummaryEntryView } from "./view.ts";

/** How many errors the summary lists; the rest are counted, and stand at their fields. */
const MOST_ENTRIES = 50;

/**
 * Lists the errors of a form, each leading to its field.
 *
 * @param error The tree of errors
 * @param root The form's root field
 * @param formId The root's id
 * @param autofocus Whether the summary takes the focus
 */
export function summaryOf(
  error: Invalid,
  root: Field,
  formId: string,
  autofocus: boolean,
): FormView["summary"] {
  const entries: SummaryEntryView[] = [];
  let left = 0;
  const visit = (invalid: Invalid, field: Field | undefined, id: string, titles: readonly string[]): void => {
    for (const message of invalid.messages) {
      if (entries.length === MOST_ENTRIES) left++;
      else
        entries.push({
          href: `#${id}`,
          text: titles.length > 0 ? `${titles.join(", ")}: ${message}` : message,
        });
    }
    for (const [key, child] of invalid.children) {
      const inner = field?.child(key);
      const title = typeof key === "number" ? `${inner?.node.title ?? ""} ${key + 1}` : inner?.node.title;
      visit(child, inner, inner ? childId(id, key) : id, title === undefined ? titles : [...titles, title]);
    }
  };
  visit(error, root, formId, []);
  if (left > 0) entries.push({ href: `#${formId}`, text: `… and ${left} more` });
  return { title: "There was a problem with your submission", entries, autofocus };
}
