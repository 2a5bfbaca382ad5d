import type { SchemaNode } from "@turnform/schema";
import type { WidgetTraits } from "./widget.ts";

/** The properties of a field for finding equal names, with inner fields of the same kind. */
interface Named<F> {
  readonly node: SchemaNode;
  readonly title: string;
  readonly isNumbered: boolean;
  readonly widget: WidgetTraits;
  readonly children: readonly F[];
  readonly arranged: { readonly labels: readonly string[] } | undefined;
  readonly dependence: { readonly isRead: boolean; readonly isFollowed: boolean } | undefined;
}

/** Limit of the fields in one search. A recursive schema without lists can have any number of paths. */
const MOST_FIELDS = 1_000;

/** Returns true if a field has names of buttons or groups inside. */
export function holdsNames<F extends Named<F>>({ node, children, arranged }: F): boolean {
  if (node.discriminator !== undefined || (arranged?.labels.length ?? 0) > 0) return true;
  return children.some((child) => child.isNumbered || isNamed(child));
}

/**
 * Finds groups with equal names in an item of a list, or in a form outside of its lists. The groups around them must tell them apart:
 * "Address of Billing" and "Address of Shipping".
 *
 * @param scope An item's field, or the root
 * @returns the groups around equal names
 */
export function groupsAroundRepeated<F extends Named<F>>(scope: F): ReadonlySet<F> {
  const places = new Map<string, (readonly F[])[]>();
  let left = MOST_FIELDS;
  const add = (name: string, around: readonly F[]): void => {
    places.set(name, [...(places.get(name) ?? []), around]);
  };
  const visit = (field: F, around: readonly F[], types: readonly unknown[]): void => {
    for (const label of field.arranged?.labels ?? []) add(`${label} `, around);
    for (const child of field.children) {
      const isOption = typeof child.node.edge !== "string" && child.node.edge.description === "inside";
      if (left-- <= 0 || types.includes(child.node.type)) continue;
      // "Team 1" of a list differs from a group "Team".
      const name = `${child.title} ${child.isNumbered ? "1" : ""}`;
      if (child.isNumbered || (!isOption && isNamed(child))) add(name, around);
      // The item of a list names its own inner groups.
      if (!child.isNumbered)
        visit(child, isOption ? around : [...around, child], [...types, child.node.type]);
    }
  };
  visit(scope, [], [scope.node.type]);
  return new Set([...places.values()].flatMap((found) => (found.length > 1 ? found.flat() : [])));
}

/** Returns true if a field's template or script writes names of groups or buttons. */
function isNamed<F extends Named<F>>({ widget, dependence }: F): boolean {
  const hasUpdateButton = dependence?.isRead === true || dependence?.isFollowed === true;
  return widget.isGroup === true || widget.scriptTexts !== undefined || hasUpdateButton;
}
