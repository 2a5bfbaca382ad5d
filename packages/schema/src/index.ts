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

export { schema, type DeserializeOptions, type DeserializeResult, type Schema } from "./schema.ts";
export { SchemaNode } from "./node.ts";
export { titleFromName } from "./title.ts";
export type { FormMetadata, Metadata } from "./metadata.ts";
export type { Choice, Constraints, Kind } from "./zod/compiled.ts";
export type { Wire } from "./wire/wire.ts";
export { UnsupportedTypeError } from "./unsupported-type-error.ts";

export { formatPath, Invalid, invalidFrom } from "./invalid.ts";
export type { Issue } from "./issue.ts";
export { englishMessages, type Catalogue, type MessageId } from "./messages.ts";
