import type { SchemaNode } from "@turnform/schema";
import type { TextId } from "../languages/english-texts.ts";
import { chosenCase, type Holder, type Part } from "./cases.ts";
import { pairsOf, positionOf } from "./cstruct.ts";
import type { Widget } from "./widget.ts";

export type { Part } from "./cases.ts";

/** What a field is to the one around it. */
export interface FieldRole {
  /** Whether it is posted in a list, default false. */
  readonly isItem?: boolean;
  /** Whether it stands for any number of items, which have numbers; default false. */
  readonly isNumbered?: boolean;
  /** True for an entry of a record, a pair of a key and its value; default false. */
  readonly isEntry?: boolean;
  /** What it is called where its metadata does not say: a text, or one of the form's language; default its name in words. */
  readonly title?: string | { readonly say: TextId };
  /** Draws and reads it in place of the widget that its metadata or its type says. */
  readonly widget?: Widget;
}

/** Samples of a field that tell how much longer a page is by a part that a value adds to it. */
export interface Growth {
  /** Tells apart what may be added to the same field. */
  readonly key: string;
  /** How many such parts the value adds. */
  readonly times: number;
  /** Makes cstructs of a field without such a part, and with one. */
  samples(): readonly [without: unknown, added: unknown];
}

/** How fields of some kind hold others. */
export interface Division {
  /** Whether there is one field inside, for as many items as there are. */
  readonly isList: boolean;
  /** The marker that the parts are posted in. */
  readonly markerType: "sequence" | "mapping";
  /** The fields inside, each once. */
  fields(node: SchemaNode): readonly (readonly [node: SchemaNode, role?: FieldRole])[];
  /** The field at the next key of a data path; which one that is may depend on the value. */
  child<F extends Holder<F>>(field: F, key: string | number, cstruct: unknown): F | undefined;
  /** The parts of a value; without one, those that there always are. */
  parts<F extends Holder<F>>(field: F, cstruct: unknown): readonly Part<F>[];
  /** The keys in the cstruct that a segment of a written path stands for. */
  keys(segment: string, cstruct: unknown): readonly (string | number)[];
  /** Returns a value by whose keys parts are found. Default: the value itself. */
  readonly inParts?: (cstruct: unknown) => unknown;
  /** Returns the value that a page shows. Default: the value itself. */
  readonly shown?: (node: SchemaNode, cstruct: unknown) => unknown;
  /** Says how much a value adds to a field; undefined if all values take the same controls. */
  growth?<F extends Holder<F>>(field: F, cstruct: unknown): Growth | undefined;
}

const isPosition = (segment: string): boolean => /^\d+$/.test(segment);
const position = (segment: string): string | number => (isPosition(segment) ? Number(segment) : segment);

/** Fields in which the schema says where each part is, whatever the value. */
const contained: Pick<Division, "child" | "parts"> = {
  child: ({ node, inside }, key) => node.containment.child(inside, key),
  parts: ({ node, inside }, cstruct) => node.containment.partsIn(inside, cstruct),
};

/** Fields by their names. */
const named: Division = {
  ...contained,
  isList: false,
  markerType: "mapping",
  fields: (node) => node.children.map((child) => [child]),
  keys: (segment) => [segment],
};

const NUMBERED: FieldRole = { isItem: true, isNumbered: true };

/** An item that the schema gives no name is called so in the form's language. */
function itemRole({ name, meta }: SchemaNode): FieldRole {
  return name === "item" && meta.name === undefined ? { ...NUMBERED, title: { say: "item" } } : NUMBERED;
}

/** Any number of items that are alike. */
const list: Division = {
  ...contained,
  isList: true,
  markerType: "sequence",
  fields: (node) => node.children.map((child) => [child, itemRole(child)]),
  keys: (segment) => [position(segment)],
  growth: (field, cstruct) => ({
    key: "item",
    times: Array.isArray(cstruct) ? cstruct.length : 0,
    samples: () => [[], field.children.map(({ node }) => node.serialize(undefined))],
  }),
};

/** Pairs of a key and its value. */
const entries: Division = {
  ...list,
  fields: ({ entry }) => (entry ? [[entry, { ...NUMBERED, title: { say: "entry" }, isEntry: true }]] : []),
  // The schema's own values go by names too, which is not how they are posted.
  child: (field, key) => (typeof key === "number" ? field.children[0] : undefined),
  keys(segment, cstruct) {
    const at = positionOf(cstruct, segment);
    return at === undefined ? [position(segment)] : [at, 1];
  },
  inParts: pairsOf,
  shown(node, cstruct) {
    if (cstruct !== undefined) return pairsOf(cstruct);
    const pairs = neededPairs(node);
    return pairs.length > 0 ? pairs : undefined;
  },
};

/** Returns the pairs that a record must have. */
function neededPairs({ entry, constraints }: SchemaNode): readonly unknown[] {
  const [key, value] = entry?.children ?? [];
  if (!constraints.minLength || !key?.choices) return [];
  return key.choices.map(({ text }) => [text, value?.serialize(undefined)]);
}

/** Positions side by side, each a field of its own, and a last field for any more. */
const positions: Division = {
  ...contained,
  isList: false,
  markerType: "sequence",
  fields: ({ children }) =>
    children.map((child, i) => {
      const { name } = child;
      if (name === "*") return [child, { ...NUMBERED, title: { say: "more" } }];
      if (isPosition(name)) return [child, { isItem: true, title: String(i + 1) }];
      // Of an entry
      return [child, { isItem: true, title: { say: name === "key" ? "key" : "value" } }];
    }),
  keys: (segment) => [position(segment)],
  growth(field, cstruct) {
    const own = field.parts();
    const rest = field.children[own.length];
    if (!rest) return undefined;
    return {
      key: "rest",
      times: Array.isArray(cstruct) ? Math.max(0, cstruct.length - own.length) : 0,
      samples() {
        const fresh: readonly unknown[] = own.map(([, part]) => part.node.serialize(undefined));
        return [fresh, [...fresh, rest.node.serialize(undefined)]];
      },
    };
  },
};

/** The fields of the case that is chosen. */
const cases: Division = {
  isList: false,
  markerType: "mapping",
  // Without a tag nothing says which option is meant: it is one text, or up to its widget.
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
    // A case may be a union by another tag.
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

/** How fields of a node's kind hold others. */
export function divisionOf({ containment }: SchemaNode): Division {
  return byContainment[containment.name];
}
