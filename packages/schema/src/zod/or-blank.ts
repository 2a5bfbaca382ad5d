import { z } from "zod";
import { chosenBy } from "./chosen-by.ts";
import { type Compiled, derive } from "./compiled.ts";

const blank = z.literal("");

/**
 * Returns a compiled type that also accepts an empty text as a value. A missing value becomes an empty text, unless the
 * type itself allows it.
 */
export function orBlank(inner: Compiled): Compiled {
  return derive(inner, {
    required: false,
    droppable: false,
    get absent() {
      return inner.required ? "" : inner.absent;
    },
    // A union would report the errors of both.
    executable: chosenBy(
      [blank, inner.executable],
      (value) => (value === "" ? blank : inner.executable),
      inner.executable,
    ),
    decode: (value) => (value === "" ? "" : inner.decode(value)),
    serialize: (value, faults) => (value === "" ? "" : inner.serialize(value, faults)),
    accepts: (value) => value === "" || inner.accepts(value),
  });
}
