import { hasFields, readField } from "../has-fields.ts";
import { print } from "../print.ts";
import type { Compiled } from "./compiled.ts";

/** Options of unions by the text of their tag. */
const byTag = new WeakMap<Compiled, ReadonlyMap<string, Compiled>>();

/** Returns the option of a union with a tag that a posted or decoded value belongs to. It is an object. */
export function optionFor(union: Compiled, value: unknown): Compiled | undefined {
  const { discriminator } = union;
  if (discriminator === undefined || !hasFields(value)) return undefined;
  const tag = readField(value, discriminator);
  // A posted list or mapping can't be a tag. It may have no `toString`.
  if (typeof tag === "object") return undefined;
  const option = tagsOf(union, discriminator).get(print(tag));
  return option?.discriminator === undefined ? option : optionFor(option, value);
}

function tagsOf(union: Compiled, discriminator: string): ReadonlyMap<string, Compiled> {
  const known = byTag.get(union);
  if (known) return known;
  const made = new Map(
    union.children.flatMap(([, option]) =>
      textsOf(option, discriminator).map((text) => [text, option] as const),
    ),
  );
  byTag.set(union, made);
  return made;
}

/** Returns the texts of an option's tags. An option may be a union too. */
function textsOf(option: Compiled, name: string): readonly string[] {
  const tag = option.children.find(([key]) => key === name)?.[1];
  if (option.discriminator === undefined) return (tag?.choices ?? []).map(({ text }) => text);
  return option.children.flatMap(([, inner]) => textsOf(inner, name));
}
