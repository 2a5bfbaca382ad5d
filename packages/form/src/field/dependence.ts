import type { SchemaNode } from "@turnform/schema";
import { type Conditions, isDependent } from "@turnform/schema/conditions";
import type { DependentChoices } from "./dependent-choices.ts";

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
  /**
   * Names of the fields that its choices or its computed value follow. Empty for a function that may read every field of the object.
   * Undefined if it follows none.
   */
  readonly follows?: readonly string[] | undefined;
  /** True if the choices or the computed value of another field follow this one. */
  readonly isFollowed: boolean;
}

/** The state of a field on one page. */
export interface FieldState {
  /** True if the field, or a group around it, is hidden. Browsers then check nothing in it. */
  readonly isHidden: boolean;
  /** True if its condition requires it. */
  readonly isRequired: boolean;
}

/** A field of an object, as {@link dependenceOf} reads it. */
interface Member {
  readonly node: SchemaNode;
  readonly widget: { readonly dependent?: DependentChoices };
  readonly siblings: readonly Member[];
}

/** Returns the dependence of a field of an object. Returns undefined for a field without any. */
export function dependenceOf(
  conditions: Conditions | undefined,
  owner: SchemaNode,
  field: Member,
): Dependence | undefined {
  const { name } = field.node;
  const isKnown = conditions?.isObject(owner) ?? false;
  const follows = namesFollowed(field);
  const isFollowed = followedAmong(field.siblings).has(name);
  if (!isKnown && !follows && !isFollowed) return undefined;
  const { show, require } = (isKnown && conditions?.textsOf(owner, name)) || {};
  const isRead = (isKnown && conditions?.isRead(owner, name)) || false;
  const isComputed = (isKnown && conditions?.isComputed(owner, name)) || false;
  if (!show && !require && !isRead && !isComputed && !follows && !isFollowed) return undefined;
  return {
    show: show && JSON.stringify(show),
    require: require && JSON.stringify(require),
    isRead,
    isGroup: (isKnown && conditions?.isGroup(owner, name)) || false,
    isComputed,
    follows,
    isFollowed,
  };
}

/** Names of the followed fields, by the fields of an object. */
const followed = new WeakMap<readonly Member[], ReadonlySet<string>>();

/** Returns the names that the fields of an object follow. */
function followedAmong(members: readonly Member[]): ReadonlySet<string> {
  const names = followed.get(members) ?? new Set(members.flatMap((member) => namesFollowed(member) ?? []));
  followed.set(members, names);
  return names;
}

/** Returns the names of the fields that a field follows. Returns an empty list if it may follow any, and undefined if none. */
export function namesFollowed({
  node,
  widget,
}: Pick<Member, "node" | "widget">): readonly string[] | undefined {
  const { computed } = node.meta;
  if (isDependent(computed) && computed.names.length > 0) return computed.names;
  if (computed) return [];
  const names = widget.dependent?.names ?? [];
  return names.length > 0 ? names : undefined;
}
