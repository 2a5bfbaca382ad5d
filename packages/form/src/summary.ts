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
      const its = inner ? titleOf(inner, key) : undefined;
      // An item's own title says which list it is in; the list's would say it twice.
      const isFirstItem = typeof key === "number" && typeof invalid.key === "string";
      const around = isFirstItem ? titles.slice(0, -1) : titles;
      visit(child, inner, inner ? childId(id, key) : id, its === undefined ? titles : [...around, its]);
    }
  };
  visit(error, root, formId, []);
  if (left > 0) entries.push({ href: `#${formId}`, text: `… and ${left} more` });
  return { title: "There was a problem with your submission", entries, autofocus };
}

function titleOf({ node }: Field, key: string | number): string {
  return typeof key === "number" ? `${node.title} ${key + 1}` : node.title;
}
