import type { Arranged, ArrangedBlock } from "../field/arranged.ts";
import { isMapping } from "../field/cstruct.ts";
import type { Field } from "../field/field.ts";
import { childId } from "../field/ids.ts";
import { isLeftOut } from "../field/left-out.ts";
import { countMessages } from "../field/part-errors.ts";
import type { Place } from "../field/place.ts";
import { StagedView } from "../field/staged-view.ts";
import type { View } from "../field/template.ts";
import type { BlockPage, RowPage } from "../field/view.ts";

type Block = ArrangedBlock<Field>;

/**
 * Returns the views of an object's fields, in the blocks of its arrangement.
 *
 * @param place The place of the object
 * @param field The object, or the chosen case of a union at this place
 * @param shown The fields to show. Default: all
 */
export function fieldViews(
  place: Place,
  field: Field = place.field,
  shown: readonly Field[] = field.children,
): readonly View[] {
  return field.arranged
    ? partViews(place, field.arranged.content, new Set(shown))
    : shown.map((child) => place.child(child).wrappedView());
}

function partViews(
  place: Place,
  content: readonly Arranged<Field>[],
  shown: ReadonlySet<Field>,
): readonly View[] {
  return content.flatMap((part) => {
    if ("field" in part) return shown.has(part.field) ? [place.child(part.field).wrappedView()] : [];
    const { constants, number, kind } = part;
    const errors = kind === "details" || kind === "panel" ? errorsIn(place, part) : 0;
    const id = `${place.id}:block-${number}`;
    const { withinParts } = place;
    const page: BlockPage = {
      id,
      labelledBy: withinParts && `${id}-label ${withinParts}`,
      children: partViews(place, part.content, shown),
      conditional: isConditional(part),
      out: isOut(place, part),
      open: kind === "panel" ? isChosen(place, part, content) : errors > 0 || isOpen(place, part),
      errorCount: errors > 0 ? place.field.say("errorCount", { count: errors }) : undefined,
    };
    return [new StagedView(constants, page)];
  });
}

/** Returns true for the panel to show: the first one with an error, else the one with the focus, else the first one. */
function isChosen(place: Place, panel: Block, panels: readonly Arranged<Field>[]): boolean {
  const blocks = panels.flatMap((part) => ("field" in part || isOut(place, part) ? [] : [part]));
  const chosen =
    blocks.find((block) => errorsIn(place, block) > 0) ?? blocks.find((block) => hasFocus(place, block));
  return panel === (chosen ?? blocks[0]);
}

function isConditional({ fields }: Block): boolean {
  return fields.length > 0 && fields.every(({ dependence }) => dependence?.show !== undefined);
}

function isOut(place: Place, block: Block): boolean {
  return isConditional(block) && block.fields.every((field) => place.child(field).isHidden);
}

function errorsIn({ error }: Place, { fields }: Block): number {
  return fields.reduce((sum, field) => sum + countMessages(field, error?.children.get(field.node.name)), 0);
}

function hasFocus({ id, focus }: Place, { fields }: Block): boolean {
  return fields.some(({ node }) => {
    const inner = childId(id, node.name);
    return (
      focus === inner || focus?.startsWith(`${inner}-`) === true || focus?.startsWith(`${inner}:`) === true
    );
  });
}

/** Returns true if details start open without errors. */
function isOpen(place: Place, details: Block): boolean {
  const { kind, open, fields } = details;
  if (kind !== "details") return false;
  if (open || place.number === "*" || hasFocus(place, details)) return true;
  return fields.some((field) => holdsEmptyRequired(place.child(field)));
}

/**
 * Returns true if a place holds an empty required control, with which browsers refuse to send the form.
 *
 * @param place Any field on a page
 */
export function holdsEmptyRequired(place: Place): boolean {
  const { field, value, readonly } = place;
  const { hidden = false } = field.widget.options ?? {};
  if (field.isFixed || hidden || readonly || place.isHidden || isLeftOut(field, value)) return false;
  const parts = [...field.partsOf(value)];
  // A page adds empty items up to the minimum
  if (field.isList && parts.length < (field.node.constraints.minLength ?? 0)) return true;
  if (parts.length > 0)
    return parts.some(([key, part, partValue]) => holdsEmptyRequired(place.inside(part, key, partValue)));
  // Secrets are not shown again. A mapping is an incomplete value, such as a date without a time, or a union without a chosen case.
  const isEmpty = value === undefined || value === "" || isMapping(value) || field.widget.secret === true;
  return isEmpty && !field.isList && place.constants.required;
}

/** Returns the fields of an object for the row of a table: each in a cell, without blocks, and those with a hidden control apart. */
export function rowFields(
  page: Partial<BlockPage>,
): Pick<RowPage, "hiddenFields"> & { readonly views: readonly View[] } {
  const views = withoutBlocks(page);
  // A hidden control may be in the wrapper of a field that others depend on.
  const isHidden = (view: View): boolean =>
    view.template === "hidden" ||
    (view instanceof StagedView &&
      "content" in view.page &&
      view.template === "dependent" &&
      isHiddenView(view.page.content));
  return { views: views.filter((view) => !isHidden(view)), hiddenFields: views.filter(isHidden) };
}

function withoutBlocks({ children = [] }: Partial<BlockPage>): readonly View[] {
  return children.flatMap((view) =>
    view instanceof StagedView && view.template.startsWith("block-") ? withoutBlocks(view.page) : [view],
  );
}

function isHiddenView(view: unknown): boolean {
  return view instanceof StagedView && view.template === "hidden";
}
