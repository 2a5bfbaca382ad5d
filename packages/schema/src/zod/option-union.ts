import { z } from "zod";
import { hasFields } from "../has-fields.ts";
import { titleFromName } from "../title.ts";
import { chain } from "./chain.ts";
import { chosenBy } from "./chosen-by.ts";
import { type Compiled, type Compile, derive, metadataOf } from "./compiled.ts";
import { definitionOf } from "./definition.ts";
import { exclusive } from "./exclusive.ts";
import { checksOf, gate } from "./gate.ts";
import { choice } from "./leaves.ts";
import { decodeThenParse, union } from "./union.ts";

/** Name of the control with the chosen option of a union of objects, as a number from 0. It is not part of the data. */
const OPTION = "__option__";

/**
 * Compiles a union of objects without a discriminator. On a page, a control of its own chooses the option, so that options may
 * overlap. Data without that control is given to zod, which takes the first option that fits.
 *
 * @param bare The union with the options to choose from, without checks
 */
export function optionUnion(type: z.core.$ZodUnion, bare: z.core.$ZodUnion, compile: Compile): Compiled {
  const free = union(bare, compile);
  const options = free.children.map(([, option]) => option);
  const name = nameFor(bare);
  const texts = options.map((_, position) => String(position));
  const isExclusive = type._zod.traits.has("$ZodXor");
  // Data of decoded values, without the control. zod recognizes a parsed object by identity.
  const dataOf = new WeakMap<object, object>();
  const data = (value: unknown): unknown =>
    isChosen(value, name) ? (dataOf.get(value) ?? without(value, name)) : value;
  const withoutTag = z.transform(data);
  const executables = options.map((option, chosen) => {
    if (!isExclusive) return z.pipe(withoutTag, option.executable);
    const all = options.map((other) => (other === option ? other.executable : decodeThenParse(other)));
    return z.pipe(withoutTag, exclusive(all, chosen, bare));
  });
  const { error } = bare._zod.def;
  const tags = new z.core.$ZodLiteral({ type: "literal", values: texts, ...(error && { error }) });
  // Without a known option, nothing is known of the value.
  const unknown = chain(z.looseObject({ [name]: tags }));
  const missing = z.pipe(withoutTag, unknown);
  const executable = chosenBy([free.executable, ...executables], (value) => {
    if (!isChosen(value, name)) return free.executable;
    const tag = value[name];
    if (typeof tag !== "string") return unknown;
    return tag === "" ? missing : (executables[texts.indexOf(tag)] ?? unknown);
  });
  const meta = metadataOf(type);
  return derive(free, {
    type,
    meta,
    discriminator: name,
    children: options.map((option, i) => [String(i), withTag(option, name, tagOf(option, i))] as const),
    executable: gate(executable, checksOf(type)),
    decode(value) {
      if (!isChosen(value, name)) return free.decode(value);
      // An exclusive union decodes its inner values again.
      if (dataOf.has(value)) return value;
      const tag = value[name];
      const fields = without(value, name);
      const option = typeof tag === "string" ? options[texts.indexOf(tag)] : undefined;
      const decoded = option?.decode(withInnerTag(fields, option));
      const known = hasFields(decoded) ? decoded : fields;
      const whole: object = Object.assign(Object.create(null), known, { [name]: tag });
      dataOf.set(whole, known);
      return whole;
    },
    serialize(value, faults) {
      const shown = value ?? meta.initial;
      if (shown === undefined || shown === null) return undefined;
      const position = bestOption(options, shown, () => shown);
      const cstruct = options[position]?.serialize(shown, faults);
      return hasFields(cstruct)
        ? Object.assign(Object.create(null), { [name]: String(position) }, cstruct)
        : cstruct;
    },
    withOption(data) {
      const position = bestOption(options, data, (option) => option.decode(data));
      const inner = options[position]?.withOption?.(data) ?? data;
      return Object.assign(Object.create(null), inner, { [name]: String(position) });
    },
  });
}

/** A union inside a union, at the same place in the data, has a control with another name. */
function nameFor(type: z.core.$ZodUnion): string {
  const levels = type._zod.def.options.map((option) => {
    const def = definitionOf(option);
    return option instanceof z.core.$ZodUnion && !("discriminator" in def) ? nameFor(option) : "";
  });
  const longest = levels.reduce((a, b) => (a.length > b.length ? a : b), "");
  return longest === "" ? OPTION : `${longest}_`;
}

/** Adds a blank tag for an option that is such a union too: a page without JavaScript has no control for it before the option is shown. */
function withInnerTag(fields: Readonly<Record<string, unknown>>, { discriminator }: Compiled): object {
  const isMissing = discriminator?.startsWith(OPTION) === true && !Object.hasOwn(fields, discriminator);
  return isMissing ? { ...fields, [discriminator]: "" } : fields;
}

function isChosen(value: unknown, name: string): value is Readonly<Record<string, unknown>> {
  return hasFields(value) && Object.hasOwn(value, name);
}

function without(value: Readonly<Record<string, unknown>>, name: string): Readonly<Record<string, unknown>> {
  const { [name]: _, ...fields } = value;
  return Object.setPrototypeOf(fields, null);
}

/** Compiles the tag of one option, which is no field of the data: its kind tells. It is titled by the option's metadata or the titles of its fields. */
function tagOf(option: Compiled, position: number): Compiled {
  const text = String(position);
  return derive(choice(z.literal(text)), {
    kind: "option",
    // A getter, because a recursive option may not be compiled yet.
    get choices() {
      return [{ text, value: text, title: option.meta.title ?? fieldTitles(option) }];
    },
  });
}

/** Limit of the field titles in the title of an option. */
const MOST_TITLES = 3;

/** Returns the titles of an option's first fields, such as `Street, City`. */
function fieldTitles({ children, discriminator }: Compiled): string {
  const [first] = children;
  if (discriminator !== undefined) return first ? `${fieldTitles(first[1])}, …` : "…";
  const titles = children.map(([name, { meta }]) => meta.title ?? titleFromName(name));
  return [...titles.slice(0, MOST_TITLES), ...(titles.length > MOST_TITLES ? ["…"] : [])].join(", ") || "–";
}

/** Adds the tag to the fields of an option, or of each option inside it. */
function withTag(option: Compiled, name: string, tag: Compiled): Compiled {
  return derive(option, {
    get children() {
      return option.discriminator === undefined
        ? [[name, tag] as const, ...option.children]
        : option.children.map(([key, inner]) => [key, withTag(inner, name, tag)] as const);
    },
  });
}

/**
 * Returns the position of the option that a value belongs to: one that accepts its parts, and knows most of its names. Only if
 * there are several, the first that parses it: parsing at each level of a recursive union would take quadratic time.
 *
 * @param valueFor Returns the value as an option reads it
 */
function bestOption(
  options: readonly Compiled[],
  value: unknown,
  valueFor: (option: Compiled) => unknown,
): number {
  const all = options.map((option, position) => ({ option, position, value: valueFor(option) }));
  const accepting = all.filter((each) => each.option.accepts(each.value));
  const names = hasFields(value) ? Object.keys(value) : [];
  const counted = (accepting.length > 0 ? accepting : all).map((each) => {
    const known = new Set(namesOf(each.option));
    return { ...each, count: names.filter((name) => known.has(name)).length };
  });
  const most = Math.max(...counted.map(({ count }) => count));
  const best = counted.filter(({ count }) => count === most);
  const parsing =
    best.length > 1 ? best.find((each) => parses(each.option.executable, each.value)) : undefined;
  return (parsing ?? best[0])?.position ?? 0;
}

function namesOf({ children, discriminator }: Compiled): readonly string[] {
  return discriminator === undefined
    ? children.map(([name]) => name)
    : children.flatMap(([, option]) => namesOf(option));
}

/** Returns true if a type parses a value. Asynchronous checks don't count. */
function parses(type: z.core.$ZodType, value: unknown): boolean {
  try {
    return z.core.safeParse(type, value).success;
  } catch (error) {
    if (error instanceof z.core.$ZodAsyncError) return false;
    throw error;
  }
}
