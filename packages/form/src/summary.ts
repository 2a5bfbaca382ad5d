import type { Invalid } from "@turnform/schema";
import type { Field } from "./field.ts";
import { childId } from "./ids.ts";
import { messagesOf } from "./part-errors.ts";
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
  let left = error.omitted;
  const visit = (
    invalid: Invalid,
    field: Field | undefined,
    id: string | undefined,
    titles: readonly string[],
  ): void => {
    for (const message of messagesOf(field, invalid)) {
      if (entries.length === MOST_ENTRIES) left++;
      else
        entries.push({
          href: id === undefined ? undefined : `#${id}`,
          text: titles.length > 0 ? `${titles.join(", ")}: ${message}` : message,
        });
    }
    if (field?.widget.partName) return;
    for (const [key, child] of invalid.children) {
      const inner = field?.child(key);
      const isItem = inner?.isNumbered === true;
      const its = inner && (isItem ? `${inner.title} ${Number(key) + 1}` : inner.title);
      // An item's own title says which list it is in; the list's would say it twice.
      const isFirstItem = isItem && typeof invalid.key === "string" && inner.node.meta.title !== undefined;
      const around = isFirstItem ? titles.slice(0, -1) : titles;
      const isHidden = inner?.widget.options?.hidden === true;
      const innerId = id === undefined || isHidden ? undefined : inner ? childId(id, key) : id;
      visit(child, inner, innerId, its === undefined ? titles : [...around, its]);
    }
  };
  visit(error, root, formId, []);
  if (left > 0) entries.push({ href: `#${formId}`, text: root.say("moreErrors", { count: left }) });
  return { title: root.say("summaryTitle"), entries, autofocus };
}
