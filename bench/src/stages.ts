import { type Control, structure } from "@turnform/schema";
import type { Side } from "./compare.ts";
import { type Content, form, freshPeople, markedBody, people, toPairs } from "./names-and-titles.ts";

/** A step of handling a form. */
export interface Stage {
  readonly work: string;
  /** Returns the stage for a number of people. */
  readonly side: (count: number) => Required<Side<unknown>>;
}

/** Every step of handling a form, with valid data and with errors in every field. */
export const stages: readonly Stage[] = [
  ...stagesOf("valid", "mixed"),
  ...stagesOf("all fields wrong", "wrong"),
];

function stagesOf(words: string, content: Content): Stage[] {
  const body = (count: number) => markedBody(people(count, content));
  const controls = (count: number) => toPairs(body(count));
  return [
    stage(
      `parse (${words})`,
      (count) => () => body(count),
      (bytes) => structure(toPairs(bytes)),
    ),
    stage(`validate (${words})`, (count) => () => controls(count), outcomeOf),
    stage(
      `render (${words})`,
      (count) => freshPeople(count, content),
      (data) => Buffer.from(String(form.render(data))),
    ),
    stage(
      `render after validation (${words})`,
      (count) => () => form.validate(controls(count)).form,
      (page) => Buffer.from(String(page)),
    ),
  ];
}

/** Returns the result, or all errors: they are only created when they are read. */
function outcomeOf(pairs: readonly Control[]): unknown {
  const result = form.validate(pairs);
  return result.kind === "invalid" ? result.error.flatten() : result;
}

function stage<Input>(
  work: string,
  prepare: (count: number) => () => Input,
  run: (input: Input) => unknown,
): Stage {
  // The cast: `run` gets the result of `prepare`
  return { work, side: (count) => ({ prepare: prepare(count), run: (input) => run(input as Input) }) };
}
