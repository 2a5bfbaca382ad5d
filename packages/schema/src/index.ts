export type { Control } from "./control.ts";
export type { Pstruct, PstructMapping } from "./pstruct.ts";
export { structure, type Edit, type StructureOptions, type StructureResult } from "./structure.ts";
export type { StructureError } from "./structure-error.ts";
export { destructure } from "./destructure.ts";

export { schema, type DeserializeOptions, type DeserializeResult, type Schema } from "./schema.ts";
export { Parts } from "./containment.ts";
export { SchemaNode } from "./node.ts";
export { strip } from "./strip.ts";
export { titleFromName } from "./title.ts";
export type { FormMetadata, Metadata } from "./metadata.ts";
export type { Kind } from "./kind.ts";
export type { Choice, Constraints } from "./zod/compiled.ts";
export type { Wire } from "./wire/wire.ts";
export { UnsupportedTypeError } from "./unsupported-type-error.ts";

export { deferred, type Bindings } from "./deferred.ts";
export { UnboundError } from "./unbound-error.ts";

export { Invalid, invalidFrom } from "./invalid.ts";
export type { Issue } from "./issue.ts";
export { englishMessages, fillSlots, type Catalogue, type MessageId } from "./messages.ts";
export type { MessageOptions } from "./to-issues.ts";

export { changedPaths } from "./data/changed-paths.ts";
export { splitPath } from "./paths/path.ts";
export { Pattern, type State } from "./paths/pattern.ts";

export { boolean, type BooleanOptions } from "./types/boolean.ts";
export { choiceSet } from "./types/choice-set.ts";
export { date, type DateOptions } from "./types/date.ts";
export { datetime, type DatetimeOptions } from "./types/datetime.ts";
export { Decimal, decimal, type DecimalOptions, isDecimal, money } from "./types/decimal.ts";
export { enumOf, type EnumOptions } from "./types/enum-of.ts";
export { integer, type IntegerOptions } from "./types/integer.ts";
export { leaf, type LeafOptions } from "./types/leaf.ts";
export { time, wallTime } from "./types/time.ts";
