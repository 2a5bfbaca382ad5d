import type { SchemaNode } from "@turnform/schema";
import type { Conditions } from "@turnform/schema/conditions";

/** The part of a field that depends on others, or that others depend on. It is the same on every page. */
export interface Dependence {
  /** Condition for showing the field, as JSON. */
  readonly show?: string | undefined;
  /** Condition for requiring the field, as JSON. */
  readonly require?: string | undefined;
  /** True if a condition reads the field, or a field inside it. */
  readonly isRead: boolean;
  /** True for a group or list. */
  readonly isGroup: boolean;
  readonly isComputed: boolean;
}

/** The state of a field on one page. */
export interface FieldState {
  /** True if the field, or a group around it, is hidden. Browsers then check nothing in it. */
  readonly isHidden: boolean;
  /** True if its condition requires it. */
  readonly isRequired: boolean;
}

/** Returns the dependence of a field of an object. Returns undefined for a field without any. */
export function dependenceOf(
  conditions: Conditions | undefined,
  owner: SchemaNode,
  name: string,
): Dependence | undefined {
  if (!conditions?.isObject(owner)) return undefined;
  const { show, require } = conditions.textsOf(owner, name);
  const [isRead, isComputed] = [conditions.isRead(owner, name), conditions.isComputed(owner, name)];
  if (!show && !require && !isRead && !isComputed) return undefined;
  return {
    show: show && JSON.stringify(show),
    require: require && JSON.stringify(require),
    isRead,
    isGroup: conditions.isGroup(owner, name),
    isComputed,
  };
}
