import type { Field } from "../field/field.ts";

/**
 * Refuses an incomplete widget, or one for another kind of field.
 *
 * @throws TypeError with the first missing member, or from the widget's own check
 */
export function checkWidget(field: Field): void {
  const { widget, node } = field;
  const what = `The widget of field "${node.name}"`;
  if (typeof widget.template !== "string")
    throw new TypeError(`${what} has no template. Give it the name of one, such as template: "text-input"`);
  const isContainer = "edit" in widget && widget.edit !== undefined;
  if ((widget.isGroup === true || isContainer) && widget.focusId === undefined)
    throw new TypeError(
      `${what} has no method "focusId". It draws several controls, so links in the summary need one of them: ` +
        `focusId: (field, id) => \`\${id}-0\``,
    );
  if (isContainer && !("fill" in widget))
    throw new TypeError(`${what} has a method "edit", so it needs a method "fill" too`);
  widget.check?.(field);
}
