import { testsIn } from "./condition.ts";
import { readFieldPath } from "./field-path.ts";
import type { FieldPlace, Scope } from "./scope.ts";

/**
 * Refuses a field that is shown by a field that is shown by the first one, directly or by way of others.
 *
 * @throws TypeError with the names of the circle
 */
export function refuseCircles(place: FieldPlace): void {
  search(place, [], new Map());
}

type Done = Map<Scope, Set<string>>;

function search(place: FieldPlace, trail: readonly FieldPlace[], done: Done): void {
  const { scope, name, field } = place;
  const { showWhen } = field.rules;
  const start = trail.findIndex((each) => each.scope === scope && each.name === name);
  if (start >= 0) {
    const circle = [...trail.slice(start), place].map((each) => `"${each.name}"`);
    throw new TypeError(
      `Fields are shown by each other, in a circle: ${circle.join(" by ")}. Remove one showWhen`,
    );
  }
  const names = done.get(scope) ?? new Set();
  // In a recursive schema, the same rule further down can't lead back to here.
  if (showWhen === undefined || names.has(name) || trail.some((each) => isAbove(each, place))) return;
  for (const { at } of testsIn(showWhen)) {
    const path = readFieldPath(at);
    const steps = path ? scope.follow(path) : [];
    // Other checks report a wrong path.
    if ("mistake" in steps) continue;
    for (const read of steps.flat()) search(read, [...trail, place], done);
  }
  done.set(scope, names.add(name));
}

/** Returns true if the same field of the same type stands in an object around the other. */
function isAbove(outer: FieldPlace, { scope, name }: FieldPlace): boolean {
  return outer.name === name && outer.scope.node === scope.node && scope.chain.slice(1).includes(outer.scope);
}
