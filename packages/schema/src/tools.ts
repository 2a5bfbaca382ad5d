export { findNodes, hasNode } from "./paths/find-nodes.ts";
export { joinPath, type Path, splitPath } from "./paths/path.ts";
export { PathError } from "./paths/path-error.ts";
export { Pattern, type State } from "./paths/pattern.ts";
export { walk, type Found } from "./paths/walk.ts";
export { ANY_NAME, ANY_POSITION, BESIDE, type Edge, INSIDE } from "./paths/edge.ts";
export type { Containment } from "./containment.ts";
export { formatPath } from "./invalid.ts";

export { colanderMessages } from "./colander-messages.ts";

export { changeAt } from "./tree/change-at.ts";
export { changeInside } from "./tree/change-inside.ts";
export { addChild, moveChild, removeChild, reorderChildren, replaceChild } from "./tree/children.ts";
export type { Position } from "./tree/fields.ts";
export { mergeObjects, type MergedObject } from "./tree/merge-objects.ts";
export type { Inside, TypeAt, WithInside, WithTypeAt } from "./tree/type-at.ts";

export { flatten } from "./data/flatten.ts";
export type { Root } from "./data/type-set.ts";
export { unflatten } from "./data/unflatten.ts";
export { getValue, setValue } from "./data/value.ts";

export { fromJSONSchema } from "./json-schema/from-json-schema.ts";
export { toJSONSchema, type JSONSchemaOptions } from "./json-schema/to-json-schema.ts";
