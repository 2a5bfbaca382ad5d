import { find } from "./form.ts";

/** Selector of the wrappers of fields that follow others. */
export const FOLLOWER = "[data-tf-follows]";

/** Returns the wrappers of the fields that follow a field, or the group around it. */
export function followersOf(form: HTMLElement, fieldId: string): HTMLElement[] {
  return find(form, FOLLOWER).filter(({ dataset }) => {
    const ids = dataset["tfFollows"]?.split(" ") ?? [];
    return ids.some(
      (followed) =>
        fieldId === followed || fieldId.startsWith(`${followed}-`) || fieldId.startsWith(`${followed}:`),
    );
  });
}

/**
 * Returns the wrappers of all fields that change with a field, directly or through other fields.
 *
 * @param fieldId Id of a control
 */
export function allFollowersOf(form: HTMLElement, fieldId: string): ReadonlySet<HTMLElement> {
  const found = new Set(followersOf(form, fieldId));
  // A set also gives what is added while it is walked.
  for (const { id } of found)
    for (const next of followersOf(form, id.slice(0, -":field".length))) found.add(next);
  return found;
}

/** Returns true for the wrapper of a computed field, which nobody can fill in. */
export function isComputed(follower: HTMLElement): boolean {
  return find(follower, "input,select,textarea").length === 0;
}
