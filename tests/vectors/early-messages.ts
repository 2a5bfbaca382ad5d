import { colanderMessages } from "@turnform/schema/tools";
import type { Departure } from "./departures.ts";
import { filled } from "./filled.ts";
import type { NeutralValidator } from "./recorded.ts";
import type { Part } from "./parts.ts";
import { canonical, itemsOf } from "./values.ts";

/** The departure of checks that the original does not run, because a part is wrong. */
export const early: Departure = {
  name: "A parent's check waits only for what it reads",
  applies: ({ original }) => Object.keys(original.below).length > 0,
  adds: (message, part) =>
    earlyMessages(part).some((each) => each === message || filled(each)?.test(message)),
};

/** Returns the messages about a container itself of validators that read no wrong part. */
function earlyMessages({ schema, input, ours }: Part): readonly string[] {
  const wrong = new Set(Object.keys(ours.below).map((path) => path.split(".")[0]));
  return [schema.validate ?? []]
    .flat()
    .flatMap((each) => blamed(each, itemsOf(input) ?? input, (name) => wrong.has(name)))
    .flatMap(([below, message]) => (below === "" ? [message] : []));
}

/** Returns the messages of a validator that reads no wrong part, with their places below the value. */
function blamed(
  validator: NeutralValidator,
  value: unknown,
  isWrong: (name: string) => boolean,
): readonly (readonly [below: string, message: string])[] {
  const {
    v,
    msg,
    msgs = [msg ?? ""],
    of = [],
    errors = {},
    a = "",
    b = "",
    min = 0,
    max = Infinity,
  } = validator;
  switch (v) {
    case "all":
      return of.flatMap((each) => blamed(each, value, isWrong));
    case "fail":
      return msgs.map((each) => ["", each]);
    case "failChildren":
      return [["", msg ?? ""], ...Object.entries(errors)];
    case "fieldsEqual": {
      const fields = Object(value);
      const differ = !isWrong(a) && !isWrong(b) && canonical(fields[a]) !== canonical(fields[b]);
      return differ
        ? [
            ["", validator.own ?? ""],
            [b, msg ?? ""],
          ]
        : [];
    }
    case "length": {
      const length = Array.isArray(value) ? value.length : NaN;
      if (length < Number(min))
        return [["", validator.minErr ?? `Shorter than minimum length ${String(min)}`]];
      return length > Number(max)
        ? [["", validator.maxErr ?? `Longer than maximum length ${String(max)}`]]
        : [];
    }
    case "function":
      return /^(alwaysFalse|returns(EmptyString|Null|Zero))$/.test(validator.fn ?? "")
        ? [["", msg ?? colanderMessages.invalid ?? ""]]
        : [];
    default:
      return [];
  }
}
