import { type Control, structure } from "@turnform/schema";
import type { Side } from "./compare.ts";
import { type Content, form, freshPeople, markedBody, people, toPairs } from "./names-and-titles.ts";

/** A part of what is done with a form. */
export interface Stage {
  readonly work: string;
  /** The stage with so many people. */
  readonly side: (count: number) => Required<Side<unknown>>;
}

/** All that is done with a form, with everything right and with everything wrong. */
export const stages: readonly Stage[] = [...stagesOf("valid", "mixed"), ...stagesOf("all wrong", "wrong")];

function stagesOf(words: string, content: Content): Stage[] {
  const body = (count: number) => markedBody(people(count, content));
  const controls = (count: number) => toPairs(body(count));
  return [
    stage(
      `parsing, ${words}`,
      (count) => () => body(count),
      (bytes) => structure(toPairs(bytes)),
    ),
    stage(`validating, ${words}`, (count) => () => controls(count), outcomeOf),
    stage(
      `rendering, ${words}`,
      (count) => freshPeople(count, content),
      (data) => Buffer.from(String(form.render(data))),
    ),
    stage(
      `re-rendering, ${words}`,
      (count) => () => form.validate(controls(count)).form,
      (page) => Buffer.from(String(page)),
    ),
  ];
}

/** The data, or all that is wrong: errors are only made when they are looked at. */
function outcomeOf(pairs: readonly Control[]): unknown {
  const result = form.validate(pairs);
  return result.kind === "invalid" ? result.error.flatten() : result;
}

function stage<Input>(
  work: string,
  prepare: (count: number) => () => Input,
  run: (input: Input) => unknown,
): Stage {
  // What `prepare` makes is what `run` is given
  return { work, side: (count) => ({ prepare: prepare(count), run: (input) => run(input as Input) }) };
}
