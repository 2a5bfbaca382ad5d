import { titleFromName } from "@turnform/schema";
import type { Field } from "./field.ts";
import { isMapping } from "./is-mapping.ts";

/** A case of a discriminated union. */
export interface Case {
  /** Text of the tag that stands for it. */
  readonly tag: string;
  /** The option's title, else the tag in words. */
  readonly title: string;
  /** What its fields are in: an object, or a union with a tag of its own. */
  readonly field: Field;
}

/**
 * Lists the cases of a discriminated union in order, those of a union inside it that has the same tag among them.
 *
 * @param field A union
 * @throws TypeError where it has no tag, or a case that is neither an object nor such a union
 */
export function casesOf(field: Field): readonly Case[] {
  const cases = known.get(field) ?? findCases(field);
  known.set(field, cases);
  return cases;
}

/** Items of a list are of one field, and each is asked for its case several times. */
const known = new WeakMap<Field, readonly Case[]>();

function findCases({ node, children }: Field): readonly Case[] {
  const { discriminator } = node;
  if (discriminator === undefined)
    throw new TypeError(`Field "${node.name}" is a union without a discriminator: use z.discriminatedUnion`);
  return children.flatMap((option) => {
    if (option.node.discriminator === discriminator) return casesOf(option);
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
export function chosenCase(field: Field, cstruct: unknown): Case | undefined {
  const { discriminator } = field.node;
  if (discriminator === undefined || !isMapping(cstruct)) return undefined;
  return casesOf(field).find(({ tag }) => tag === cstruct[discriminator]);
}

/** The field that holds the tag, in the first option that has it. */
export function tagFieldOf({ node, children }: Field): Field | undefined {
  return children.map((option) => option.child(node.discriminator ?? "")).find((tag) => tag !== undefined);
}

/** Whether a case holds itself somewhere inside. */
export function isRecursive({ field }: Case): boolean {
  return holds(field, field.node.type, new Set());
}

function holds({ node, children }: Field, type: unknown, seen: Set<unknown>): boolean {
  if (seen.has(node.type)) return false;
  seen.add(node.type);
  return children.some((child) => child.node.type === type || holds(child, type, seen));
}

function tagsOf(option: Field, discriminator: string): readonly string[] {
  if (option.node.discriminator !== undefined)
    return [...new Set(option.children.flatMap((inner) => tagsOf(inner, discriminator)))];
  const tag = option.children.find(({ node }) => node.name === discriminator);
  return (tag?.node.choices ?? []).map(({ text }) => text);
}

/** A word of a program becomes one of a person; what is spelt with capitals or signs stays. */
function wordsOf(tag: string): string {
  return /^[\p{Ll}\p{N}_-]+$/u.test(tag) ? titleFromName(tag.replaceAll("-", "_")) : tag;
}
