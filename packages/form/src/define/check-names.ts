import { checkAttributes, checkReadonly } from "../field/attributes.ts";
import { namesIn } from "../field/cases.ts";
import type { Field } from "../field/field.ts";
import { pathOf, walkFields } from "../field/walk-fields.ts";
import { MARKERS, OWN_CONTROLS, SHOWN_CASE } from "../field/reserved-names.ts";
import { checkReference } from "../read/item-reference.ts";
import type { FormButtonView } from "../field/view.ts";
import { checkMetadata } from "./check-metadata.ts";
import { checkWidget } from "./check-widget.ts";

/**
 * Checks that all posted names can be told apart, and that every field fits its widget.
 *
 * @throws TypeError with the first invalid name
 */
export function checkNames(formId: string, root: Field, buttons: readonly FormButtonView[]): void {
  const { kind, discriminator } = root.node;
  if (kind !== "object" && discriminator === undefined)
    throw new TypeError(`The schema of a form is an object, or a union of objects, not ${kind}`);
  if (!/^\S+$/.test(formId)) throw new TypeError(`A formId is a text without white space, not "${formId}"`);
  const taken = new Set([...OWN_CONTROLS, ...MARKERS]);
  for (const { name, type } of buttons) {
    if (type !== "submit") continue;
    if (taken.has(name)) throw new TypeError(`Two buttons or controls of the form have the name "${name}"`);
    taken.add(name);
  }
  for (const name of namesIn(root)) {
    if (taken.has(name)) throw new TypeError(`Field "${name}" has the name of a control of the form's own`);
  }
  for (const field of walkFields(root)) {
    checkField(root, field);
    const { ignoresReadonly = false, options: { attributes } = {} } = field.widget;
    checkAttributes(`Field "${field.node.name}"`, attributes);
    if (ignoresReadonly) checkReadonly(`Field "${field.node.name}"`, attributes);
    if (field.isNumbered && field.isFixed)
      throw new TypeError(
        `Items "${field.node.name}" that can't be edited post nothing, and would be lost: make the list readonly`,
      );
    if (field.isNumbered && field.holdsFixed) checkReference(field);
    if (field.widget.partName) checkOneControl(field);
    field.children.forEach(checkName);
  }
}

/** Checks a field's metadata and widget. Adds the path of a nested field to the error. */
function checkField(root: Field, field: Field): void {
  try {
    checkMetadata(field.node);
    checkWidget(field);
  } catch (error) {
    const path = pathOf(root, field);
    if (!(error instanceof TypeError) || path === field.node.name || path === "") throw error;
    throw new TypeError(`${error.message} (at "${path}")`, { cause: error });
  }
}

/** Refuses parts that one control for the whole value can't hold: it would show secrets, and let people type into readonly parts. */
function checkOneControl(field: Field): void {
  for (const part of walkFields(field)) {
    const isHeld = part.isFixed && !part.isNumbered && !field.isFixed;
    if (part.widget.secret !== true && !isHeld) continue;
    throw new TypeError(
      `Field "${field.node.name}" shows all of its value in one control, also "${part.node.name}", which ${isHeld ? "can't be edited" : "is secret"}: ` +
        `give it ${field.isList ? "sequence()" : "tupleGroup()"}, so that each part has a control of its own`,
    );
  }
}

function checkName({ node }: Field): void {
  const { name, children } = node;
  if (MARKERS.has(name) || name.startsWith(SHOWN_CASE))
    throw new TypeError(`Field "${name}" has the name of a marker`);
  if (children.length > 0 && name !== name.trim()) {
    throw new TypeError(`Field "${name}" can't be posted: a marker's name has no white space around it`);
  }
}
