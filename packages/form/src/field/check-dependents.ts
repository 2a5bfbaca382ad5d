import { nearest } from "@turnform/schema/misspelt";
import { namesFollowed } from "./dependence.ts";
import type { Field } from "./field.ts";

/**
 * Checks the names of the fields that choices and computed values follow.
 *
 * @throws TypeError for an unknown name, a field that follows itself, and fields that follow each other
 */
export function checkDependents(fields: readonly Field[]): void {
  for (const field of fields) {
    const names = namesFollowed(field) ?? [];
    if (names.length === 0) continue;
    const known = field.siblings.map(({ node }) => node.name);
    if (known.length === 0 || field.owner?.kind !== "object")
      throw new TypeError(
        `Field "${field.path}" depends on ${listed(names)}, and it is no field of an object. Choices depend on other fields of the same object`,
      );
    for (const name of names) {
      if (!known.includes(name)) {
        throw new TypeError(
          `Field "${field.path}" depends on "${name}", which is no field of the same object.${hintOf(name, known)}`,
        );
      }
    }
    refuseCircle(field);
  }
}

function hintOf(name: string, known: readonly string[]): string {
  const found = nearest(name, known);
  return found === undefined ? ` It has ${listed(known)}` : ` Did you mean "${found}"?`;
}

/** Follows the names from a field. A field that is met again on the way stands in a circle. */
function refuseCircle(start: Field): void {
  const done = new Set<string>();
  const visit = (field: Field, way: readonly string[]): void => {
    const { name } = field.node;
    if (way.includes(name)) {
      const circle = [...way.slice(way.indexOf(name)), name].map((each) => `"${each}"`);
      throw new TypeError(`Fields depend on each other: ${circle.join(" → ")} (at "${field.path}")`);
    }
    if (done.has(name)) return;
    for (const other of namesFollowed(field) ?? []) {
      const sibling = field.sibling(other);
      if (sibling) visit(sibling, [...way, name]);
    }
    done.add(name);
  };
  visit(start, []);
}

function listed(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(", ");
}
