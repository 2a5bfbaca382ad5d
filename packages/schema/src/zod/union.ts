import { z } from "zod";
import { unionContainment } from "../containment.ts";
import { type Compiled, compiled, type Compile, decodeOrAbsent, derive, metadataOf } from "./compiled.ts";
import { misfit } from "./misfit.ts";
import { cloneWith } from "./clone.ts";
import { hasFields, readField } from "../has-fields.ts";
import { Decoder } from "./decoder.ts";
import { checksOf, gate } from "./gate.ts";

/** Compiles a union. Each option decodes the texts inside zod, so that nested unions are not tried twice. */
export function union(type: z.core.$ZodUnion, compile: Compile): Compiled {
  const options = type._zod.def.options.map((option, position) => compile(option, String(position)));
  /** Keeps a number or boolean from JSON if an option accepts it. */
  const isKept = (value: unknown): boolean =>
    (typeof value === "number" || typeof value === "boolean") &&
    options.some((option) => option.accepts(value));
  const executable = cloneWith(type, {
    options: options.map((option) => decodeThenParse(option, isKept)),
    checks: [],
  });
  const acceptsEmptyText = options.some((option) => option.isLeaf && option.decode("") !== undefined);
  return alternatives(type, options, {
    executable,
    decode: (value) => (value === "" && !acceptsEmptyText ? undefined : misfit(value)),
    optionFor: (value) => options.find((option) => option.accepts(value)),
  });
}

/**
 * Returns a zod type that decodes a value before it parses it.
 *
 * @param isKept Returns true for values to keep without decoding
 */
export function decodeThenParse(
  option: Compiled,
  isKept: (value: unknown) => boolean = () => false,
): z.core.$ZodType {
  const decode = (value: unknown): unknown => (isKept(value) ? value : decodeOrAbsent(option, value));
  return z.pipe(new Decoder({ type: "transform", decode }), option.executable);
}

/** Compiles a discriminated union. The tag selects the option that reads the value. */
export function discriminatedUnion(type: z.core.$ZodDiscriminatedUnion, compile: Compile): Compiled {
  const { discriminator } = type._zod.def;
  const options = type._zod.def.options.map((option, position) => compile(option, String(position)));
  const byTag = new Map(
    options.flatMap((option) =>
      tagsOf(option.type, discriminator).map((tag) => [String(tag), option] as const),
    ),
  );
  const executable = cloneWith(type, {
    options: options.map((option) => option.executable),
    checks: [],
  });
  const optionFor = (value: unknown): Compiled | undefined => {
    const tag = hasFields(value) ? readField(value, discriminator) : undefined;
    // A posted list or mapping can't be a tag. It may have no `toString`.
    return typeof tag === "object" && tag !== null ? undefined : byTag.get(String(tag));
  };
  return alternatives(type, options, {
    discriminator,
    choices: [...byTag.keys()].map((text) => ({ text, value: text })),
    executable,
    decode: (value) => (optionFor(value) ?? { decode: emptyTagRemover(discriminator) }).decode(value),
    optionFor,
  });
}

function alternatives(
  type: z.core.$ZodType,
  options: readonly Compiled[],
  {
    optionFor,
    ...parts
  }: Pick<Compiled, "executable" | "decode"> &
    Partial<Compiled> & { optionFor: (value: unknown) => Compiled | undefined },
): Compiled {
  const meta = metadataOf(type);
  const base = compiled({
    ...parts,
    kind: "union",
    containment: unionContainment,
    type,
    meta,
    children: options.map((option, position) => [String(position), option] as const),
    executable: gate(parts.executable, checksOf(type)),
    serialize(value, faults) {
      const shown = value ?? meta.initial;
      if (shown === undefined || shown === null) return undefined;
      return (optionFor(shown) ?? options[0])?.serialize(shown, faults);
    },
    accepts: (value) => options.some((option) => option.accepts(value)),
  });
  // Getters, because a recursive option may not be compiled yet.
  return derive(base, {
    get required() {
      return options.every((option) => option.required);
    },
    get absent() {
      return options.some((option) => option.absent === null) ? null : undefined;
    },
  });
}

function tagsOf(option: z.core.$ZodType, discriminator: string): readonly unknown[] {
  return [...(option._zod.propValues?.[discriminator] ?? [])];
}

/** Returns a decoder that removes an empty tag, so that it counts as missing. */
function emptyTagRemover(discriminator: string): (value: unknown) => unknown {
  return (value) => {
    if (!hasFields(value)) return misfit(value);
    const copy: Record<string, unknown> = Object.assign(Object.create(null), value);
    if (copy[discriminator] === "") delete copy[discriminator];
    return copy;
  };
}
