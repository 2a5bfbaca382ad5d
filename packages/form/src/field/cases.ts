import { type Parts, type SchemaNode, titleFromName } from "@turnform/schema";
import { isMapping } from "./cstruct.ts";

/** A part of a field's value: its key there, and the field that draws and reads it. */
export type Part<F> = readonly [key: string | number, field: F];

/** A field as far as it holds others, which are fields of the same sort `F`. */
export interface Holder<F> {
  readonly node: SchemaNode;
  readonly children: readonly F[];
  /** The children by their names. */
  readonly inside: Parts<F>;
  readonly cases: readonly Case<F>[];
  child(key: string | number, cstruct?: unknown): F | undefined;
  parts(cstruct?: unknown): readonly Part<F>[];
}

/** A case of a discriminated union. */
export interface Case<F> {
  /** Text of the tag that stands for it. */
  readonly tag: string;
  /** The option's title, else the tag in words. */
  readonly title: string;
  /** What its fields are in: an object, or a union with a tag of its own. */
  readonly field: F;
}

/**
 * Lists the cases of a discriminated union in order, those of a union inside it that has the same tag among them.
 *
 * @param field A union
 * @throws TypeError where it has no tag, or a case that is neither an object nor such a union
 */
export function findCases<F extends Holder<F>>({ node, children }: F): readonly Case<F>[] {
  const { discriminator } = node;
  if (discriminator === undefined)
    throw new TypeError(`Field "${node.name}" is a union without a discriminator: use z.discriminatedUnion`);
  return children.flatMap((option) => {
    if (option.node.discriminator === discriminator) return option.cases;
    const tags = tagsOf(option, discriminator);
    if (tags.length === 0)
      throw new TypeError(`Field "${node.name}" is a union with a case that has no field "${discriminator}"`);
    const { title } = option.node.meta;
    return tags.map((tag) => ({
      tag,
      title: title === undefined || tags.length > 1 ? wordsOf(tag) : title,
      field: option,
    }));
  });
}

/** The case that a union's value says it is; undefined where none is chosen. */
export function chosenCase<F extends Holder<F>>(field: F, cstruct: unknown): Case<F> | undefined {
  const { discriminator } = field.node;
  if (discriminator === undefined || !isMapping(cstruct)) return undefined;
  return field.cases.find(({ tag }) => tag === cstruct[discriminator]);
}

/** The field that holds the tag, in the first option that has it. */
export function tagFieldOf<F extends Holder<F>>({ node, children }: F): F | undefined {
  return children.map((option) => option.child(node.discriminator ?? "")).find((tag) => tag !== undefined);
}

/** Whether a case holds itself somewhere inside. */
export function isRecursive<F extends Holder<F>>({ field }: Case<F>): boolean {
  return holds(field, field.node.type, new Set());
}

function holds<F extends Holder<F>>({ node, children }: F, type: unknown, seen: Set<unknown>): boolean {
  if (seen.has(node.type)) return false;
  seen.add(node.type);
  return children.some((child) => child.node.type === type || holds(child, type, seen));
}

function tagsOf<F extends Holder<F>>(option: F, discriminator: string): readonly string[] {
  if (option.node.discriminator !== undefined)
    return [...new Set(option.children.flatMap((inner) => tagsOf(inner, discriminator)))];
  const tag = option.children.find(({ node }) => node.name === discriminator);
  return (tag?.node.choices ?? []).map(({ text }) => text);
}

/** A word of a program becomes one of a person; what is spelt with capitals or signs stays. */
function wordsOf(tag: string): string {
  return /^[\p{Ll}\p{N}_-]+$/u.test(tag) ? titleFromName(tag.replaceAll("-", "_")) : tag;
}
