import type { SchemaNode } from "@turnform/schema";
import { leaveOut } from "@turnform/schema/left-out";
import type { TextId } from "../languages/english-texts.ts";
import { chosenCase, type Holder, type Part } from "./cases.ts";
import { isMapping, pairsOf, positionOf } from "./cstruct.ts";
import type { Widget } from "./widget.ts";

export type { Part } from "./cases.ts";

/** The role of a field in the field around it. */
export interface FieldRole {
  /** True for the form itself. Default: false. */
  readonly isRoot?: boolean;
  /** True if it is posted in a list. Default: false. */
  readonly isItem?: boolean;
  /** True if it stands for any number of numbered items. Default: false. */
  readonly isNumbered?: boolean;
  /** True for an entry of a record, a pair of a key and its value. Default: false. */
  readonly isEntry?: boolean;
  /** True in a group with a box to leave it out. Default: false. */
  readonly inOptional?: boolean;
  /** Title without one in the metadata: a text, or a text of the form's language. Default: the name in words. */
  readonly title?: string | { readonly say: TextId };
  /** Widget that replaces the one of its metadata or type. */
  readonly widget?: Widget;
  /** Schema node of the object, or of the option of a union, with the field. */
  readonly owner?: SchemaNode;
  /** Arrangement of its fields, instead of its metadata's. */
  readonly arrange?: readonly unknown[] | undefined;
}

/** Samples of a field for measuring how much a value lengthens the page. */
export interface Growth {
  /** Identifies the sort of added part. */
  readonly key: string;
  /** Number of added parts. */
  readonly times: number;
  /** Returns cstructs of the field without the part, and with one. */
  samples(): readonly [without: unknown, added: unknown];
}

/** A way of containing other fields. */
export interface Division {
  /** True if there is one inner field, for any number of items. */
  readonly isList: boolean;
  /** Type of the marker around the posted parts. */
  readonly markerType: "sequence" | "mapping";
  /** Returns the inner fields, each once. */
  fields(node: SchemaNode): readonly (readonly [node: SchemaNode, role?: FieldRole])[];
  /** Returns the field at the next key of a data path. It may depend on the value. */
  child<F extends Holder<F>>(field: F, key: string | number, cstruct: unknown): F | undefined;
  /** Returns the parts of a value. Without a value, returns the constant ones. */
  parts<F extends Holder<F>>(field: F, cstruct: unknown): readonly Part<F>[];
  /** Returns the keys in the cstruct for a segment of a written path. */
  keys(segment: string, cstruct: unknown): readonly (string | number)[];
  /** Returns the value with its parts by key. Default: the value itself. */
  readonly inParts?: (cstruct: unknown) => unknown;
  /** Returns the value to show. Default: the value itself. */
  readonly shown?: (node: SchemaNode, cstruct: unknown) => unknown;
  /** Returns how much a value adds to a field, or undefined if all values have the same controls. */
  growth?<F extends Holder<F>>(field: F, cstruct: unknown): Growth | undefined;
}

const isPosition = (segment: string): boolean => /^\d+$/.test(segment);
const position = (segment: string): string | number => (isPosition(segment) ? Number(segment) : segment);

/** The schema finds the parts of these fields, independent of the value. */
const contained: Pick<Division, "child" | "parts"> = {
  child: ({ node, inside }, key) => node.containment.child(inside, key),
  parts: ({ node, inside }, cstruct) => node.containment.partsIn(inside, cstruct),
};

const named: Division = {
  ...contained,
  isList: false,
  markerType: "mapping",
  fields: (node) => node.children.map((child) => [child]),
  keys: (segment) => [segment],
  // A group that is left out shows the values of a new one. The mark remains.
  shown(node, cstruct) {
    if ((cstruct !== undefined && cstruct !== null) || node.leftOutValues.length === 0) return cstruct;
    const fresh: unknown = node.fresh();
    return isMapping(fresh) ? leaveOut(fresh, cstruct) : cstruct;
  },
};

const NUMBERED: FieldRole = { isItem: true, isNumbered: true };

/** Titles an item without a name in the form's language. */
function itemRole({ name, meta }: SchemaNode): FieldRole {
  return name === "item" && meta.name === undefined ? { ...NUMBERED, title: { say: "item" } } : NUMBERED;
}

/** Any number of equal items. */
const list: Division = {
  ...contained,
  isList: true,
  markerType: "sequence",
  fields: (node) => node.children.map((child) => [child, itemRole(child)]),
  keys: (segment) => [position(segment)],
  growth: (field, cstruct) => ({
    key: "item",
    times: Array.isArray(cstruct) ? cstruct.length : 0,
    samples: () => [[], field.children.map(({ node }) => node.fresh())],
  }),
};

/** Pairs of a key and its value. */
const entries: Division = {
  ...list,
  fields: ({ entry }) => (entry ? [[entry, { ...NUMBERED, title: { say: "entry" }, isEntry: true }]] : []),
  // The schema also finds values by name, but posts contain pairs.
  child: (field, key) => (typeof key === "number" ? field.children[0] : undefined),
  keys(segment, cstruct) {
    const at = positionOf(cstruct, segment);
    return at === undefined ? [position(segment)] : [at, 1];
  },
  inParts: pairsOf,
  shown: (_, cstruct) => (cstruct === undefined ? undefined : pairsOf(cstruct)),
};

/** Positions with a field each, and a last field for any more. */
const positions: Division = {
  ...contained,
  isList: false,
  markerType: "sequence",
  fields: ({ children }) =>
    children.map((child, i) => {
      const { name } = child;
      if (name === "*") return [child, { ...NUMBERED, title: { say: "more" } }];
      if (isPosition(name)) return [child, { isItem: true, title: String(i + 1) }];
      // Positions of an entry.
      return [child, { isItem: true, title: { say: name === "key" ? "key" : "value" } }];
    }),
  keys: (segment) => [position(segment)],
  growth(field, cstruct) {
    const firstParts = field.parts();
    const rest = field.children[firstParts.length];
    if (!rest) return undefined;
    return {
      key: "rest",
      times: Array.isArray(cstruct) ? Math.max(0, cstruct.length - firstParts.length) : 0,
      samples() {
        const fresh: readonly unknown[] = firstParts.map(([, part]) => part.node.serialize(undefined));
        return [fresh, [...fresh, rest.node.fresh()]];
      },
    };
  },
};

/** The fields of the chosen case. */
const cases: Division = {
  isList: false,
  markerType: "mapping",
  // Without a tag, no option is chosen by a control. The union is one text, or its widget decides.
  fields: (node) => (node.discriminator === undefined ? [] : node.children.map((child) => [child])),
  child(field, key, cstruct) {
    const chosen = chosenCase(field, cstruct)?.field;
    const options = chosen ? [chosen, ...field.children] : field.children;
    return options.map((option) => option.child(key, cstruct)).find((child) => child !== undefined);
  },
  parts: (field, cstruct) => chosenCase(field, cstruct)?.field.parts(cstruct) ?? [],
  keys: (segment) => [segment],
  growth(field, cstruct) {
    const chosen = chosenCase(field, cstruct);
    if (!chosen) return undefined;
    // A case may be a union with another tag.
    const inner =
      chosen.field.node.discriminator === undefined ? undefined : cases.growth?.(chosen.field, cstruct);
    return {
      key: JSON.stringify([chosen.tag, inner?.key]),
      times: 1,
      samples() {
        const fresh: unknown = chosen.field.node.serialize(undefined);
        const tag = { [field.node.discriminator ?? ""]: chosen.tag };
        return [undefined, Object.assign(Object.create(null), fresh, inner?.samples()[1], tag)];
      },
    };
  },
};

const byContainment: Readonly<Record<SchemaNode["containment"]["name"], Division>> = {
  object: named,
  array: list,
  set: list,
  record: entries,
  map: entries,
  tuple: positions,
  pair: positions,
  union: cases,
  leaf: named,
};

/** Returns the division of a node's kind. */
export function divisionOf({ containment }: SchemaNode): Division {
  return byContainment[containment.name];
}
