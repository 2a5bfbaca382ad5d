import type { FormMetadata, SchemaNode } from "@turnform/schema";
import { nearest } from "@turnform/schema/misspelt";

/** The keys of Turnform in metadata. The compiler reports a missing one. */
const READ: Readonly<Record<keyof FormMetadata | "arrange" | "widget" | "title" | "description", true>> = {
  title: true,
  description: true,
  widget: true,
  arrange: true,
  name: true,
  wire: true,
  initial: true,
  allowEmpty: true,
  requiredMessage: true,
  kind: true,
  acceptScalar: true,
  onBind: true,
  placeholder: true,
  orderable: true,
  showWhen: true,
  requireWhen: true,
  computed: true,
};

/**
 * Refuses misspelt keys of metadata. Other libraries keep keys of their own there, so a key is only refused if one letter turns it into a
 * key that Turnform reads. In keys of four letters, such as `name`, that is too common: only letters in the wrong order count.
 *
 * @throws TypeError that names the right key
 */
export function checkMetadata({ name, meta }: SchemaNode): void {
  for (const key of Object.keys(meta)) {
    if (Object.hasOwn(READ, key)) continue;
    const nearestKey = nearest(key, Object.keys(READ), 1);
    if (nearestKey !== undefined && (nearestKey.length > 4 || lettersOf(nearestKey) === lettersOf(key)))
      throw new TypeError(
        `The metadata of ${name === "" ? "the form" : `field "${name}"`} has "${key}". Did you mean "${nearestKey}"?`,
      );
  }
}

function lettersOf(key: string): string {
  return [...key].sort().join("");
}
