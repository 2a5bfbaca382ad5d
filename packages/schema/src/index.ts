export type { Control } from "./control.ts";
export type { Pstruct, PstructMapping } from "./pstruct.ts";
export {
  structure,
  type Edit,
  type EditOperation,
  type StructureOptions,
  type StructureResult,
} from "./structure.ts";
export type { StructureError, StructureErrorCode } from "./structure-error.ts";
export { destructure } from "./destructure.ts";

export {
  schema,
  type DeserializeOptions,
  type DeserializeResult,
  type Schema,
  type SerializeResult,
} from "./schema.ts";
export { SchemaNode } from "./node.ts";
export { titleFromName } from "./title.ts";
export type { FormMetadata, Metadata } from "./metadata.ts";
export type { Kind } from "./kind.ts";
export type { Choice, Constraints } from "./zod/compiled.ts";
export type { Wire } from "./wire/wire.ts";
export { UnsupportedTypeError } from "./unsupported-type-error.ts";

export { deferred, type Bindings } from "./deferred.ts";
export { UnboundError } from "./unbound-error.ts";

export { formatPath, Invalid, invalidFrom } from "./invalid.ts";
export type { Issue } from "./issue.ts";
export { englishMessages, fillSlots, type Catalogue, type MessageId } from "./messages.ts";
export type { MessageOptions } from "./to-issues.ts";

export { boolean, type BooleanOptions } from "./types/boolean.ts";
export { choiceSet } from "./types/choice-set.ts";
export { date, type DateOptions } from "./types/date.ts";
export { datetime, type DatetimeOptions } from "./types/datetime.ts";
export { Decimal, decimal, type DecimalOptions, isDecimal, money } from "./types/decimal.ts";
export { enumOf, type EnumOptions, type Members } from "./types/enum-of.ts";
export { integer, type IntegerOptions } from "./types/integer.ts";
export { leaf, type LeafOptions } from "./types/leaf.ts";
export { strip } from "./strip.ts";
export type { Rounding } from "./types/rounding.ts";
export { time, wallTime } from "./types/time.ts";

export { atLeast, atMost } from "./checks/bounds.ts";
export type { CheckOptions } from "./checks/check.ts";
export { all, any } from "./checks/combine.ts";
export { containsOnly } from "./checks/contains-only.ts";
export { dataUrl, type DataUrlOptions } from "./checks/data-url.ts";
export { email } from "./checks/email.ts";
export { fileUri } from "./checks/file-uri.ts";
export { luhn } from "./checks/luhn.ts";
export { noneOf, oneOf } from "./checks/one-of.ts";
export { regex } from "./checks/regex.ts";
export { satisfies } from "./checks/satisfies.ts";
export { url } from "./checks/url.ts";
export { uuid } from "./checks/uuid.ts";

export { changeAt } from "./tree/change-at.ts";
export { changeInside } from "./tree/change-inside.ts";
export { addChild, moveChild, removeChild, reorderChildren, replaceChild } from "./tree/children.ts";
export { findNodes, hasNode } from "./paths/find-nodes.ts";
export { flatten } from "./data/flatten.ts";
export { fromJSONSchema } from "./json-schema/from-json-schema.ts";
export { mergeObjects, type MergedObject } from "./tree/merge-objects.ts";
export { joinPath, type Path, splitPath } from "./paths/path.ts";
export { ANY_NAME, ANY_POSITION, BESIDE, type Edge, INSIDE } from "./paths/edge.ts";
export { Pattern, type State } from "./paths/pattern.ts";
export type { Root } from "./data/type-set.ts";
export type { Position } from "./tree/fields.ts";
export type { Inside, TypeAt, WithInside, WithTypeAt } from "./tree/type-at.ts";
export { PathError } from "./paths/path-error.ts";
export { toJSONSchema, type JSONSchemaOptions } from "./json-schema/to-json-schema.ts";
export { unflatten } from "./data/unflatten.ts";
export { getValue, setValue } from "./data/value.ts";
export { walk, type Found } from "./paths/walk.ts";
