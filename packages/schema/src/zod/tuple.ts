import { z } from "zod";
import { tupleContainment } from "../containment.ts";
import { type Compiled, compiled, type Compile, decodeOrAbsent, metadataOf } from "./compiled.ts";
import { misfit } from "./misfit.ts";
import { type Faults, refuse, serializeItem } from "./faults.ts";
import { PARSE_OPTIONS } from "./parse-options.ts";
import { cloneWith } from "./clone.ts";
import { checksOf, gate } from "./gate.ts";

/** Compiles a tuple: a list with a type for each position. */
export function tuple(type: z.core.$ZodTuple, compile: Compile): Compiled {
  const { items, rest } = type._zod.def;
  const parts = items.map((item, position) => compile(item, String(position)));
  const more = rest ? compile(rest, "*") : undefined;
  const meta = metadataOf(type);
  const executable: z.core.$ZodType = cloneWith(type, {
    items: parts.map((part) => part.executable),
    rest: more?.executable ?? null,
    checks: [],
  });
  return compiled({
    kind: "tuple",
    containment: tupleContainment,
    type,
    meta,
    children: [
      ...parts.map((part, position) => [String(position), part] as const),
      ...(more ? [["*", more] as const] : []),
    ],
    executable: gate(executable, checksOf(type)),
    decode(value) {
      if (!Array.isArray(value)) return misfit(value);
      const decoded = value.map((given: unknown, position) => {
        const part = parts[position] ?? more;
        return part ? decodeOrAbsent(part, given) : given;
      });
      // Removes missing optional items from the end.
      const isLeftOut = (item: unknown, position: number): boolean =>
        item === undefined && (parts[position] ?? more)?.droppable === true;
      return decoded.slice(0, decoded.findLastIndex((item, position) => !isLeftOut(item, position)) + 1);
    },
    serialize(value, faults) {
      const shown = value ?? meta.initial;
      if (!Array.isArray(shown)) {
        refuse(faults, "tuple", shown);
        return typeof shown === "string" ? shown : undefined;
      }
      const isWrongCount = shown.length !== parts.length && !more;
      if (faults && isWrongCount) refuseCount(faults, shown, parts.length);
      return shown.map((item: unknown, i) => {
        const part = parts[i] ?? more;
        return part ? serializeItem(part, item, i, null, isWrongCount ? undefined : faults) : null;
      });
    },
    accepts: (value) =>
      Array.isArray(value) && parts.every((part, position) => !part.isLeaf || part.accepts(value[position])),
  });
}

function refuseCount(faults: Faults, input: readonly unknown[], count: number): void {
  const { error } = z.core.safeParse(
    z.tuple([]).rest(z.unknown()).check(z.length(count)),
    input,
    PARSE_OPTIONS,
  );
  faults.issues.push(...(error?.issues ?? []).map((issue) => ({ ...issue, path: [...faults.path] })));
}
