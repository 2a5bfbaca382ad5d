import { type Choice, type Parts, type SchemaNode, titleFromName } from "@turnform/schema";
import { isMapping } from "./cstruct.ts";

/** A part of a field's value: its key, and the field that draws and reads it. */
export type Part<F> = readonly [key: string | number, field: F];

/** The properties of a field with inner fields of the type `F`. */
export interface Holder<F> {
  readonly node: SchemaNode;
  readonly children: readonly F[];
  readonly inside: Parts<F>;
  readonly cases: readonly Case<F>[];
  child(key: string | number, cstruct?: unknown): F | undefined;
  parts(cstruct?: unknown): readonly Part<F>[];
}

/** A case of a discriminated union. */
export interface Case<F> {
  /** Text of the case's tag. */
  readonly tag: string;
  /** The option's title, or else the tag in words. */
  readonly title: string;
  /** Field with the case's fields: an object, or a union with another tag. */
  readonly field: F;
}

/**
 * Returns the cases of a discriminated union in order. The cases of an inner union with the same tag are among them.
 *
 * @param field A union
 * @throws TypeError if it has no tag, or a case is neither an object nor a union with this tag
 */
export function findCases<F extends Holder<F>>({ node, children }: F): readonly Case<F>[] {
  const { discriminator } = node;
  if (discriminator === undefined)
    throw new TypeError(`Field "${node.name}" is a union without a discriminator: use z.discriminatedUnion`);
  return children.flatMap((option) => {
    if (option.node.discriminator === discriminator) return option.cases;
    const tags = choicesOf(option, discriminator);
    if (tags.length === 0)
      throw new TypeError(`Field "${node.name}" is a union with a case that has no field "${discriminator}"`);
    const { title } = option.node.meta;
    return tags.map(({ text, title: own }) => ({
      tag: text,
      title: own ?? (title === undefined || tags.length > 1 ? wordsOf(text) : title),
      field: option,
    }));
  });
}

/** Returns the chosen case of a union's value, or undefined. */
export function chosenCase<F extends Holder<F>>(field: F, cstruct: unknown): Case<F> | undefined {
  const { discriminator } = field.node;
  if (discriminator === undefined || !isMapping(cstruct)) return undefined;
  return field.cases.find(({ tag }) => tag === cstruct[discriminator]);
}

/** Returns the field of the tag, from the first option that has it. */
export function tagFieldOf<F extends Holder<F>>({ node, children }: F): F | undefined {
  return children.map((option) => option.child(node.discriminator ?? "")).find((tag) => tag !== undefined);
}

/** Returns the names of the fields of an object, or of all cases of a union. */
export function namesIn<F extends Holder<F>>({ node, children }: F): readonly string[] {
  return node.discriminator === undefined
    ? children.map((child) => child.node.name)
    : children.flatMap(namesIn);
}

/** Returns true if a case contains itself. */
export function isRecursive<F extends Holder<F>>({ field }: Case<F>): boolean {
  return holds(field, field.node.type, new Set());
}

function holds<F extends Holder<F>>({ node, children }: F, type: unknown, seen: Set<unknown>): boolean {
  if (seen.has(node.type)) return false;
  seen.add(node.type);
  return children.some((child) => child.node.type === type || holds(child, type, seen));
}

/** Returns the choices of a tag that lead to an option, each once. */
function choicesOf<F extends Holder<F>>(option: F, discriminator: string): readonly Choice[] {
  if (option.node.discriminator !== undefined) {
    const all = option.children.flatMap((inner) => choicesOf(inner, discriminator));
    return [...new Map(all.map((each) => [each.text, each])).values()];
  }
  const tag = option.children.find(({ node }) => node.name === discriminator);
  return tag?.node.choices ?? [];
}

/** Turns a tag in lower case into words for people. Other tags stay unchanged. */
function wordsOf(tag: string): string {
  return /^[\p{Ll}\p{N}_-]+$/u.test(tag) ? titleFromName(tag.replaceAll("-", "_")) : tag;
}
