import type { Invalid } from "@turnform/schema";
import { digestOf, hashOf, type LabelledChoices } from "./choice.ts";
import type { DependentPage } from "./view.ts";

interface Follower {
  readonly id: string;
  readonly field: {
    readonly idSegment: string;
    sibling(name: string): { readonly idSegment: string } | undefined;
  };
  /** The choices, if they follow other fields. */
  readonly offered: LabelledChoices | undefined;
  /** The computed text, or the texts of a list or group. */
  readonly value: unknown;
  /** The computed text for people. */
  readonly shown: string;
  readonly error: Invalid | undefined;
}

/** Ends the digest of a field with an error about its choice. The script asks again once the person has chosen. */
const GONE = "!";

/**
 * Returns the properties by which the script finds a field, what it follows, and whether it has changed.
 *
 * @param names Names of the fields that it follows. None for a function that may read every field of the object
 */
export function followingOf(
  { id, field, offered, value, shown, error }: Follower,
  names: readonly string[],
): Pick<DependentPage, "fieldId" | "follows" | "made"> {
  const around = id.slice(0, -1 - field.idSegment.length);
  const isGone = error?.flatten().some(({ code }) => /^(?:notOffered|noLongerOffered)$/.test(code));
  const computed = typeof value === "object" && value !== null ? hashOf(value) : shown;
  const segments = names.flatMap((name) => field.sibling(name)?.idSegment ?? []);
  return {
    fieldId: `${id}:field`,
    follows: names.length === 0 ? around : segments.map((segment) => `${around}-${segment}`).join(" "),
    made: offered ? `${digestOf(offered)}${isGone ? GONE : ""}` : computed,
  };
}
